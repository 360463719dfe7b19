import path from 'node:path';
import type { CalibrationFile } from '../../analysis/calibration/calibration-file.ts';
import { calibrationFitChart } from '../../report/chart/calibration-fit.ts';
import { calibrationPosteriorChart } from '../../report/chart/calibration-posterior.ts';
import { drawInBoth } from './draw-in-both.ts';
import { calibrateMessages as say } from './messages.ts';

/** Draws both charts of a calibration, in both languages, into `charts/` of its work folder. Answers with that folder. */
export async function drawCalibration(file: CalibrationFile, workFolder: string): Promise<string> {
  const folder = path.join(workFolder, 'charts');
  const names = Object.values(file.prefectures).map(({ name }) => name);
  const charted = { ...file, title: say.heading(file.name, names, Math.round(file.seconds)) };
  await drawInBoth(folder, {
    posterior: (lang) => calibrationPosteriorChart(charted, lang),
    fit: (lang) => calibrationFitChart(charted, lang),
  });
  return folder;
}
