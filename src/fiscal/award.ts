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
  type AwardReceived,
  awardForms,
  awardParts,
  awardTiers,
  type FiscalCounts,
  type NewSettler,
} from './result.ts';
import { statedAt } from './stated.ts';

const CITY = 'city';

/**
 * The award fund of a run:
 * 1 what is counted, by area and year, 2 what everyone who shares the envelope counts, 3 the rates of both lawful forms,
 * 4 the amounts, 5 their spread over replicates, 6 the money as it arrives. Formulas: see `Award`.
 */
export function award(counts: FiscalCounts, years: readonly number[], book: Book): Award {
  const vintages = vintagesOf(book, years[0]);
  const last = years.at(-1)! + vintages.lag + vintages.steps.length;
  const ahead = Array.from({ length: last - years[0] }, (_, i) => years[0] + i);
  const areas = [CITY, ...counts.areas.map(({ code }) => code)];
  const { replicates } = counts.run;
  const basesOf = (area: string, series: AwardSeries): AwardBase[] =>
    years.map((year) => awardBase(area, year, series, vintages, book));
  const of = (area: string) => (area === CITY ? counts.award : counts.award.filter((row) => row.area === area));

  const base = areas.flatMap((area) => basesOf(area, seriesOf(of(area), book, replicates)));
  const pool = ahead.map((year) => poolOf(year, vintages, book));
  const rates = ratesOf(ahead, pool, vintages, book);
  const amounts = awardForms.flatMap((form) => base.flatMap((row) => amountsOf(row, form, rates, book)));
  const intervals = areas.flatMap((area) => {
    const byReplicate = [...group(of(area), (row) => row.replicate).values()].map((rows) =>
      basesOf(area, seriesOf(rows, book, 1)),
    );
    return awardForms.flatMap((form) => intervalsOf(area, form, years, byReplicate, rates, book));
  });
  const received = awardForms.flatMap((form) => receivedOf(form, counts, years, amounts));
  const cash = awardForms.flatMap((form) => cashOf(form, years, received, counts, book));
  const newSettler = awardForms.flatMap((form) => newSettlersOf(form, years, rates, vintages, book));
  return {
    steps: vintages.steps.length,
    lag: vintages.lag,
    base,
    pool,
    rates,
    amounts,
    received,
    intervals,
    cash,
    newSettler,
  };
}

/** The two parts of an area's award as received: what the bureau states, else what the formula gives, the province's own in each. */
function receivedOf(
  form: AwardForm,
  counts: FiscalCounts,
  years: readonly number[],
  amounts: readonly AwardAmount[],
): AwardReceived[] {
  const at = statedAt(counts);
  const known = new Map(
    amounts.filter((row) => row.form === form).map((row) => [`${row.area} ${row.year} ${row.part}`, row.yuan]),
  );
  const computed = (area: string, year: number) => {
    const of = (part: AwardPart) => known.get(`${area} ${year} ${part}`)!;
    const central = of('settlers') + of('permits') + of('children');
    const own = central > 0 ? 1 + of('provincial') / central : 1;
    return { settlersYuan: own * (of('settlers') + of('permits')), childrenYuan: own * of('children') };
  };
  return years.flatMap((year) => {
    const rows = counts.areas.map(({ code: area }): AwardReceived => {
      const { settlersYuan, childrenYuan } = computed(area, year);
      const [settlers, children] = [at(area, year, 'received.settlers'), at(area, year, 'received.children')];
      return {
        form,
        area,
        year,
        settlersYuan: settlers ?? settlersYuan,
        childrenYuan: children ?? childrenYuan,
        stated: settlers !== undefined || children !== undefined,
      };
    });
    const city: AwardReceived = {
      form,
      area: CITY,
      year,
      settlersYuan: rows.reduce((sum, row) => sum + row.settlersYuan, 0),
      childrenYuan: rows.reduce((sum, row) => sum + row.childrenYuan, 0),
      stated: rows.some(({ stated }) => stated),
    };
    return [city, ...rows];
  });
}

