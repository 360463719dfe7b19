import { censusDecade } from '../../analysis/backtest/census-decade.ts';
import { assessRecent } from '../../analysis/backtest/designs.ts';
import {
  askedOfUnits,
  modelForecaster,
  type UnitMembers,
  unitMembers,
} from '../../analysis/backtest/model/model-forecaster.ts';
import { runHash } from '../../analysis/backtest/model/run-hash.ts';
import { rollingOutcomes } from '../../analysis/backtest/rolling-outcomes.ts';
import { scenarioOutcomes } from '../../analysis/backtest/scenario-outcomes.ts';
import type { Outcome } from '../../analysis/backtest/unit.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { dataFiles } from '../../run/input-file.ts';
import { type Inputs, loadInputs, readShared, withDesign } from '../../run/load-inputs.ts';
import { placeScenario } from '../../run/place-name.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { isPlace, type Region, readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { BASES } from '../bases.ts';
import { ExitStatus } from '../exit-status.ts';
import { tell } from '../tell.ts';
import { askedPlaces } from './asked-places.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';
import { simulateWithProgress } from './simulate.ts';

const REPLICATES = 40;
const PERSONS = 20_000;
const BASE = 2020;
const LAST = 2023;

interface Task {
  readonly inputs: Inputs;
  readonly outcomes: readonly Outcome[];
}

/**
 * Every place whose figures of 2021-23 are known, run from the census of 2020 as `luohu new` writes it, beside naive forecasts that learnt from
 * the decade before. No run has seen a figure after 2020 of its own place; the pace after 2020 and the spread of the paths were judged on all of
 * them together.
 */
export async function backtestRecent(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  const { out, json } = options;
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const all = [...readRegions(readData).values()]
    .filter(isPlace)
    .filter(({ code }) => censusYears(readData, code).includes(BASE));
  const codes = all.map(({ code }) => code);
  const only = askedPlaces(options.prefectures, codes, lang);
  const places = all.filter(({ code }) => only?.includes(code) ?? true);
  const asked = places.flatMap(inputsOf(options, lang));
  const tasks = asked.map(({ inputs, outcomes }) => ({
    name: `${inputs.city.code}-${runHash(inputs).slice(0, 10)}`,
    label: inputs.city.name,
    inputs,
    asked: askedOfUnits(outcomes),
    keep: (results: readonly ReplicateResult[]) => unitMembers(outcomes, results),
  }));
  const outcomes = asked.flatMap((each) => each.outcomes);
  const known = [...censusDecade(data.read).outcomes, ...rollingOutcomes(data.read)].filter(({ year }) => year <= BASE);
  const identity = {
    design: 'recent' as const,
    options: { only: only ?? null, runs: tasks.map(({ name }) => name) },
    data: dataFiles(data),
  };
  const folder = backtestFolder(out, identity);
  const members: UnitMembers = Object.assign({}, ...(await simulateWithProgress(tasks, { ...options, folder }, lang)));
  const assessments = assessRecent(outcomes, known, modelForecaster(members));
  const title = messages.recentTitle(tasks.length);
  await present({ folder, identity, title, assessments, notes: [messages.recentNotes()] }, json, lang);
  return ExitStatus.done;
}

/** The run of a place and what it can be scored on; nothing where nothing is known. */
function inputsOf(options: BacktestOptions, lang: Language): (place: Region) => Task[] {
  const shared = readShared();
  const regions = readRegions(readData);
  const replicates = options.replicates ?? REPLICATES;
  return (place) => {
    const overrides = { from: BASE, to: LAST, replicates, ...(options.seed ? { seed: options.seed } : {}) } as const;
    const whole = loadInputs({ scenario: placeScenario(place, regions), overrides, sample: 1 }, lang, shared);
    const outcomes = scenarioOutcomes(readData, whole.city, LAST).filter(({ area }) => area === 'city');
    if (outcomes.length === 0) return [];
    const sample = options.sample ?? Math.min(1, PERSONS / expectedPersons(whole.city));
    return [{ inputs: withDesign(whole, { sample, replicates, bases: BASES }), outcomes }];
  };
}
