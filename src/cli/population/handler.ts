import type { Language } from '../../language/language.ts';
import { bytesPerRow } from '../../population/columns.ts';
import { householdSpec, personSpec } from '../../population/population.ts';
import { fitLabels } from '../../report/fit-labels.ts';
import { type FitSummary, fitSummaries } from '../../report/fit-summary.ts';
import { type BaseRequest, baseOf, baseRequest } from '../../run/base.ts';
import type { Base } from '../../run/job.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { populationBytes } from '../../run/memory.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';
import { tellAssumed } from '../tell-assumed.ts';
import { withSession } from '../with-session.ts';
import { populationMessages } from './messages.ts';
import type { PopulationOptions } from './options.ts';

/** Makes the base population and tells how it fits the tables that were used, and those that were kept back. */
export async function reportPopulation(options: PopulationOptions, lang: Language): Promise<ExitStatus> {
  const request = requestOf(options, lang);
  const base = await withSession({ workers: 1, lang }, (session, signal, progress) => {
    progress.step(messages.makingBase(request.city.name)[lang]);
    return baseOf(session, request, signal);
  });
  const report = options.json ? jsonReport(request, base) : textReport(request, base, lang);
  process.stdout.write(`${report}\n`);
  return ExitStatus.done;
}

/** What to make: a scenario's base population, or that of a bare prefecture code with the default parameters. */
function requestOf({ scenario, code, year, seed }: PopulationOptions, lang: Language): BaseRequest {
  if (scenario !== undefined && code !== undefined)
    throw new InputError([{ message: populationMessages.scenarioAndCode(scenario, code)[lang] }]);
  if (code !== undefined) {
    if (!/^\d{6}$/.test(code)) throw new InputError([{ message: populationMessages.notACode(code)[lang] }]);
    checkTables(readData);
    const city = loadCityData(readData, code, year ?? 2020);
    return { name: code, city, parameters: defaultParameters(), seed: seed ?? 'luohu', sample: 1, part: 0 };
  }
  if (scenario === undefined) throw new InputError([{ message: populationMessages.needsScenarioOrCode()[lang] }]);
  const overrides = overridesOf({ from: year, seed });
  const inputs = loadInputs({ scenario, overrides, sample: 1 }, lang);
  tellAssumed([inputs], lang);
  return baseRequest(inputs);
}

const defaultParameters = (): ParameterValues =>
  Object.fromEntries(parameterNames.map((name) => [name, parameterSpecs[name].value])) as Record<
    keyof ParameterValues,
    number
  >;

function textReport({ city }: BaseRequest, { rows, fit, notes }: Base, lang: Language): string {
  const summaries = fitSummaries(fit);
  const megabytes = Math.round(populationBytes(rows) / 1e6);
  return [
    populationMessages.populationOf(city.name, city.censusYear, rows.persons, rows.households)[lang],
    populationMessages.memoryPerRow(bytesPerRow(personSpec), bytesPerRow(householdSpec), megabytes)[lang],
    '',
    populationMessages.fitControlled()[lang],
    fitTable(
      summaries.filter(({ controlled }) => controlled),
      lang,
    ),
    '',
    populationMessages.fitHeldOut()[lang],
    fitTable(
      summaries.filter(({ controlled }) => !controlled),
      lang,
    ),
    populationMessages.fitOffRegister(offRegisterPercent(city))[lang],
    '',
    populationMessages.fitMeasures()[lang],
    ...[...city.notes, ...notes].map((note) => `- ${note}`),
  ].join('\n');
}

/** Residents the census found off their register inside their county, percent of all. */
function offRegisterPercent({ areas }: CityData): string {
  const total = (of: (area: CityData['areas'][number]) => number) => areas.reduce((sum, area) => sum + of(area), 0);
  return ((100 * total(({ fromSameCounty }) => fromSameCounty)) / total(({ population }) => population)).toFixed(0);
}

/** Sums of shares and of mean years say nothing: their target is left out. */
function fitTable(summaries: readonly FitSummary[], lang: Language): string {
  const head = populationMessages.fitHeader()[lang].split(',');
  const rows = summaries.map(({ control, cells, target, tae, srmse }) => {
    const { name, unit } = fitLabels[control];
    const counted = unit === 'persons' || unit === 'households';
    return [
      name[lang],
      populationMessages.fitUnits[unit][lang],
      String(cells),
      counted ? amount(target, 0) : '–',
      counted ? amount(tae, 0) : amount(unit === 'points' ? 100 * tae : tae, 2),
      ((100 * tae) / target).toFixed(2),
      srmse.toFixed(4),
    ];
  });
  return plainTable(head, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'right']);
}

const amount = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function jsonReport({ city, seed }: BaseRequest, { rows, fit, notes }: Base): string {
  const bytes = {
    person: bytesPerRow(personSpec),
    household: bytesPerRow(householdSpec),
    all: populationBytes(rows),
  };
  const { code, name, censusYear } = city;
  const report = { city: code, name, censusYear, seed, rows, bytes, tables: fitSummaries(fit), fit, notes };
  return JSON.stringify(report, null, 2);
}
