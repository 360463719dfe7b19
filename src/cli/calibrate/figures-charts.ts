import path from 'node:path';
import type { FiguresFit } from '../../analysis/figures/fit-file.ts';
import { figuresFitChart } from '../../report/chart/figures-fit.ts';
import { figuresToldChart } from '../../report/chart/figures-told.ts';
import { drawInBoth } from './draw-in-both.ts';

/** Draws fit and what the figures told, in both languages, into `charts/` of the work folder. Answers with that folder. */
export async function drawFigures(file: FiguresFit, workFolder: string): Promise<string> {
  const folder = path.join(workFolder, 'charts');
  await drawInBoth(folder, {
    fit: (lang) => figuresFitChart(file, lang),
    told: (lang) => figuresToldChart(file, lang),
  });
  return folder;
}
