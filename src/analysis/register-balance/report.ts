import type { ReplicateResult } from '../../indicator/result.ts';
import type { Localized } from '../../language/language.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { type BalanceYears, balanceInputs } from './balance-inputs.ts';
import { type BalanceCheck, checkRegisterBalance } from './check-balance.ts';
import { type BalanceInput, type RegisterBalance, registerBalance } from './register-balance.ts';
import { balanceSentences, checkSentences, clearanceSentences } from './sentences.ts';
import { clearedYearly, type YearlyOutflow, yearlyOutflows } from './yearly-outflow.ts';

/** The register's balance of a city and its areas, and how a run keeps to it. */
interface RegisterBalanceReport {
  /** The city first. Areas without counted figures at both ends are left out. */
  readonly balances: readonly RegisterBalance[];
  readonly yearly: readonly YearlyOutflow[];
  /** One a balance whose years the run covers; empty without a run. */
  readonly checks: readonly BalanceCheck[];
  /** Of the city, in reading order; every area has its row in `balances` and `checks`. */
  readonly sentences: readonly Localized[];
}

/**
 * Publishes the register's balance before any settling rate is believed: what was counted, what follows from it, and whether a run
 * keeps to it.
 * @param results replicates of a run of the scenario; none to tell only what was counted
 */
export function registerBalanceReport(
  read: ReadText,
  inputs: { readonly scenario: Scenario; readonly city: CityData },
  years: BalanceYears,
  results: readonly ReplicateResult[] = [],
): RegisterBalanceReport {
  const known = balanceInputs(read, inputs, years);
  const balances = known.map(registerBalance);
  const yearly = yearlyOutflows(read, inputs.city.code);
  const checks = known.flatMap((input) => checkRegisterBalance(results, input, clearedOf(input, yearly)) ?? []);
  const city = balances.find(({ area }) => area === 'city');
  const checked = checks.find(({ area }) => area === 'city');
  const sentences = [
    ...(city ? balanceSentences(city) : []),
    ...(city ? clearanceSentences(yearly.filter(({ year }) => year > city.from && year <= city.to)) : []),
    ...(checked ? checkSentences(checked) : []),
  ];
  return { balances, yearly, checks, sentences };
}

/** Of an area its part by registered persons of what the city's books lost: nothing tells more. */
function clearedOf({ from, to, registered: [before] }: BalanceInput, yearly: readonly YearlyOutflow[]): number {
  const ofCity = yearly.find(({ year }) => year === from + 1);
  if (ofCity === undefined) return 0;
  const city = ofCity.registered - ofCity.change;
  return (clearedYearly(yearly, from, to) * before.value) / city;
}
