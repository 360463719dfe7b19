import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Coefficient, type FiscalResult, fiscal } from '../../fiscal/index.ts';
import type { Language } from '../../language/language.ts';
import { renderFiscal } from '../../report/fiscal/render-fiscal.ts';
import { fiscalTables } from '../../report/fiscal/tables.ts';
import { readFiguresBeside } from '../../report/read/read-own-figures.ts';
import { readOwnTables } from '../../report/read/read-own-tables.ts';
import { sameInputs } from '../../report/read/read-run.ts';
import type { Prepared } from '../../report/workbook/book.ts';
import { writeWorkbook } from '../../report/workbook/index.ts';
import { fiscalCoefficients } from '../../result/fiscal-coefficients.ts';
import { readEstimates } from '../../result/read-estimates.ts';
import { readFiscalCounts } from '../../result/read-fiscal-counts.ts';
import { readStatedCounts } from '../../result/read-stated-counts.ts';
import { writeFolder } from '../../result/write-results.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { readResult } from '../read-result.ts';
import { tell } from '../tell.ts';
import { tellEdited } from '../tell-edited.ts';
import { fiscalMessages } from './messages.ts';
import type { FiscalOptions } from './options.ts';
import { fiscalReport } from './report.ts';

/** Reads a finished run, calculates, writes `fiscal/` into its folder whole, and tells the headline figures. */
export async function fiscalOf(options: FiscalOptions, lang: Language): Promise<ExitStatus> {
  const { coefficients: file, counted, from, unit, json } = options;
  const [folder, ...others] = options.run as [string, ...string[]];
  const today = new Date();
  if (others.length > 0) {
    if (await areOfOnePlace(options.run, lang))
      return (await import('./two-sides.ts')).twoSidesOf(options, dayOf(today), lang);
    return (await import('./province.ts')).provinceOf(options, today, lang);
  }
  const manifest = await readResult(folder, lang);
  if (manifest.region !== undefined) throw new InputError([{ message: fiscalMessages.ofRegion(folder)[lang] }]);
  const simulated = await readFiscalCounts(folder, manifest, fiscalMessages);
  const stated = counted === undefined ? [] : readStatedCounts(counted, simulated);
  const counts = { ...simulated, stated };
  const coefficients = fiscalCoefficients(manifest, { file, from, today }, lang);
  if (sharesTooWidely(coefficients)) tell(messages.warning(fiscalMessages.sharedTooWidely()[lang])[lang]);
  const tables = readOwnTables(folder);
  const figures = readFiguresBeside(folder, sameInputs(manifest, lang)?.scenario.figures ?? []);
  await assertOut(folder, lang);
  const result = fiscal(counts, coefficients, readEstimates(readData));
  const { folder: written, edited } = await writeFolder(folder, 'fiscal', (place) =>
    fill(place, result, lang, { unit, date: dayOf(today), tables, figures }),
  );
  await tellEdited(edited, written, lang, options.force);
  if (json) printJson(summary(result, written));
  else
    process.stdout.write(
      `${fiscalReport(result, lang)}\n${fiscalMessages.written(written, workbookIn(written))[lang]}\n`,
    );
  return ExitStatus.done;
}

/** Whether these are two runs of one place, to be set side by side, rather than places of a province. */
async function areOfOnePlace(folders: readonly string[], lang: Language): Promise<boolean> {
  if (folders.length !== 2) return false;
  const manifests = await Promise.all(folders.map((folder) => readResult(folder, lang)));
  const [first, second] = manifests.map(({ region, scenario }) => (region === undefined ? scenario.city : null));
  return first !== null && first === second;
}

/** Envelopes below this part of the nation's are rather a province's. Judgement. */
const SMALL = 0.25;

/** Whether an envelope that somebody stated is so small that it is hardly the nation's, and yet the nation shares it. */
function sharesTooWidely(coefficients: readonly Coefficient[]): boolean {
  const envelopes = coefficients.filter(({ id }) => id.startsWith('award.envelope.'));
  const known = Math.max(...envelopes.filter(({ from }) => from === 'data').map(({ value }) => value));
  const stated = envelopes.filter(({ from }) => from !== 'data').map(({ value }) => value);
  const nation = coefficients.some(({ id, from }) => id.startsWith('pool.settlers.') && from === 'data');
  return nation && stated.some((value) => value < SMALL * known);
}

const workbookIn = (folder: string): string => path.join(folder, 'fiscal.xlsx');

/** The day where the command runs, as 2026-12-01. */
const dayOf = (today: Date): string =>
  [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

async function fill(folder: string, result: FiscalResult, lang: Language, prepared: Prepared): Promise<void> {
  for (const [name, text] of Object.entries(fiscalTables(result))) await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, 'result.json'), `${JSON.stringify(result)}\n`);
  await renderFiscal(result, path.join(folder, 'charts'));
  await writeFile(workbookIn(folder), await writeWorkbook(result, lang, prepared));
}

/** What `--json` tells: the headline and where the rest is. */
function summary(
  { counts, priceYear, award, budget, perPerson, ledger, definitions, coefficients, notes }: FiscalResult,
  folder: string,
) {
  return {
    run: counts.run,
    folder,
    workbook: workbookIn(folder),
    priceYear,
    budget: {
      from: budget.from,
      to: budget.to,
      rows: budget.rows.filter(({ area, year }) => area === 'city' && year >= budget.from && year <= budget.to),
    },
    newSettler: award.newSettler.filter(({ settled }) => settled === budget.from),
    award: award.intervals.filter(({ area }) => area === 'city'),
    cash: award.cash,
    perPerson: perPerson.filter(({ year }) => year === budget.from),
    ledger: ledger.filter(({ year }) => year >= budget.from && year <= budget.to),
    definitions: definitions.filter(({ year }) => year >= budget.from && year <= budget.to),
    assumptions: coefficients.filter(({ mark }) => mark === 'assumption').map(({ id }) => id),
    notes,
  };
}
