import { hindcastInputs } from '../../analysis/backtest/model/hindcast-inputs.ts';
import { runHash } from '../../analysis/backtest/model/run-hash.ts';
import type { Task } from '../../analysis/backtest/model/simulate-tasks.ts';
import { backtestFolder, writeBacktest } from '../../analysis/backtest/write-backtest.ts';
import { countsBeside } from '../../analysis/register-balance/counts-beside.ts';
import { definitionSteps } from '../../analysis/register-balance/definition-step.ts';
import {
  askedOfRegisters,
  membersOf,
  NATION,
  printedRates,
  REGISTER_YEARS,
  type RegisterRuns,
  rateMembers,
  ratesBeside,
  registerRuns,
  told,
  withoutRates,
  withSums,
} from '../../analysis/register-balance/register-runs.ts';
import { riseByChannel, settledBeside } from '../../analysis/register-balance/settled-beside.ts';
import { withParameters } from '../../analysis/simulate.ts';
import type { Language } from '../../language/language.ts';
import { logistic } from '../../math/logistic.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { dataFiles } from '../../run/input-file.ts';
import { withDesign } from '../../run/load-inputs.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../scenario/city/regions.ts';
import { nationAt, readRates } from '../../scenario/city/register-rates.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { BASES } from '../bases.ts';
import { ExitStatus } from '../exit-status.ts';
import { printJson } from '../print-json.ts';
import { tell } from '../tell.ts';
import { askedPlaces } from './asked-places.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { csvOf, type Registers, textOf } from './registers-text.ts';
import { simulateWithProgress } from './simulate.ts';

const REPLICATES = 8;
const PERSONS = 10_000;
const [FIRST, LAST] = REGISTER_YEARS;
/** Years since registers count by place everywhere. */
const COUNTED = Array.from({ length: LAST - 2015 }, (_, t) => 2016 + t);
const SETTLING = 'settlement.reportedRate';

/**
 * Registers of all places from 2010 to 2023, each run without the rates printed of its own province, added up to provinces and the nation; and
 * the same with settling doubled. The nation's figures were used for the nation's account: what comes back of them is a reproduction.
 */
export async function backtestRegisters(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  const { out, json } = options;
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const all = [...readRegions(data.read).values()]
    .filter(isPlace)
    .map(({ code }) => code)
    .filter((code) => censusYears(data.read, code).includes(FIRST));
  const only = askedPlaces(options.prefectures, all, lang);
  const places = all.filter((code) => only?.includes(code) ?? true);
  const left = new Set(all.filter((code) => !places.includes(code)).map(provinceOf));
  const wholes = new Set(places.map(provinceOf).filter((province) => !left.has(province)));
  if (left.size === 0) wholes.add(NATION);
  const tasks = tasksOf(places, options, lang);
  const identity = {
    design: 'registers' as const,
    options: { only: only ?? null, runs: tasks.map(({ name }) => name) },
    data: dataFiles(data),
  };
  const folder = backtestFolder(out, identity);
  const kept = await simulateWithProgress(tasks, { ...options, folder }, lang);
  const half = kept.length / 2;
  const { documents } = tasks[0].inputs;
  const read = (runs: readonly RegisterRuns[]): Registers => {
    const joined = withSums(Object.assign({}, ...runs), places, wholes);
    return { ...registersOf(joined), steps: definitionSteps(data.read, joined, [...wholes].sort(), documents) };
  };
  const [usual, doubled] = [read(kept.slice(0, half)), read(kept.slice(half))];
  await writeBacktest(folder, identity, { 'registers.csv': csvOf({ usual, doubled }) });
  if (json) printJson({ ...identity, folder, usual, doubled });
  else process.stdout.write(`${textOf(usual, doubled, places.length, folder, lang).join('\n')}\n`);
  return ExitStatus.done;
}

/** The runs of all places, then the same with settling doubled. */
function tasksOf(places: readonly string[], options: BacktestOptions, lang: Language): Task<RegisterRuns>[] {
  const replicates = options.replicates ?? REPLICATES;
  const settings = { replicates, seed: options.seed ?? 'luohu', sample: 1, endYear: LAST };
  const regions = readRegions(readData);
  const areas = printedRates(readData).map(([code]) => code);
  const inputsIn = new Map(
    [...new Set(places.map(provinceOf))].map((province) => [
      province,
      hindcastInputs(withoutRates(readData, province), settings, { scenario: (each) => each }, lang),
    ]),
  );
  const usual = places.map((place) => {
    const whole = inputsIn.get(provinceOf(place))!(place);
    const sample = options.sample ?? Math.min(1, PERSONS / expectedPersons(whole.city));
    return withDesign(whole, { sample, replicates, bases: BASES });
  });
  const doubled = usual.map((inputs) => {
    const rate = 2 * inputs.scenario.parameters[SETTLING][0].value;
    return { ...inputs, scenario: withParameters(inputs.scenario, { [SETTLING]: rate }) };
  });
  return [...usual, ...doubled].map((inputs, n) => {
    const place = places[n % places.length];
    const own = inputs.city.areas.map(({ code }) => code).filter((code) => areas.includes(code));
    return {
      name: `${place}-${runHash(inputs).slice(0, 10)}`,
      label: regions.get(place)!.name,
      inputs,
      asked: askedOfRegisters,
      keep: (results) => registerRuns(place, own, results),
    };
  });
}

function registersOf(runs: RegisterRuns): Omit<Registers, 'steps'> {
  const rates = readRates(readData);
  const beside = ratesBeside(readData, runs);
  if (membersOf(runs, NATION, 'all', FIRST).length === 0)
    return { nation: [], settled: [], counts: [], rise: [], ...beside };
  return {
    nation: COUNTED.map((year) => ({
      year,
      printed: 100 * logistic(nationAt(rates, year)),
      ...told(rateMembers(runs, NATION, year)),
    })),
    settled: settledBeside(readData, runs),
    counts: countsBeside(readData, runs),
    rise: riseByChannel(runs, COUNTED),
    ...beside,
  };
}
