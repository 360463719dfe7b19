import path from 'node:path';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import { systemProblem } from '../../language/system-problem.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { ChartInput } from '../../report/chart-input.ts';
import { chartTargets } from '../../report/chart-targets.ts';
import { countyTiles } from '../../report/map/tile-places.ts';
import { readRun } from '../../report/read/read-run.ts';
import { readResultTables } from '../../report/readable/result-tables.ts';
import { READABLE, writeReadable } from '../../report/readable/write-readable.ts';
import { renderCharts } from '../../report/render-charts.ts';
import type { FinishedRun } from '../../result/run-scenario.ts';
import { type WrittenFolder, writeFolder } from '../../result/write-results.ts';
import { hasWhole } from '../../result/written.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { documentsHere } from '../../run/own-files.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import { readData } from '../../scenario/read-data.ts';
import { withSourceNames } from '../../scenario/source-names.ts';
import { messages } from '../messages.ts';
import { owe } from '../owed.ts';
import type { Progress } from '../progress.ts';
import { tellEdited } from '../tell-edited.ts';
import { runCliMessages as told } from './messages.ts';

/**
 * What is made in a result folder after its tables: the tables for people, the charts. When they fail, the result stays and they are
 * owed.
 */
export const finishWithCharts =
  (inputs: Inputs, progress: Progress, lang: Language) =>
  async (run: FinishedRun): Promise<void> => {
    progress.step(messages.drawing()[lang]);
    await tellingEdited(drawCharts(run, inputs), lang).catch((error) => oweCharts(error, progress, lang));
    await writeTables(run.folder, inputs.documents, lang).catch((error) => oweCharts(error, progress, lang));
  };

/** The same from the folder itself: of a province or the nation, or of a result whose charts are owed. */
export async function finishFromFolder(folder: string, progress: Progress, lang: Language): Promise<void> {
  progress.step(messages.drawing()[lang]);
  try {
    const {
      input: { fit: _shownInReports, ...input },
    } = await readRun(folder, lang, (place) => messages.noResult(place)[lang]);
    await tellingEdited(drawInto(folder, input), lang);
    await writeTables(folder, documentsHere(readDocuments(readData)), lang);
  } catch (error) {
    oweCharts(error, progress, lang);
  }
}

function oweCharts(error: unknown, progress: Progress, lang: Language): void {
  progress.note(told.chartsOwed(systemProblem(error))[lang]);
  owe();
}

/** Makes what a finished result still lacks: its charts, its tables for people. */
export async function drawOwed(folder: string, progress: Progress, lang: Language): Promise<void> {
  const isWhole = (await hasWhole(folder, 'charts')) && (await hasWhole(folder, READABLE));
  if (!isWhole) await finishFromFolder(folder, progress, lang);
}

/** Draws the charts of a finished run into `charts/` of its folder, all of them or none. */
export async function drawCharts(
  { folder, indicators, settlements, results }: FinishedRun,
  { scenario, city, documents }: Inputs,
): Promise<WrittenFolder> {
  const codes = city.areas.map(({ code }) => code);
  const figures = withSourceNames(readData, scenario.figures ?? []);
  const observations = [...withSourceNames(readData, loadObservations(readData, city.code, codes)), ...figures];
  const targets = chartTargets(documents.filter(({ id }) => scenario.documents.includes(id)));
  const targetValues = targets.map(({ indicator, year }) => ({
    indicator,
    year,
    values: results.flatMap((result) => atYear(result, indicator, year)),
  }));
  const tables = { indicators, settlements, observations, figures, targets, targetValues };
  return drawInto(folder, {
    scenario,
    areas: city.areas,
    ...countyTiles(city.areas, readRegions(readData)),
    ...tables,
  });
}

/** An indicator of the whole in a year; nothing where it is not simulated. */
function atYear({ values, areas, indicators, years }: ReplicateResult, indicator: string, year: number): number[] {
  const [y, a, i] = [years.indexOf(year), areas.indexOf('city'), indicators.indexOf(indicator)];
  return y < 0 || a < 0 || i < 0 ? [] : [values[(y * areas.length + a) * indicators.length + i]];
}

const drawInto = (folder: string, input: ChartInput): Promise<WrittenFolder> =>
  writeFolder(folder, 'charts', async (made) => void (await renderCharts(input, path.dirname(made))));

/** Writes the tables for people into `readable/` of a result folder; what somebody changed of them is kept under another name. */
async function writeTables(folder: string, documents: readonly PolicyDocument[], lang: Language): Promise<void> {
  const result = await readResultTables(folder, (place) => messages.noResult(place)[lang]);
  await tellingEdited(
    writeFolder(folder, READABLE, async (made) => void (await writeReadable(result, documents, made, lang))),
    lang,
  );
}

/** Says which files of a folder inside the result somebody had changed, once it is written. */
async function tellingEdited(writing: Promise<WrittenFolder>, lang: Language): Promise<void> {
  const { folder, edited } = await writing;
  await tellEdited(edited, folder, lang);
}
