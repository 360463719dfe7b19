import type { Comparison } from '../../analysis/compare/tables.ts';
import type { AnalysisIdentity } from '../../analysis/write-analysis.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Localized } from '../../language/language.ts';
import type { TableCard } from '../../people/table/table-card.ts';

/** A finished comparison, from whatever its runs came. */
export interface Presented {
  readonly identity: AnalysisIdentity;
  /** Name of the result folder. */
  readonly name: string;
  readonly base: {
    readonly id: string;
    readonly title: Localized;
    readonly baseYear: number;
    readonly endYear: number;
  };
  /** Titles of the alternatives. */
  readonly titles: readonly Localized[];
  readonly areas: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly runs: readonly {
    readonly alternative: string;
    readonly base: readonly ReplicateResult[];
    readonly results: readonly ReplicateResult[];
  }[];
  readonly comparisons: readonly Comparison[];
  /** Tables of one's own of the base. */
  readonly tables: readonly TableCard[];
  readonly simulated: boolean;
  /** Whether a run of such a sample takes several base populations in turn, where a comparison that is simulated takes one. */
  readonly severalBases: boolean;
}
