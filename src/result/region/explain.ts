import { type Localized, text } from '../../language/language.ts';
import { type Closure, type MigrationAccount, type Scope, total, wantedArrivals } from './closure.ts';

/** Factors within these need no word: rates are not known better. */
const UNREMARKABLE = [0.8, 1.25] as const;

/** A factor far from 1, with what makes it so. */
interface Remark {
  /** Province of the moves inside it, or null for moves between provinces. */
  readonly province: string | null;
  /** Mean factor over the years. */
  readonly factor: number;
  readonly why: Localized;
}

/**
 * Says of every factor far from 1 what the account looked like without it.
 * @param before the account under factors of 1
 */
export function remarks(closure: Closure, before: readonly MigrationAccount[]): Remark[] {
  const years = new Set(before.map(({ year }) => year)).size;
  const remark = (scope: Scope, province: string | null, factors: Readonly<Record<number, number>>): Remark[] => {
    const values = Object.values(factors);
    const factor = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (values.length === 0 || (factor >= UNREMARKABLE[0] && factor <= UNREMARKABLE[1])) return [];
    const flows = total(before.filter((each) => each.scope === scope && (province ?? each.province) === each.province));
    const yearly = (persons: number): string => Math.round(persons / years).toLocaleString('en-US');
    const [wanted, arrivals] = [wantedArrivals(flows), flows.arrivals];
    const numbers = [flows.outMigrants, flows.returnMigrants, flows.departures, wanted, arrivals].map(yearly);
    return [{ province, factor: Number(factor.toPrecision(3)), why: reason(wanted > arrivals, numbers) }];
  };
  return [
    ...remark('other_province', null, closure.nation),
    ...Object.entries(closure.provinces).flatMap(([province, factors]) => remark('province', province, factors)),
  ];
}

const reason = (tooFew: boolean, [out, back, left, wanted, arrivals]: readonly string[]): Localized =>
  text(
    `不设系数时，每年新流出${out}人，返回${back}人，外来人口离开${left}人，因此应到达${wanted}人；按“迁入率×基年外来人口”只得${arrivals}人：${
      tooFew ? '迁入率偏低，或流出意愿偏高' : '迁入率偏高，或流出意愿偏低'
    }`,
    `without it ${out} leave anew a year, ${back} return and ${left} outsiders leave, so that ${wanted} must arrive; the rate on the outsiders of the base year gives ${arrivals}: ${
      tooFew ? 'it is too low here, or too many want to leave' : 'it is too high here, or too few want to leave'
    }`,
  );
