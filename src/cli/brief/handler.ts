import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { briefBlocks } from '../../report/brief/content.ts';
import { writeDocx } from '../../report/brief/docx-writer.ts';
import { briefCharts, drawPictures } from '../../report/brief/pictures.ts';
import { briefYears } from '../../report/brief/tables.ts';
import { type ChartName, charts } from '../../report/charts.ts';
import { type RunTold, readRun } from '../../report/read/read-run.ts';
import { areasCalled, yearsOf } from '../../report/readable/choice.ts';
import { writeFolder } from '../../result/write-results.ts';
import { documentsHere } from '../../run/own-files.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages as common } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { assertOneKind, tellChanged } from '../report/same-kind.ts';
import { shownPath } from '../shown-path.ts';
import { tell } from '../tell.ts';
import { tellEdited } from '../tell-edited.ts';
import { briefMessages as messages } from './messages.ts';
import type { BriefOptions } from './options.ts';

/** Name of the file, the same in both languages. */
const FILE = 'brief.docx';

/**
 * Reads the results, checks that they are as they were written, and writes a briefing with its pictures. A briefing that somebody
 * edited since is kept under another name.
 * @throws InputError for a folder without a result, years, areas or charts it does not have, a place that cannot be written to
 */
export async function writeBrief(options: BriefOptions, lang: Language): Promise<ExitStatus> {
  const { run: folders, map, unit, date, out, json } = options;
  const runs: RunTold[] = [];
  for (const folder of folders) {
    const run = await readRun(folder, lang, (...place) => common.noResult(...place)[lang], map);
    tellChanged(run, folder, lang);
    runs.push(run);
  }
  assertOneKind(runs, map, lang);
  const told = runs.at(-1)!;
  const names = chartsAsked(options.charts, lang);
  const { baseYear, endYear } = told.manifest.scenario;
  const there = Array.from({ length: endYear - baseYear + 1 }, (_, i) => baseYear + i);
  const years = options.years === undefined ? briefYears(told) : yearsOf(options.years, there);
  const areas = options.area === undefined ? undefined : areasCalled(options.area, told.input.areas);
  const target = path.resolve(out ?? path.join(told.folder, 'brief'));
  await assertOut(path.dirname(target), lang);

  tell(messages.drawing()[lang]);
  const pictures = await drawPictures(told, names, lang, options.years === undefined ? {} : spanOf(years));
  const blocks = briefBlocks(runs, pictures, documentsHere(readDocuments(readData)), lang, {
    years,
    areas,
    unit,
    date,
  });
  const bytes = await writeDocx(blocks, told.manifest.scenario.title[lang], lang);
  const { folder, edited } = await writeFolder(path.dirname(target), path.basename(target), async (made) => {
    await writeFile(path.join(made, FILE), bytes);
    await mkdir(path.join(made, 'charts'));
    for (const { name, svg, png } of pictures) {
      await writeFile(path.join(made, 'charts', `${name}.svg`), svg);
      await writeFile(path.join(made, 'charts', `${name}.png`), png);
    }
  });
  await tellEdited(edited, folder, lang, options.force);
  const file = shownPath(path.join(folder, FILE));
  const drawn = pictures.map(({ name }) => name);
  if (json) printJson({ brief: file, charts: drawn, runs: folders });
  else {
    process.stdout.write(`${messages.written(file)[lang]}\n`);
    if (drawn.length > 0)
      process.stdout.write(`${messages.pictures(shownPath(path.join(folder, 'charts')), drawn.length)[lang]}\n`);
  }
  return ExitStatus.done;
}

/** First and last of the years, as charts of a change take them. */
const spanOf = (years: readonly number[]) => ({
  ...(years.length > 1 ? { from: years[0] } : {}),
  year: years.at(-1)!,
});

function chartsAsked(given: readonly string[] | undefined, lang: Language): readonly ChartName[] {
  if (given === undefined) return briefCharts;
  if (given.join() === 'none') return [];
  const unknown = given.filter((name) => !Object.hasOwn(charts, name));
  if (unknown.length > 0)
    throw new InputError([{ message: messages.noChart(unknown.join(', '), Object.keys(charts).join(', '))[lang] }]);
  return given as readonly ChartName[];
}
