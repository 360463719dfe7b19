import type { Language } from '../../language/language.ts';
import { bytesPerRow } from '../../population/columns.ts';
import { householdSpec, personSpec } from '../../population/population.ts';
import { fitLabels } from '../../report/fit-labels.ts';
import { type FitSummary, fitSummaries } from '../../report/fit-summary.ts';
import { type BaseRequest, baseOf } from '../../run/base.ts';
import type { Base } from '../../run/job.ts';
import { populationBytes } from '../../run/memory.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';
import { withSession } from '../with-session.ts';
import { populationMessages } from './messages.ts';
import type { PopulationOptions } from './options.ts';
import { requestOf } from './request.ts';

/** Makes the base population and tells how it fits the tables that were used, and those that were kept back. */
export async function reportPopulation(options: PopulationOptions, lang: Language): Promise<ExitStatus> {
  if (options.microdata) return (await import('./write-out.ts')).writeOut(options, lang);
  const request = requestOf(options, lang);
  const base = await withSession({ workers: 1, lang }, (session, signal, progress) => {
    progress.step(messages.makingBase(request.city.name)[lang]);
    return baseOf(session, request, signal);
  });
  const report = options.json ? jsonReport(request, base) : textReport(request, base, lang);
  process.stdout.write(`${report}\n`);
  return ExitStatus.done;
}

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
    ...[...city.notes, ...notes].map((note) => `- ${note[lang]}`),
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