/** What one person who settles in a year brings: in the first year it counts, and over all years of the step-down, by tier. */
function newSettlersOf(
  form: AwardForm,
  years: readonly number[],
  rates: readonly AwardRate[],
  { lag, steps }: Vintages,
  book: Book,
): NewSettler[] {
  const each = book.at('award.difficulty') * book.at('award.cost') * (1 + book.at('award.provincial_match'));
  return years.flatMap((settled) =>
    awardTiers.map((tier): NewSettler => {
      const yearly = steps.map((step, age) => {
        const rate = rates.find((row) => row.form === form && row.year === settled + lag + age)!;
        return rate.yuanPerWeightedSettler * each * book.at(`award.weight.${tier}`) * step;
      });
      return { form, tier, settled, firstYuan: yearly[0], allYuan: yearly.reduce((sum, yuan) => sum + yuan, 0) };
    }),
  );
}

/** Persons and money of all who share the envelope of a year. */
function poolOf(year: number, { lag, steps }: Vintages, book: Book): AwardPool {
  const [other, province] = [book.at('pool.share.other_province'), book.at('pool.share.province')];
  const shares = { other_province: other, province, same_city: 1 - other - province };
  const weight = awardTiers.reduce((sum, tier) => sum + book.at(`award.weight.${tier}`) * shares[tier], 0);
  const personal = 1 - book.at('pool.reclassified_share');
  const settled = (when: number): number => personal * book.dated('pool.settlers', when).value;
  const weighted = weight * steps.reduce((sum, step, age) => sum + step * settled(year - lag - age), 0);
  const { value, mark } = book.dated('award.envelope', year);
  return {
    year,
    envelopeYuan: year < book.at('award.first_year') ? 0 : value,
    childrenShare: year < book.at('award.children_from') ? 0 : book.at('award.children_share'),
    mark,
    weighted,
    children: growing(book, 'pool.children', year - lag),
  };
}

/** A stated figure at another year, by its own growth. */
function growing(book: Book, id: string, year: number): number {
  return book.at(id) * (1 + book.at(`${id}_growth`)) ** (year - (book.yearOf(id) ?? year));
}

/** Rates of each year; the fixed amount keeps those of one year, in or outside the run. */
function ratesOf(years: readonly number[], pool: readonly AwardPool[], vintages: Vintages, book: Book): AwardRate[] {
  const each = (yuan: number, persons: number): number => (persons > 0 ? yuan / persons : 0);
  const rate = (form: AwardForm, year: number, from: AwardPool): AwardRate => ({
    form,
    year,
    yuanPerWeightedSettler:
      year < book.at('award.first_year') ? 0 : each(from.envelopeYuan * (1 - from.childrenShare), from.weighted),
    yuanPerChild:
      year < book.at('award.children_from') ? 0 : each(from.envelopeYuan * from.childrenShare, from.children),
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

/**
 * The award as it arrives in two instalments and is spent, the rest carried over. What bureaus state as received in a year is all that
 * arrives in it, what they state as spent or carried in stands in place of the rule.
 */
function cashOf(
  form: AwardForm,
  years: readonly number[],
  received: readonly AwardReceived[],
  counts: FiscalCounts,
  book: Book,
): AwardCash[] {
  const at = statedAt(counts);
  const advanceShare = book.at('timing.advance_share');
  const late = (1 - advanceShare) * book.at('timing.late_share');
  const spend = book.at('timing.spend_share');
  const rows: AwardCash[] = [];
  let [carriedOut, lateNow] = [0, 0];
  for (const year of years) {
    const own = received.find((row) => row.form === form && row.area === CITY && row.year === year)!;
    const awarded = own.settlersYuan + own.childrenYuan;
    const advance = own.stated ? 0 : advanceShare * awarded;
    const settlement = own.stated ? awarded : (1 - advanceShare - late) * awarded + lateNow;
    const arrived = advance + settlement;
    const carriedIn = at(CITY, year, 'carried_in') ?? carriedOut;
    const spent = at(CITY, year, 'spent') ?? spend * (arrived + carriedIn);
    carriedOut = arrived + carriedIn - spent;
    const spentShare = arrived + carriedIn > 0 ? spent / (arrived + carriedIn) : Number.NaN;
    rows.push({
      form,
      year,
      awarded,
      advance,
      settlement,
      received: arrived,
      carriedIn,
      spent,
      carriedOut,
      spentShare,
    });
    lateNow = own.stated ? 0 : late * awarded;
  }
  return rows;
}
