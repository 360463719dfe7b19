import type { ReplicateResult } from '../../indicator/result.ts';
import { costOfSettlers, type Prices } from './cost.ts';
import { differences, firstDifferences } from './differences.ts';
import type { Dimension } from './household-types.ts';
import type { PairedPeople } from './people.ts';
import { deadweight, settlerRows, winnerRows } from './people-tables.ts';
import type { Comparison } from './tables.ts';

/** The people of an alternative laid beside those of the base, replicate by replicate. */
export interface Followed {
  readonly dimensions: readonly Dimension[];
  readonly pairs: readonly PairedPeople[];
  readonly weight: number;
}

/** Everything a comparison says of one alternative. */
export function compareResults(
  alternative: string,
  base: readonly ReplicateResult[],
  results: readonly ReplicateResult[],
  followed: Followed | null,
  prices: Prices | null,
): Comparison {
  return {
    alternative,
    differences: differences(base, results),
    ...firstDifferences(base, results),
    people: followed && {
      settlers: settlerRows(followed.pairs),
      deadweight: deadweight(followed.pairs),
      winners: winnerRows(followed.dimensions, followed.pairs, followed.weight),
    },
    cost: prices && costOfSettlers(base, results, prices),
  };
}
