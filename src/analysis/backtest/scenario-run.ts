import type { ReplicateResult } from '../../indicator/result.ts';
import type { Localized } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { breakSentences, targetSentences } from '../document-targets/sentences.ts';
import { targetProbabilities } from '../document-targets/target-probabilities.ts';
import { publishedShare } from '../register-balance/published-share.ts';
import { registeredFigures } from '../register-balance/registered-figure.ts';
import { registerBalanceReport } from '../register-balance/report.ts';
import { statedShare } from '../register-balance/stated-share.ts';
import { type UnitMembers, unitMembers } from './model/model-forecaster.ts';
import type { Unit } from './unit.ts';

/** What a backtest keeps of the run of a scenario: plain data that survives JSON. */
export interface ScenarioRun {
  readonly members: UnitMembers;
  /** The numbers documents promise, as chances of being met. */
  readonly targets: Told;
  /** The balance of the register as counted, and whether the run keeps to it. */
  readonly register: Told;
}

/** Sentences in reading order, and the rows behind them. */
export interface Told {
  readonly sentences: readonly Localized[];
  readonly rows: object;
}

/**
 * Reads a run at the units it is scored on, at the numbers its documents promise and at the balance of the register.
 * @param others scenarios scored along with it: one of the same city with a later base year tells the register's share there
 */
export function scenarioRun(
  read: ReadText,
  inputs: Inputs,
  units: readonly Unit[],
  others: readonly Scenario[],
  results: readonly ReplicateResult[],
): ScenarioRun {
  return {
    members: unitMembers(units, results),
    targets: targetsOf(read, inputs, results),
    register: registerOf(read, inputs, others, results),
  };
}

function targetsOf(read: ReadText, { scenario, city, documents }: Inputs, results: readonly ReplicateResult[]): Told {
  const baseShare = statedShare(scenario, city);
  const own = documents.filter(({ id }) => scenario.documents.includes(id));
  const rows = targetProbabilities(own, results, { baseShare });
  const observed = loadObservations(read, city.code, []);
  return { sentences: [...targetSentences(rows), ...breakSentences(rows, observed)], rows };
}

/**
 * To the last year of the run for which the share by place of the city was published along with a count of its register; else from a
 * census to the next one, and from the last census to the last year the register was counted in.
 */
function registerOf(
  read: ReadText,
  { scenario, city }: Inputs,
  others: readonly Scenario[],
  results: readonly ReplicateResult[],
): Told {
  const last = scenario.endYear;
  const counted = [...registeredFigures(read, city.code).keys()].filter((year) => year <= last);
  const published = counted.filter(
    (year) => year > scenario.baseYear && publishedShare(read, city.code, year) !== null,
  );
  const to =
    published.at(-1) ??
    (scenario.baseYear === 2010 ? Math.min(2020, last) : Math.max(scenario.baseYear + 1, ...counted));
  const later = others.find((other) => other.city === city.code && other.baseYear === to);
  const { sentences, ...rows } = registerBalanceReport(read, { scenario, city }, { to, last, later }, results);
  return { sentences, rows };
}
