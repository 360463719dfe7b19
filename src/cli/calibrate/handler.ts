import path from 'node:path';
import { type Calibrated, type Case, calibrate, casesOf, workFolderOf } from '../../analysis/calibration/calibrate.ts';
import { calibrationFile } from '../../analysis/calibration/calibration-file.ts';
import { compactJson } from '../../analysis/calibration/compact-json.ts';
import { defaultSample } from '../../analysis/calibration/default-sample.ts';
import { MOST_REPLICATES, pilotFit } from '../../analysis/calibration/pilot.ts';
import type { Language } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { Interrupted } from '../../run/errors.ts';
import { dataFiles, placeOf } from '../../run/input-file.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { writeWhole } from '../../run/write-whole.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { type ReadText, recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { messages } from '../messages.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { tell } from '../tell.ts';
import { withSession } from '../with-session.ts';
import { drawCalibration } from './charts.ts';
import { calibrateMessages as say } from './messages.ts';
import type { CalibrateOptions } from './options.ts';
import { calibrationJson, calibrationReport } from './report.ts';

/**
 * Calibrates scenarios jointly.
 *
 *   1. read and check everything; a mistake ends the command before anything is computed
 *   2. fit, taking up what the work folder holds
 *   3. write the calibration, draw its charts, tell what was found
 */
export async function calibrateScenarios(options: CalibrateOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const data = recordingReader(readData);
  const cases = loadCases(data.read, options, lang);
  const name = options.name ?? (cases.length === 1 ? cases[0].inputs.scenario.id.replaceAll('.', '-') : 'joint');
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(name))
    throw new InputError([{ message: messages.optionOutside('name', say.nameShape(), name)[lang] }]);
  const into = options.into ?? placeOf('data/calibration');
  for (const folder of [options.out, into]) await assertOut(folder, lang);
  const most = options.replicates ?? MOST_REPLICATES;
  for (const { inputs } of cases)
    assertMemory({ ...inputs, command: { ...inputs.command, sample: options.check } }, Math.min(options.workers, most));

  // 2
  const replicates = options.replicates ?? (await piloted(cases, options, lang));
  const calibrated = await fitCases(cases, { ...options, replicates }, lang);
  if (calibrated === null) return ExitStatus.interrupted;

  // 3
  const { seed } = cases[0].inputs.scenario;
  const files = dataFiles(data);
  const file = calibrationFile(calibrated, { ...options, name, seed, replicates, files });
  const place = path.join(into, `${name}.json`);
  await writeWhole(place, `${compactJson(file)}\n`);
  const charts = await orWithoutCharts(drawCalibration(file, calibrated.workFolder), lang);
  const report = { file, place, charts };
  process.stdout.write(options.json ? `${calibrationJson(report)}\n` : calibrationReport(report, lang));
  return ExitStatus.done;
}

function loadCases(read: ReadText, { scenario, sample, seed }: CalibrateOptions, lang: Language): Case[] {
  const overrides = overridesOf({ seed });
  const loaded = loadAll(
    scenario.map((file) => ({ scenario: file, overrides, sample: sample ?? 1 })),
    lang,
  );
  const sampled = loaded.map((inputs, index): Inputs => {
    if (sample !== undefined) return inputs;
    return loadInputs({ scenario: scenario[index], overrides, sample: defaultSample(inputs.city) }, lang);
  });
  return casesOf(read, sampled, (problem, { scenario: { baseYear, city } }) =>
    problem === 'baseYear' ? say.notFittable.baseYear(baseYear)[lang] : say.notFittable[problem](city)[lang],
  );
}

/** As many replicates as a pilot finds it takes. */
function piloted(cases: readonly Case[], { workers }: CalibrateOptions, lang: Language): Promise<number> {
  return withSession({ workers, lang }, async (session, signal, progress) => {
    progress.step(say.piloting()[lang]);
    const { replicates, chance } = await pilotFit(session, cases, signal);
    progress.step(say.piloted(replicates, chance)[lang]);
    return replicates;
  });
}

/** The fit with its progress; null when it was interrupted. */
async function fitCases(
  cases: readonly Case[],
  options: CalibrateOptions & { readonly replicates: number },
  lang: Language,
): Promise<Calibrated | null> {
  const figures = cases.reduce((sum, { targets }) => sum + targets.length, 0);
  const { workFolder } = workFolderOf(cases, options);
  tell(say.fitting(cases.length, figures, workFolder)[lang]);
  let found = 0;
  const fitting = withSession(
    { workers: options.workers, lang, stopped: say.interrupted(workFolder) },
    (session, signal, progress) =>
      calibrate(session, cases, {
        ...options,
        signal,
        onProgress: (now) => {
          // the time left is reckoned from what was simulated, not from what was found done
          if (now.simulated === 0) found = now.found;
          if (now.simulated === 1 && found > 0) progress.step(say.found(found)[lang]);
          progress.advance(now.simulated, now.simulated + now.left);
        },
      }),
  );
  return fitting.catch((error: unknown) => {
    if (error instanceof Interrupted) return null;
    throw error;
  });
}
