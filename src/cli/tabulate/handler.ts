import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unitNames } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { compileTable, type Table } from '../../people/table/compile-table.ts';
import { type IndicatorRow, mergeIndicators } from '../../result/merge.ts';
import { filesOfTable, rowsByCell } from '../../result/own-tables.ts';
import { openMicrodata, tabulate } from '../../result/tabulate.ts';
import { assertUnchanged, filesOf } from '../../result/verify.ts';
import { noteAdded, setAside } from '../../result/written.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { InputError } from '../../scenario/errors.ts';
import { toIssue } from '../../scenario/finding.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import { type TablesFile, tablesFileShape } from '../../scenario/table-shape.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { readResult } from '../read-result.ts';
import { tell } from '../tell.ts';
import { tabulateMessages as say } from './messages.ts';

export interface TabulateOptions {
  readonly run: string;
  readonly tables: string;
  readonly guard: number | undefined;
  readonly json: boolean;
}

/**
 * Counts the tables of a file from a run's people, writes them into the run's folder and shows the last year of the city.
 *
 *   1. the run and its people; 2. the tables, every mistake with its place; 3. count, merge over replicates, write
 */
export async function tabulateRun(options: TabulateOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { run: folder } = options;
  const manifest = await readResult(folder, lang);
  const { microdata } = manifest.command;
  if (microdata === undefined) throw new InputError([{ message: say.noMicrodata(folder)[lang] }]);
  await assertUnchanged(
    folder,
    filesOf(manifest, (file) => file.startsWith('microdata/')),
  );
  const people = await openMicrodata(path.join(folder, 'microdata')).catch(() => {
    throw new InputError([{ message: say.brokenMicrodata(folder)[lang] }]);
  });

  // 2
  const { baseYear, endYear, id } = manifest.scenario;
  const tables = readTables(
    options.tables,
    people.place,
    { first: baseYear, last: endYear },
    microdata.years,
    lang,
  ).map((table) => (options.guard === undefined ? table : { ...table, guard: options.guard }));

  // 3
  const weight = 1 / manifest.options.sample;
  const results = await tabulate(people, tables, { baseYear, endYear, ...microdata, weight });
  const rows = mergeIndicators(results);
  const byCell = rowsByCell(tables, rows);
  await mkdir(path.join(folder, 'tables'), { recursive: true });
  const files: string[] = [];
  const texts = tables.flatMap((table) => Object.entries(filesOfTable(id, table, byCell)));
  for (const [name, text] of texts) {
    const aside = await setAside(folder, name);
    if (aside !== null) tell(say.keptAside(path.join(folder, aside))[lang]);
    await writeFile(path.join(folder, name), text);
    await noteAdded(folder, name);
    if (name.endsWith('.csv')) files.push(path.join(folder, name));
  }
  if (options.json) printJson({ folder, files, rows });
  else for (const table of tables) process.stdout.write(`${shown(table, rows, lang)}\n\n`);
  tell(say.wroteTo(files)[lang]);
  return ExitStatus.done;
}

function readTables(
  file: string,
  place: Parameters<typeof compileTable>[2],
  run: { readonly first: number; readonly last: number },
  written: readonly number[],
  lang: Language,
): Table[] {
  const { value, source } = readYaml<{ tables: TablesFile }>(readUserFile(file), file, tablesFileShape, lang);
  const compiled = Object.entries(value.tables).map(([name, table]) => ({
    name,
    years: table.years ?? [],
    ...compileTable(name, table, place, run),
  }));
  const mistakes = compiled.flatMap(({ name, years, table, mistakes: found }) => [
    ...found.map(({ path: at, ...mistake }) => ({ ...mistake, path: ['tables', name, ...at] })),
    ...years.flatMap((year, n) =>
      table === null || table.population === 'events' || written.includes(year)
        ? []
        : [{ path: ['tables', name, 'years', n], at: 'value' as const, text: say.notWritten(written, year) }],
    ),
  ]);
  if (mistakes.length > 0) throw new InputError(mistakes.map((mistake) => toIssue({ source, ...mistake }, lang)));
  return compiled.flatMap(({ table }) => table ?? []);
}

/** The last year of the city: rows by the row groups, columns by the others. */
function shown(table: Table, rows: readonly IndicatorRow[], lang: Language): string {
  const means = new Map<string, IndicatorRow>();
  for (const row of rows) if (row.area === 'city') means.set(row.indicator, row);
  const last = table.cells.flatMap(({ name }) => means.get(name) ?? [])[0];
  if (last === undefined) return table.title[lang];
  const { groups, rowGroups, cells, unit } = table;
  const name = (labels: (typeof cells)[number]['labels']): string => labels.map(({ words }) => words[lang]).join(' / ');
  const across = [...new Set(cells.map(({ labels }) => name(labels.slice(rowGroups))))];
  // the last group runs fastest: the cells of a row follow each other
  const down = Array.from({ length: cells.length / across.length }, (_, n) =>
    cells.slice(n * across.length, (n + 1) * across.length),
  );
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: unit === 'percent' ? 2 : 1 });
  const shownNumber = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '–' : number.format(value);
  const caption = say.caption(table.title[lang], last.year, unitNames[unit][lang], last.replicates)[lang];
  if (groups.length === 0) return `${caption}\n${shownNumber(last.mean)}`;
  const head = [
    groups
      .slice(0, rowGroups)
      .map(({ column }) => column.label[lang])
      .join(' / '),
    ...across,
  ];
  return [
    caption,
    plainTable(
      head,
      down.map((own) => [
        name(own[0].labels.slice(0, rowGroups)),
        ...own.map((cell) => shownNumber(means.get(cell.name)?.mean)),
      ]),
    ),
  ].join('\n');
}
