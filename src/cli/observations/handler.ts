import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, type Localized, marks } from '../../language/language.ts';
import { csvText } from '../../result/csv.ts';
import { type Grid, readGrid } from '../../run/observations/grid.ts';
import { observationMessages } from '../../run/observations/messages.ts';
import { figureColumns, figuresOf } from '../../run/observations/read-figures.ts';
import { type Told, tidyColumns } from '../../run/observations/tidy-columns.ts';
import { type Understanding, type Understood, understand } from '../../run/observations/understand.ts';
import { unitCalled } from '../../run/observations/vocabulary.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { formatIssue, InputError, type Issue, inLanguage } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { tell } from '../tell.ts';
import { observationsMessages as say } from './messages.ts';
import type { ObservationsOptions } from './options.ts';

/**
 * Understands a table and shows how, what was not understood, and what cannot be right.
 * @returns exit status 2 where nothing was understood or a number cannot be
 */
export async function importObservations(options: ObservationsOptions, lang: Language): Promise<ExitStatus> {
  const { file, write, force, json } = options;
  const place = placeCalled(options.city, readData);
  const year = Math.max(...censusYears(readData, place.code)) as 2010 | 2020;
  const city = loadCityData(readData, place.code, year);
  const grid = gridOf(file, lang);
  const told = tidyColumns(grid);
  const found = understand(told.grid, city, readData);
  const issues = found.figures.length === 0 ? [] : mistakesIn(found, told, file, city, lang);
  const out = options.out ?? `${file.replace(/\.[^./\\]*$/, '')}.observations.csv`;
  if (write && !force && existsSync(out)) throw new InputError([{ message: say.exists(out)[lang] }]);
  const wrong = found.figures.length === 0 || issues.length > 0;
  const rows = found.figures.map((figure) => rowOf(figure, told, options.source, path.basename(file)));
  if (json) process.stdout.write(`${JSON.stringify({ file, figures: rows, doubts: found.doubts, issues }, null, 2)}\n`);
  else show(found, { file, grid, city, issues }, lang);
  if (wrong) return ExitStatus.wrongInput;
  if (!write) {
    tell(say.notWritten()[lang]);
    return ExitStatus.done;
  }
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(`${out}.part`, `\uFEFF${csvText(figureColumns, rows)}`);
  await rename(`${out}.part`, out);
  tell(say.written(path.relative('', path.resolve(out)))[lang]);
  if (found.doubts.length > 0) tell(say.leftOut(found.doubts.length)[lang]);
  return ExitStatus.done;
}

/** @param asked source of every row, where the command says one; else that of the row, else the name of the file */
function rowOf(
  { area, year, meant, value, unit, line }: Understood,
  { besides }: Told,
  asked: string | undefined,
  fileName: string,
): string[] {
  const { error, definition, source: own } = besides(line);
  const source = asked ?? (own || fileName);
  return [area, String(year), meant.indicator, value.replace(/,/g, ''), unit, error, definition, source];
}

function gridOf(file: string, lang: Language): Grid {
  try {
    if (/\.xls$/i.test(file)) throw Object.assign(new Error(), { code: 'EFORMAT' });
    return readGrid(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const isFormat = (error as NodeJS.ErrnoException).code === 'EFORMAT';
    const problem: Localized = !isFormat
      ? fileProblem(error)
      : /\.xls$/i.test(file)
        ? observationMessages.oldWorkbook()
        : observationMessages.notATable();
    throw new InputError([{ file, message: problem[lang] }]);
  }
}

/** What the strict reader says of the tidy table, at the places of the table it was read from; what it asks of definitions is left to it. */
function mistakesIn({ figures }: Understanding, told: Told, file: string, city: CityData, lang: Language): Issue[] {
  const cells = [
    figureColumns as readonly string[],
    ...figures.map((figure) => rowOf(figure, told, undefined, 'import')),
  ].map((row, r) => row.map((text, c) => ({ text, line: r + 1, column: c + 1 })));
  const { issues } = figuresOf({ rows: cells, read: { zh: '', en: '' } }, file, city, readData);
  return issues
    .filter(({ path: column }) => column !== 'definition')
    .map((issue) => {
      const from = figures[(issue.line ?? 2) - 2];
      const { path: _path, ...rest } = inLanguage(issue, lang);
      return { ...rest, ...(from === undefined ? {} : { line: from.line, column: from.column }) };
    });
}

interface Shown {
  readonly file: string;
  readonly grid: Grid;
  readonly city: CityData;
  readonly issues: readonly Issue[];
}

function show({ figures, doubts }: Understanding, { file, grid, city, issues }: Shown, lang: Language): void {
  const nameOf = (area: string): string =>
    area === 'city' ? say.wholeCity()[lang] : (city.areas.find(({ code }) => code === area)?.name[lang] ?? area);
  const rows = figures.map(({ area, year, meant, value, unit }) => {
    const times = unitCalled(unit)!.times;
    const all = Number(value.replace(/,/g, '')) * times;
    return [nameOf(area), String(year), meant.label[lang], value, unit, times === 1 ? '' : String(Math.round(all))];
  });
  process.stdout.write(`${say.heading(file, figures.length, grid.read[lang])[lang]}\n`);
  if (rows.length > 0) process.stdout.write(`${plainTable(say.head()[lang].split(','), rows)}\n`);
  if (doubts.length > 0) tell(say.doubts(doubts.length)[lang]);
  for (const { line, column, text } of doubts) tell(formatIssue({ file, line, column, message: text[lang] }));
  if (issues.length > 0) tell(say.mistakes()[lang].replace(/[:：]$/, marks.colon[lang].trim()));
  for (const issue of issues) tell(formatIssue(issue));
}
