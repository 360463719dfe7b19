import type { Localized } from '../../language/language.ts';
import type { Mark } from '../../scenario/mark.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { DatedValue, Scenario } from '../../scenario/scenario.ts';
import type { Studied } from './factors.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { Estimate } from './sobol-indices.ts';

/** What knowing a statistic exactly would be worth for the forecast of an indicator. */
interface Information {
  readonly factor: Studied;
  /**
   * Expected value of partial perfect information under squared error: the variance that goes when this is known and nothing else,
   * Var E(y | factor), in squared units of the indicator.
   */
  readonly value: Estimate;
  /** Standard deviation of the forecast now, and on average (root mean square) once it is known; NaN below a variance of 0. */
  readonly sdNow: number;
  readonly sdThen: number;
  /** How far the present value can be trusted and where it comes from; null for what is several parameters. */
  readonly mark: Mark | null;
  readonly source: Localized | null;
}

/**
 * Which statistic to collect: everything that can be known, the most informative first. Levers are decided and luck cannot be known
 * beforehand, so neither is in it; the expectation is over both. (Felli & Hazen 1998; for a forecast scored by squared error the
 * expected value of knowing a factor is its first order index times the variance: Oakley 2009.)
 */
export function informationOf(found: Sensitivity, indicator: number, scenario: Scenario): Information[] {
  const { variance, factors } = found.decompositions[indicator];
  const sd = Math.sqrt(variance.value);
  return found.studied
    .flatMap((factor, s): Information[] => {
      if (factor.kind === 'lever' || factor.kind === 'chance') return [];
      if (factor.kind === 'rest' && factor.id === 'other levers') return [];
      const { first } = factors[s];
      const of = (share: number): number => share * variance.value;
      const entry = factor.kind === 'parameter' ? scenario.parameters[factor.id].at(-1)! : null;
      return [
        {
          factor,
          value: { value: of(first.value), p05: of(first.p05), p95: of(first.p95) },
          sdNow: sd,
          sdThen: sd * Math.sqrt(1 - first.value),
          mark: entry === null ? null : entry.mark,
          source: entry === null || factor.kind !== 'parameter' ? null : statedSource(entry, factor.id),
        },
      ];
    })
    .sort((a, b) => b.value.value - a.value.value);
}

/** Where a value comes from; a scenario that does not say leaves what is said of the default. */
const statedSource = ({ source }: DatedValue, name: ParameterName): Localized =>
  source.en === '' ? parameterSpecs[name].source : source;
