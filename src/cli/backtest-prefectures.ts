import { censusDecade } from '../analysis/backtest/census-decade.ts';
import { assessPrefectures } from '../analysis/backtest/designs.ts';
import { hindcastInputs } from '../analysis/backtest/model/hindcast-inputs.ts';
import { modelForecaster } from '../analysis/backtest/model/model-forecaster.ts';
import { backtestFolder } from '../analysis/backtest/write-backtest.ts';
import { assertMemory } from '../run/assert-memory.ts';
import { inputFile, placeOf } from '../run/input-file.ts';
import { assertWritable } from '../run/write-results.ts';
import { checkTables } from '../scenario/check-tables.ts';
import { readRegions } from '../scenario/city/regions.ts';
import { InputError } from '../scenario/errors.ts';
import { readData } from '../scenario/read-data.ts';
import { recordingReader } from '../scenario/tables.ts';
import type { BacktestOptions } from './backtest.ts';
import { backtestMessages as messages } from './backtest-messages.ts';
import { present } from './backtest-present.ts';
import { simulateTasks } from './backtest-simulate.ts';
import { ExitStatus } from './exit-status.ts';
import { messages as common, type Language } from './messages.ts';

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
  await assertWritable(options.out, (folder) => common.notWritable(folder)[lang]);

  // 1. outcomes
  process.stderr.write(`${messages.preparing()[lang]}\n`);
  checkTables(readData);
  const data = recordingReader(readData);
  const decade = censusDecade(data.read);
  const asked = askedFor(options, decade.prefectures, lang);
  const settings = {
    replicates: options.replicates ?? REPLICATES,
    seed: options.seed ?? SEED,
    sample: options.sample ?? SAMPLE,
  };
  const inputsOf = hindcastInputs(data.read, settings, decade.blind, lang);
  const files = [...data.files].map(([name, content]) => inputFile(placeOf(`data/${name}`), content));
  const told = options.naive ? { asked, model: false } : { asked, model: true, ...settings };
  const identity = { design: 'prefectures' as const, options: told, data: files };
  const folder = backtestFolder(options.out, identity);

  // 2. the model
  const regions = readRegions(data.read);
  const tasks = asked.map((code) => ({
    name: code,
    label: regions.get(code)!.name,
    units: decade.outcomes.filter(({ prefecture }) => prefecture === code),
    inputs: () => {
      const inputs = inputsOf(code);
      assertMemory(inputs, options.workers);
      return inputs;
    },
  }));
  const model = options.naive ? null : modelForecaster(await simulateTasks(tasks, { ...options, folder }, lang));

  // 3. scores
  const assessments = assessPrefectures(decade.outcomes, asked, model);
  const notes = [messages.landMatched(), ...(model ? [messages.wagesKnown(), messages.priorOnly()] : [])];
  const title = messages.prefecturesTitle(asked.length);
  await present({ folder, identity, title, assessments, notes }, options.json, lang);
  return ExitStatus.done;
}

/** The prefectures to forecast: those named, or all. Throws InputError for one without both censuses. */
function askedFor({ prefectures }: BacktestOptions, known: readonly string[], lang: Language): readonly string[] {
  if (prefectures === undefined) return known;
  const asked = [...new Set(prefectures.split(',').map((code) => code.trim()))].sort();
  const unknown = asked.filter((code) => !known.includes(code));
  if (unknown.length === 0) return asked;
  throw new InputError(
    unknown.map((code) => ({ message: messages.notBothCensuses(code, known.length, known[0]!)[lang] })),
  );
}
