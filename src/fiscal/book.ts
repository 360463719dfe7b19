import type { Localized } from '../language/language.ts';
import type { Coefficient, Mark } from './result.ts';

/** A coefficient at a year. */
interface DatedFigure {
  readonly value: number;
  readonly mark: Mark;
  readonly source: Localized;
}

/** The coefficients of a calculation, to be asked by name. */
export interface Book {
  /** Value of a coefficient without years. Throws Error when there is none. */
  at(id: string): number;
  /** Year a coefficient belongs to; null where it belongs to none. */
  yearOf(id: string): number | null;
  /** Whether there is such a coefficient. */
  has(id: string): boolean;
  /**
   * Value of a series (`standard.public_health.2024`, ...) in a year: of the last entry not after it. Beyond the last entry, and before
   * the first, it is carried on by the growth of its kind; between entries it holds. A coefficient without years is the same always.
   */
  dated(id: string, year: number): DatedFigure;
  /** The same by the entries of years up to `known`, the first entry where there is none. */
  datedBy(id: string, year: number, known: number): DatedFigure;
}

/** Growth coefficient by which a series is carried on. */
const growths: readonly (readonly [RegExp, string])[] = [
  [/^award\.envelope$/, 'award.envelope_growth'],
  [/^pool\.settlers$/, 'pool.settlers_growth'],
  [/^standard\.\w+_(budget|fee)$/, 'price.growth.education'],
  [/^standard\.\w+_quota$/, 'price.growth.quota'],
  [/^wage\.base$/, 'price.growth.wage'],
  [/^standard\.(public_health|medical_\w+)$/, 'price.growth.health'],
  [/^standard\.pension_\w+$/, 'price.growth.pension'],
  [/^standard\.(dibao_\w+|relief)$/, 'price.growth.welfare'],
  [/^standard\.(school_seat|rental_dwelling)$/, 'price.growth.building'],
  [/^standard\.(beds|care_beds)$/, 'price.growth.none'],
  [/^debt\.revenue$/, 'price.growth.revenue'],
  [/^standard\./, 'price.growth.upkeep'],
];

/** Name of the growth coefficient of a series, as the workbook needs it too. */
export const growthOf = (id: string): string => {
  const found = growths.find(([pattern]) => pattern.test(id));
  if (!found) throw new Error(`no growth for ${id}`);
  return found[1];
};

export function openBook(coefficients: readonly Coefficient[]): Book {
  const byId = new Map(coefficients.map((each) => [each.id, each]));
  const series = new Map<string, Coefficient[]>();
  for (const each of coefficients) {
    const stem = /^(.+)\.(\d{4})$/.exec(each.id)?.[1];
    if (stem !== undefined) series.set(stem, [...(series.get(stem) ?? []), each]);
  }
  for (const entries of series.values()) entries.sort((a, b) => yearOf(a) - yearOf(b));
  const find = (id: string): Coefficient => {
    const found = byId.get(id);
    if (!found) throw new Error(`no coefficient ${id}`);
    return found;
  };
  const datedBy: Book['datedBy'] = (id, year, known) => {
    const entries = series.get(id);
    if (!entries) return find(id);
    const by = entries.filter((each) => yearOf(each) <= known);
    return carried(by.length > 0 ? by : entries.slice(0, 1), year, find(growthOf(id)).value);
  };
  return {
    at: (id) => find(id).value,
    yearOf: (id) => find(id).year,
    has: (id) => byId.has(id) || series.has(id),
    dated: (id, year) => datedBy(id, year, Number.POSITIVE_INFINITY),
    datedBy,
  };
}

const yearOf = ({ id }: Coefficient): number => Number(id.slice(-4));

function carried(entries: readonly Coefficient[], year: number, growth: number): DatedFigure {
  const entry = entries.findLast((each) => yearOf(each) <= year) ?? entries[0];
  const { value, mark, source } = entry;
  const from = yearOf(entry);
  const beyond = year < from || entry === entries.at(-1);
  if (year === from || !beyond) return { value, mark, source };
  return {
    value: value * (1 + growth) ** (year - from),
    mark: 'assumption',
    source: { zh: `${source.zh}；由${from}年延伸`, en: `${source.en}; carried on from ${from}` },
  };
}
