import { compileLawBook } from '../../policy/compile-law-book.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { readRates } from '../../scenario/city/register-rates.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { membersOf, type RegisterRuns, rateMembers, type Told, told } from './register-runs.ts';

/** Registers were unified in these years. */
const [FIRST, LAST] = [2014, 2017];

/**
 * What changing from kind to place of register did to a printed rate: from the last year-end counted by kind to the next, one year's rise
 * within it. Points.
 */
export interface DefinitionStep extends Told {
  readonly code: string;
  /** First year-end counted by place, as the law of the nation and of the region has it. */
  readonly year: number;
  /** As printed; null where one of the two rates is not. */
  readonly printed: number | null;
}

/** The step of the nation and of every province all of whose places were run. */
export function definitionSteps(
  read: ReadText,
  runs: RegisterRuns,
  codes: readonly string[],
  documents: readonly PolicyDocument[],
): DefinitionStep[] {
  const rates = readRates(read);
  return codes.flatMap((code) => {
    const year = firstByPlace(code, documents);
    const before = membersOf(runs, code, 'kind', year - 1);
    if (before.length === 0) return [];
    const all = membersOf(runs, code, 'all', year - 1);
    const steps = rateMembers(runs, code, year).map((rate, r) => rate - (100 * before[r]) / all[r]);
    const [kind, place] = (['kind', 'place'] as const).map((by, n) =>
      rates.of(code, by).find((each) => each.year === year - 1 + n),
    );
    const printed = kind === undefined || place === undefined ? null : 100 * (place.share - kind.share);
    return [{ code, year, printed, ...told(steps) }];
  });
}

function firstByPlace(code: string, documents: readonly PolicyDocument[]): number {
  const law = compileLawBook(documents, { documents: [], areas: [{ code }], without: [], add: [] });
  for (let year = FIRST; year < LAST; year++) if (law.on(0, year, 365).counting.by === 'place') return year;
  return LAST;
}
