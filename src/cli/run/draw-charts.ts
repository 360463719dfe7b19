import { mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import type { ChartInput } from '../../report/chart-input.ts';
import { chartTargets } from '../../report/chart-targets.ts';
import { readRun } from '../../report/read/read-run.ts';
import { renderCharts } from '../../report/render-charts.ts';
import type { FinishedRun } from '../../result/run-scenario.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import { readData } from '../../scenario/read-data.ts';
import { messages } from '../messages.ts';
import type { Progress } from '../progress.ts';

/** What is made in a result folder after its tables: the charts. When they fail, that is told, and the result stays. */
export const finishWithCharts =
  (inputs: Inputs, progress: Progress, lang: Language) =>
  async (run: FinishedRun): Promise<void> => {
    progress.step(messages.drawing()[lang]);
    await drawCharts(run, inputs).catch((error: Error) => progress.note(messages.chartsFailed(error.message)[lang]));
  };

/** The same in the folder of a province or the nation, whose charts are drawn from the folder itself. */
export async function finishRegionWithCharts(folder: string, progress: Progress, lang: Language): Promise<void> {
  progress.step(messages.drawing()[lang]);
  try {
    const { input } = await readRun(folder, lang, (place) => messages.noResult(place)[lang]);
    await drawInto(folder, input);
  } catch (error) {
    progress.note(messages.chartsFailed((error as Error).message)[lang]);
  }
}

/** Draws the charts of a finished run into `charts/` of its folder, all of them or none. */
export async function drawCharts(
  { folder, indicators, settlements }: FinishedRun,
  { scenario, city, documents }: Inputs,
): Promise<void> {
  const codes = city.areas.map(({ code }) => code);
  const observations = loadObservations(readData, city.code, codes);
  const targets = chartTargets(documents.filter(({ id }) => scenario.documents.includes(id)));
  await drawInto(folder, { scenario, areas: city.areas, indicators, settlements, observations, targets });
}

async function drawInto(folder: string, input: ChartInput): Promise<void> {
  const temporary = await mkdtemp(path.join(folder, '.charts.'));
  try {
    await renderCharts(input, temporary);
    await rename(path.join(temporary, 'charts'), path.join(folder, 'charts'));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
