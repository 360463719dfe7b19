import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CalibrationFile } from '../../analysis/calibration/calibration-file.ts';
import { languages } from '../../language/language.ts';
import { calibrationFitChart } from '../../report/chart/calibration-fit.ts';
import { calibrationPosteriorChart } from '../../report/chart/calibration-posterior.ts';
import { renderSvg } from '../../report/render-svg.ts';
import { calibrateMessages as say } from './messages.ts';

const charts = { posterior: calibrationPosteriorChart, fit: calibrationFitChart } as const;

/** Draws both charts of a calibration, in both languages, into `charts/` of its work folder. Answers with that folder. */
export async function drawCalibration(file: CalibrationFile, workFolder: string): Promise<string> {
  const folder = path.join(workFolder, 'charts');
  await mkdir(folder, { recursive: true });
  const names = Object.values(file.prefectures).map(({ name }) => name);
  const title = say.heading(file.name, names, Math.round(file.seconds));
  for (const [name, chart] of Object.entries(charts)) {
    for (const lang of languages) {
      const spec = chart({ ...file, title }, lang);
      for (const [ending, text] of [
        ['vl.json', `${JSON.stringify(spec, null, 1)}\n`],
        ['svg', await renderSvg(spec)],
      ] as const) {
        const place = path.join(folder, `${name}.${lang}.${ending}`);
        await writeFile(`${place}.part`, text);
        await rename(`${place}.part`, place);
      }
    }
  }
  return folder;
}
