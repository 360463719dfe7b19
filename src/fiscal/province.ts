import { type Book, openBook } from './book.ts';
import { type AwardBase, awardTiers, type Coefficient, type FiscalResult } from './result.ts';

/** One prefecture's part of an envelope shared inside a province. */
interface ProvinceRow {
  readonly city: string;
  readonly name: FiscalResult['counts']['run']['cityName'];
  readonly weighted: number;
  readonly children: number;
  readonly residents: number;
  /** Of the settlers' part, of the children's part, and of both together; each sums to one over the prefectures. */
  readonly settlersShare: number;
  readonly childrenShare: number;
  readonly share: number;
  readonly yuan: number;
  /** 1 for the largest share. */
  readonly rank: number;
}

/** What the share of a prefecture becomes at an end of one coefficient's range, less what it is. */
interface ProvinceMove {
  readonly coefficient: string;
  readonly end: 'low' | 'high';
  readonly city: string;
  readonly shareChange: number;
}

export interface Province {
  readonly year: number;
  readonly envelopeYuan: number;
  readonly rows: readonly ProvinceRow[];
  readonly moves: readonly ProvinceMove[];
}

/** Coefficients that move shares between places of one province; factors all places have in common cancel out. */
const moving = /^award\.(weight\.(?!permit)|step\.|children_share$)/;

/**
 * One envelope shared over the prefectures of a province by the rule's factors: settlers weighted and stepped down, accompanying children, in
 * two parts. Every prefecture is counted as in its own book; weights and step-down are the first one's, for a rule has one of each.
 * @param results of the same year, one a prefecture
 */
export function province(results: readonly FiscalResult[], year: number, envelopeYuan: number): Province {
  const { coefficients } = results[0];
  const rows = rowsOf(results, year, envelopeYuan, openBook(coefficients));
  const moves = coefficients
    .filter(({ id, mark, low, high }) => moving.test(id) && mark === 'assumption' && low < high)
    .flatMap((coefficient) =>
      (['low', 'high'] as const).flatMap((end) => {
        const at = rowsOf(
          results,
          year,
          envelopeYuan,
          openBook(withValue(coefficients, coefficient, coefficient[end])),
        );
        return rows.map(({ city, share }, i) => ({
          coefficient: coefficient.id,
          end,
          city,
          shareChange: at[i].share - share,
        }));
      }),
    );
  return { year, envelopeYuan, rows, moves };
}

const withValue = (all: readonly Coefficient[], { id }: Coefficient, value: number): Coefficient[] =>
  all.map((each) => (each.id === id ? { ...each, value } : each));

function rowsOf(results: readonly FiscalResult[], year: number, envelopeYuan: number, book: Book): ProvinceRow[] {
  const part = year < book.at('award.children_from') ? 0 : book.at('award.children_share');
  const own = results.map(({ counts, award }) => {
    const base = award.base.find((row) => row.area === 'city' && row.year === year)!;
    const residents = counts.means.find(
      (row) => row.area === 'city' && row.year === year && row.indicator === 'resident_population',
    )!.mean;
    const { city, cityName: name } = counts.run;
    return { city, name, weighted: weightedOf(base, book), children: base.children, residents };
  });
  const total = (of: (row: (typeof own)[number]) => number): number => own.reduce((sum, row) => sum + of(row), 0);
  const [weighted, children] = [total((row) => row.weighted), total((row) => row.children)];
  // where nobody settled or no child is counted the part goes to all alike
  const shareOf = (value: number, whole: number): number => (whole > 0 ? value / whole : 1 / own.length);
  const shared = own.map((row) => {
    const settlersShare = shareOf(row.weighted, weighted);
    const childrenShare = shareOf(row.children, children);
    const share = (1 - part) * settlersShare + part * childrenShare;
    return { ...row, settlersShare, childrenShare, share, yuan: share * envelopeYuan };
  });
  return shared.map((row) => ({ ...row, rank: 1 + shared.filter(({ share }) => share > row.share).length }));
}

const weightedOf = ({ counted }: AwardBase, book: Book): number =>
  awardTiers.reduce(
    (sum, tier) =>
      sum +
      book.at(`award.weight.${tier}`) *
        counted[tier].reduce((inner, persons, age) => inner + book.at(`award.step.${age}`) * persons, 0),
    0,
  );
