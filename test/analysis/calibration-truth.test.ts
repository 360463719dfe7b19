import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { casesOf } from '../../src/analysis/calibration/calibrate.ts';
import { fitJointly } from '../../src/analysis/calibration/fit-jointly.ts';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import { calibratedParameters } from '../../src/analysis/calibration/parameters.ts';
import { priorOf, priorSd } from '../../src/analysis/calibration/prior.ts';
import { simulatedPrefecture } from '../../src/analysis/calibration/simulated-prefecture.ts';
import { targetKinds } from '../../src/analysis/calibration/target-kinds.ts';
import { doneIn } from '../../src/analysis/calibration/work-folder.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { readData } from '../../src/scenario/read-data.ts';

const SAMPLE = 0.01;
const scenario = 'scenarios/sanmenxia/hindcast-2010.yaml';

/** Two that the census moves with, and one it does not. */
const names = ['inMigration.factor', 'settlement.indifferentShare', 'reclassification.factor'];
/** Where the truth lies, in prior standard deviations off the prior's centre. */
const off = [1, 1, 2];
/** A world in which the model misses a quarter of what it is thought to miss. */
const kinds = targetKinds.map((kind) => ({ ...kind, discrepancy: kind.discrepancy / 4 }));

test('parameters that made the data are found again inside the stated intervals', { timeout: 120_000 }, async () => {
  const parameters = calibratedParameters.filter(({ name }) => names.includes(name));
  expect(parameters.map(({ name }) => name)).toEqual(names);
  const prior = priorOf(parameters, kinds);
  const sd = priorSd(prior);
  const truth = prior.mean.map((mean, p) => mean + off[p] * sd[p]);
  const [city] = casesOf(readData, [loadInputs({ scenario, overrides: {}, sample: SAMPLE }, 'en')], String);
  const { inputs, targets } = city;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-truth-'));
  const samples = { fit: SAMPLE, check: SAMPLE };
  const session = openSession(2);
  try {
    // data: a replicate the fit does not see, missed as the model is said to miss
    const maker = { session, parameters, samples, replicates: 3, done: doneIn(path.join(folder, 'truth')) };
    const [, , unseen] = await simulatedPrefecture(inputs, targets, maker).simulate(truth, 'fit');
    const missed = normalDraws('truth', targets.length + 1, 1);
    const observed = unseen.map((figure, i) => {
      const { discrepancy } = kinds.find(({ indicator }) => indicator === targets[i].kind.indicator)!;
      return figure + Math.SQRT1_2 * discrepancy * missed[i][0];
    });

    const fitter = { session, parameters, samples, replicates: 2, done: doneIn(path.join(folder, 'fit')) };
    const prefecture = { ...simulatedPrefecture(inputs, targets, fitter), observed };
    const { posterior } = await fitJointly([prefecture], prior, { rounds: 2 });
    const { mean, covariance } = posterior.cities.get('411200')!;
    const deviation = truth.map((_, p) => Math.sqrt(covariance[p][p]));

    // within three of its own standard deviations, and where the census says much at less than half the way belief was off
    truth.forEach((value, p) => {
      expect(Math.abs(mean[p] - value), names[p]).toBeLessThan(3 * deviation[p]);
    });
    expect(Math.abs(mean[2] - truth[2])).toBeLessThan(0.5 * off[2] * sd[2]);
    // what the census moves with is known better than before, and nothing else
    expect(deviation[0] / sd[0]).toBeLessThan(0.95);
    expect(deviation[2] / sd[2]).toBeLessThan(0.65);
    expect(deviation[1] / sd[1]).toBeGreaterThan(0.95);
  } finally {
    await closeSession(session);
  }
});
