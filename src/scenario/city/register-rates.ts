import { logistic, logit } from '../../math/logistic.ts';
import { numberAt, type ReadText, readTable, textAt } from '../tables.ts';
import type { PrintedRate } from './town-register.ts';

/** The nation's code. */
const NATION = '000000';

/** Printed shares of town registers in all registers (of the nation, provinces, prefectures, counties). */
export const ratesFile = 'register-rates.csv';

/** How a rate was counted: by kind of hukou, as before registers were unified in 2014-16, or by the place of the register. */
type RateBy = 'kind' | 'place';

/** Standard deviation by which a printed rate misses what was counted (rounding, day of the year, residents without a side). Judgement. */
const PRINTED = 0.0015;
const DERIVED = 0.004;
/** What a year between two printed rates adds to it, and a year beyond the last. Judgement, after the spread of yearly changes (0.0045). */
const YEAR_BETWEEN = 0.001;
const YEAR_BEYOND = 0.003;
/** Fewest years between two printed rates that tell a pace. */
const PACE_YEARS = 1;
/** ln(registered over resident) at which the rate no longer rises, of a scale on which the nation is 0: joint-model.md, section 4. */
const FLAT = 0.165;

/** The rates printed of places. */
interface RegisterRates {
  readonly of: (code: string, by: RateBy) => readonly PrintedRate[];
}

const known = new WeakMap<ReadText, { readonly text: string; readonly rates: RegisterRates }>();

/** Reads the table; a conflicting rate counts only where a place has no other. */
export function readRates(read: ReadText): RegisterRates {
  const text = read(ratesFile);
  const before = known.get(read);
  if (before?.text === text) return before.rates;
  const table = readTable(read, ratesFile, ['area_code', 'year', 'by', 'rate', 'confidence']);
  const rows = table.rows.map((row) => ({
    code: textAt(row, 'area_code'),
    by: textAt(row, 'by'),
    confidence: textAt(row, 'confidence'),
    year: numberAt(table, row, 'year'),
    share: numberAt(table, row, 'rate') / 100,
  }));
  const of = (code: string, by: RateBy): PrintedRate[] => {
    const own = rows.filter((row) => row.code === code && row.by === by);
    const sound = own.filter(({ confidence }) => confidence !== 'conflicting');
    return (sound.length > 0 ? sound : own)
      .map(({ year, share, confidence }) => ({
        year,
        share,
        sd: confidence === 'published' || confidence === 'mirror' ? PRINTED : DERIVED,
      }))
      .sort((a, b) => a.year - b.year);
  };
  const rates = { of };
  known.set(read, { text, rates });
  return rates;
}

/** Logit of the nation's share by place, interpolated between the years it is known of. */
export function nationAt(rates: RegisterRates, year: number): number {
  return logit(between(rates.of(NATION, 'place'), year)!.share);
}

/**
 * Share by place of a year, from the years it was printed of: between two by the straight line of logits; beyond them by the pace of the
 * place's own rates where two are known, else by the nation's, faster where people come and not at all where many have left.
 * @param lnRegistered ln(registered persons over residents)
 */
export function rateAt(
  rates: RegisterRates,
  code: string,
  year: number,
  lnRegistered: number,
): PrintedRate | undefined {
  const printed = rates.of(code, 'place');
  if (printed.length === 0) return undefined;
  const inside = between(printed, year);
  if (inside !== undefined) return inside;
  const [first, last] = [printed[0], printed[printed.length - 1]];
  const near = year < first.year ? first : last;
  const years = year - near.year;
  const pace = Math.min(2, Math.max(0, (FLAT - lnRegistered) / FLAT));
  const shift =
    last.year - first.year > PACE_YEARS
      ? ((logit(last.share) - logit(first.share)) / (last.year - first.year)) * years
      : pace * (nationAt(rates, year) - nationAt(rates, near.year));
  return { year, share: logistic(logit(near.share) + shift), sd: Math.hypot(near.sd, YEAR_BEYOND * years) };
}

function between(printed: readonly PrintedRate[], year: number): PrintedRate | undefined {
  const before = printed.findLast((each) => each.year <= year);
  const after = printed.find((each) => each.year >= year);
  if (before === undefined || after === undefined) return undefined;
  if (before.year === after.year) return { ...before, year };
  const part = (year - before.year) / (after.year - before.year);
  const gap = Math.min(year - before.year, after.year - year);
  return {
    year,
    share: logistic((1 - part) * logit(before.share) + part * logit(after.share)),
    sd: Math.hypot((1 - part) * before.sd + part * after.sd, YEAR_BETWEEN * gap),
  };
}
