import { censusDecade } from '../../analysis/backtest/census-decade.ts';
import { prefecturesOfBothCensuses } from '../../analysis/backtest/census-outcomes.ts';
import { assessPrefectures } from '../../analysis/backtest/designs.ts';
import { hindcastInputs } from '../../analysis/backtest/model/hindcast-inputs.ts';
import { leftOutDraws } from '../../analysis/backtest/model/left-out-draws.ts';
import { misfitForecaster } from '../../analysis/backtest/model/misfit-forecaster.ts';
import {
  askedOfUnits,
  modelForecaster,
  type UnitMembers,
  unitMembers,
} from '../../analysis/backtest/model/model-forecaster.ts';
import { runHash as hashOf } from '../../analysis/backtest/model/run-hash.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language, Localized } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { dataFiles } from '../../run/input-file.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { tell } from '../tell.ts';
import { askedPlaces } from './asked-places.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { present } from './present.ts';
import { simulateWithProgress } from './simulate.ts';

const REPLICATES = 100;
const SAMPLE = 0.1;
const SEED = 'luohu';

/**
 * Every prefecture of both censuses forecast from 2010 without its 2020.
 *
 *   1. what came of all of them                             -> outcomes
 *   2. the model: each prefecture simulated, one by one; finished ones are kept and taken over on the next call
 *   3. the naive forecasts, learnt from the others; scores, verdict, files
 */
export async function backtestPrefectures(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  await assertOut(options.out, lang);

  // 1. outcomes
  const data = recordingReader(readData);
  const known = prefecturesOfBothCensuses(data.read);
  const asked = askedPlaces(options.prefectures, known, lang) ?? known;
  const settings = {
    replicates: options.replicates ?? REPLICATES,
    seed: options.seed ?? SEED,
    sample: options.sample ?? SAMPLE,
    calibration: options.calibration,
  };
  const { calibration } = settings;
  const unseen = calibration === undefined ? null : leftOutDraws(data.read, calibration, settings.replicates);
  tell(messages.preparing()[lang]);
  checkTables(readData);
  const provinces = options.prefectures === undefined ? undefined : [...new Set(asked.map(provinceOf))];
  const decade = censusDecade(data.read, provinces);
  const blind = { scenario: unseen?.scenario ?? ((each: Scenario) => each) };
  const inputs = options.naive ? [] : asked.map(hindcastInputs(data.read, settings, blind, lang));
  for (const each of inputs) assertMemory(each, options.workers);
  const identity = {
    design: 'prefectures' as const,
    options: { asked, model: options.naive ? null : { ...settings, hashes: inputs.map(hashOf) } },
    data: dataFiles(data),
  };
  const folder = backtestFolder(options.out, identity);

  // 2. the model
  const tasks = inputs.map((each) => {
    const units = decade.outcomes.filter(({ prefecture }) => prefecture === each.city.code);
    return {
      name: `${each.city.code}-${hashOf(each).slice(0, 10)}`,
      label: each.city.name,
      inputs: each,
      asked: askedOfUnits(units),
      keep: (results: readonly ReplicateResult[]) => unitMembers(units, results),
    };
  });
  const members = Object.assign(
    {},
    ...(await simulateWithProgress(tasks, { ...options, folder }, lang)),
  ) as UnitMembers;
  const models = options.naive ? [] : [modelForecaster(members)];
  if (unseen !== null && !options.naive)
    models.push(misfitForecaster(members, decade.outcomes, unseen.discrepancyOf, settings.seed));

  // 3. scores
  const assessments = assessPrefectures(decade.outcomes, asked, models);
  const notes = [messages.landMatched(), ...(options.naive ? [] : [messages.wagesKnown(), drawsNote(calibration)])];
  const title = messages.prefecturesTitle(asked.length);
  await present({ folder, identity, title, assessments, notes }, options.json, lang);
  return ExitStatus.done;
}

const drawsNote = (calibration: string | undefined): Localized =>
  calibration === undefined ? messages.priorOnly() : messages.calibrated(calibration);
