import { group } from 'd3-array';
import { type AwardSeries, awardBase, seriesOf, type Vintages, vintagesOf } from './award-base.ts';
import type { Book } from './book.ts';
import {
  type Award,
  type AwardAmount,
  type AwardBase,
  type AwardCash,
  type AwardForm,
  type AwardInterval,
  type AwardPart,
  type AwardPool,
  type AwardRate,
  awardForms,
  awardParts,
  awardTiers,
  type FiscalCounts,
} from './result.ts';

const CITY = 'city';

/**
 * The award fund of a run:
 * 1 what is counted, by area and year, 2 what everyone who shares the envelope counts, 3 the rates of both lawful forms,
 * 4 the amounts, 5 their spread over replicates, 6 the money as it arrives. Formulas: see `Award`.
 */
export function award(counts: FiscalCounts, years: readonly number[], book: Book): Award {
  const vintages = vintagesOf(book, years[0]);
  const areas = [CITY, ...counts.areas.map(({ code }) => code)];
  const { replicates } = counts.run;
  const basesOf = (area: string, series: AwardSeries): AwardBase[] =>
    years.map((year) => awardBase(area, year, series, vintages, book));
  const of = (area: string) => (area === CITY ? counts.award : counts.award.filter((row) => row.area === area));

  const base = areas.flatMap((area) => basesOf(area, seriesOf(of(area), book, replicates)));
  const pool = years.map((year) => poolOf(year, vintages, book));
  const rates = ratesOf(years, pool, vintages, book);
  const amounts = awardForms.flatMap((form) => base.flatMap((row) => amountsOf(row, form, rates, book)));
  const intervals = areas.flatMap((area) => {
    const byReplicate = [...group(of(area), (row) => row.replicate).values()].map((rows) =>
      basesOf(area, seriesOf(rows, book, 1)),
    );
    return awardForms.flatMap((form) => intervalsOf(area, form, years, byReplicate, rates, book));
  });
  const cash = awardForms.flatMap((form) => cashOf(form, years, amounts, book));
  return { steps: vintages.steps.length, lag: vintages.lag, base, pool, rates, amounts, intervals, cash };
}

/** Persons and money of all who share the envelope of a year. */
function poolOf(year: number, { lag, steps }: Vintages, book: Book): AwardPool {
  const [other, province] = [book.at('pool.share.other_province'), book.at('pool.share.province')];
  const shares = { other_province: other, province, same_city: 1 - other - province };
  const weight = awardTiers.reduce((sum, tier) => sum + book.at(`award.weight.${tier}`) * shares[tier], 0);
  const settled = (when: number): number => growing(book, 'pool.settlers', when);
  const weighted = weight * steps.reduce((sum, step, age) => sum + step * settled(year - lag - age), 0);
  const { value, mark } = book.dated('award.envelope', year);
  return { year, envelopeYuan: value, mark, weighted, children: growing(book, 'pool.children', year - lag) };
}

/** A stated figure at another year, by its own growth. */
function growing(book: Book, id: string, year: number): number {
  return book.at(id) * (1 + book.at(`${id}_growth`)) ** (year - (book.yearOf(id) ?? year));
}

/** Rates of each year; the fixed amount keeps those of one year, in or outside the run. */
function ratesOf(years: readonly number[], pool: readonly AwardPool[], vintages: Vintages, book: Book): AwardRate[] {
  const children = book.at('award.children_share');
  const rate = (form: AwardForm, year: number, from: AwardPool): AwardRate => ({
    form,
    year,
    yuanPerWeightedSettler: (from.envelopeYuan * (1 - children)) / from.weighted,
    yuanPerChild: (from.envelopeYuan * children) / from.children,
  });
  const fixed = poolOf(book.at('award.fixed_year'), vintages, book);
  return [...pool.map((each) => rate('envelope', each.year, each)), ...years.map((year) => rate('fixed', year, fixed))];
}

/** Parts of the award of one area and year. */
export function amountsOf(base: AwardBase, form: AwardForm, rates: readonly AwardRate[], book: Book): AwardAmount[] {
  const { area, year } = base;
  const rate = rates.find((each) => each.form === form && each.year === year)!;
  const perSettler = rate.yuanPerWeightedSettler * book.at('award.difficulty') * book.at('award.cost');
  const settlers = perSettler * base.weighted;
  const permits = perSettler * book.at('award.permits') * book.at('award.weight.permit') * base.permits;
  const children = rate.yuanPerChild * book.at('award.difficulty') * book.at('award.children_cost') * base.children;
  const provincial = book.at('award.provincial_match') * (settlers + permits + children);
  const yuan: Record<AwardPart, number> = { settlers, permits, children, provincial };
  return awardParts.map((part) => ({ form, area, year, part, yuan: yuan[part] }));
}

const sumOf = (amounts: readonly AwardAmount[]): number => amounts.reduce((sum, { yuan }) => sum + yuan, 0);

function intervalsOf(
  area: string,
  form: AwardForm,
  years: readonly number[],
  byReplicate: readonly (readonly AwardBase[])[],
  rates: readonly AwardRate[],
  book: Book,
): AwardInterval[] {
  return years.map((year, y) => {
    const values = byReplicate.map((bases) => sumOf(amountsOf(bases[y], form, rates, book))).sort((a, b) => a - b);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      form,
      area,
      year,
      mean,
      p10: quantile7(values, 0.1),
      p50: quantile7(values, 0.5),
      p90: quantile7(values, 0.9),
    };
  });
}

/** Quantile of sorted values by linear interpolation of order statistics (Hyndman and Fan 1996, type 7; Excel's PERCENTILE.INC). */
export function quantile7(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const [low, high] = [sorted[below], sorted[Math.min(sorted.length - 1, below + 1)]];
  return low + (place - below) * (high - low);
}

/** The award as it arrives in two instalments and is spent, the rest carried over. */
function cashOf(form: AwardForm, years: readonly number[], amounts: readonly AwardAmount[], book: Book): AwardCash[] {
  const advanceShare = book.at('timing.advance_share');
  const late = (1 - advanceShare) * book.at('timing.late_share');
  const spend = book.at('timing.spend_share');
  const rows: AwardCash[] = [];
  let carriedIn = 0;
  let before = 0;
  for (const year of years) {
    const awarded = sumOf(amounts.filter((each) => each.form === form && each.area === CITY && each.year === year));
    const advance = advanceShare * awarded;
    const settlement = (1 - advanceShare - late) * awarded + late * before;
    const received = advance + settlement;
    const spent = spend * (received + carriedIn);
    const carriedOut = received + carriedIn - spent;
    rows.push({ form, year, awarded, advance, settlement, received, carriedIn, spent, carriedOut });
    [carriedIn, before] = [carriedOut, awarded];
  }
  return rows;
}
