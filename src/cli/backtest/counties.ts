import type { Assessment } from '../../analysis/backtest/assess.ts';
import { hindcastInputs } from '../../analysis/backtest/model/hindcast-inputs.ts';
import { MODEL, modelForecaster, type UnitMembers } from '../../analysis/backtest/model/model-forecaster.ts';
import { runHash } from '../../analysis/backtest/model/run-hash.ts';
import { backtestFolder } from '../../analysis/backtest/write-backtest.ts';
import { forecastByFolds, type Learned, learnedUnits } from '../../analysis/county/county-forecast.ts';
import { askedOfCounties, countyMembers, unitsByPlace, wholeMembers } from '../../analysis/county/county-members.ts';
import { assessCounties, COUNTY_REGRESSION } from '../../analysis/county/county-outcomes.ts';
import { errorPatterns } from '../../analysis/county/error-patterns.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { dataFiles } from '../../run/input-file.ts';
import { withDesign } from '../../run/load-inputs.ts';
import { readRegions } from '../../scenario/city/regions.ts';
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
const SEED = 'luohu';
/** Persons a run has about, and an area of it. */
const PERSONS = 20_000;
const PERSONS_AN_AREA = 1_500;

/**
 * Every county of the nation forecast from its census of 2010 by what happened elsewhere: the model, the regression its counties' flows come
 * from, and statistics, fold by fold. What is simulated of a prefecture is kept and taken over on the next call.
 */
export async function backtestCounties(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  const { out, json, naive } = options;
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const units = learnedUnits(data.read);
  const only = askedPlaces(options.prefectures, [...new Set(units.map(({ unit }) => unit.prefecture))], lang);
  const asked = units.filter(({ unit }) => only?.includes(unit.prefecture) ?? true);
  const folds = [...new Set(asked.map(({ unit }) => unit.fold))].sort((a, b) => a - b);
  const tasks = naive ? [] : tasksOf(asked, options, lang);
  const model = naive ? null : { hashes: tasks.map(({ name }) => name) };
  const identity = { design: 'counties', options: { only: only ?? null, model }, data: dataFiles(data) } as const;
  const folder = backtestFolder(out, identity);
  const parts: UnitMembers = Object.assign({}, ...(await simulateWithProgress(tasks, { ...options, folder }, lang)));
  const members = withoutGaps({ ...parts, ...wholeMembers(asked, parts) });
  const forecasts = forecastByFolds(units, {
    folds,
    onFold: (fold) => tell(messages.fold(folds.indexOf(fold) + 1, folds.length, units.length)[lang]),
  });
  const told = units.flatMap((unit, u) => (asked.includes(unit) ? [{ unit, forecast: forecasts[u]! }] : []));
  const assessments = assessCounties(
    told.map(({ unit }) => unit),
    told.map(({ forecast }) => forecast),
    naive ? [] : [modelForecaster(members)],
  );
  await present(
    {
      folder,
      identity,
      title: messages.countiesTitle(asked.length, folds.length),
      assessments,
      ...(naive ? { reference: COUNTY_REGRESSION } : {}),
      notes: [messages.countyNotes()],
      more: patternsOf(assessments, naive ? COUNTY_REGRESSION : MODEL, asked, lang),
    },
    json,
    lang,
  );
  return ExitStatus.done;
}

/** Replicates without a figure are left out. */
const withoutGaps = (members: UnitMembers): UnitMembers =>
  Object.fromEntries(Object.entries(members).map(([key, values]) => [key, values.filter(Number.isFinite)]));

/** What is left in the errors of residents by county, in words and as numbers. */
function patternsOf(assessments: readonly Assessment[], forecaster: string, units: readonly Learned[], lang: Language) {
  const patterns = errorPatterns(assessments, forecaster, units);
  const regions = readRegions(readData);
  const { bias, spread, correlations } = patterns;
  const digits = (value: number, places: number): string => `${value > 0 ? '+' : ''}${value.toFixed(places)}`;
  const provinces = bias.map(({ province, percent }) => `${regions.get(province)!.name[lang]} ${digits(percent, 1)}`);
  const strongest = correlations.map(({ covariate, value }) => `${covariate} ${digits(value, 2)}`);
  return {
    text: [
      '',
      messages.biasByProvince(provinces)[lang],
      messages.spreadOfGrowth(spread.forecast, spread.counted)[lang],
      messages.errorCorrelations(strongest)[lang],
    ],
    json: { patterns },
  };
}

/** The run of each prefecture from 2010, as `luohu new` writes it: the flows of its counties were found without it. */
function tasksOf(units: readonly Learned[], options: BacktestOptions, lang: Language) {
  const replicates = options.replicates ?? REPLICATES;
  const settings = { replicates, seed: options.seed ?? SEED, sample: 1 };
  const inputsOf = hindcastInputs(readData, settings, { scenario: (each) => each }, lang);
  const regions = readRegions(readData);
  return unitsByPlace(units, regions).map(([place, own]) => {
    const whole = inputsOf(place);
    const persons = Math.max(PERSONS, PERSONS_AN_AREA * whole.city.areas.length);
    const sample = options.sample ?? Math.min(1, persons / expectedPersons(whole.city));
    const inputs = withDesign(whole, { sample, replicates, bases: BASES });
    return {
      name: `${place}-${runHash(inputs).slice(0, 10)}`,
      label: regions.get(place)!.name,
      inputs,
      asked: askedOfCounties(own),
      keep: (results: readonly ReplicateResult[]) => countyMembers(own, results),
    };
  });
}
