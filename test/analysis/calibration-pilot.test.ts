import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf } from '../../src/analysis/calibration/calibrate.ts';
import { pilotFit } from '../../src/analysis/calibration/pilot.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { readData } from '../../src/scenario/read-data.ts';

let session: Session;
beforeAll(() => {
  session = openSession(2);
});
afterAll(() => closeSession(session));

test('the fewer people, the more chance beside the misfit, and the more replicates a fit takes', {
  timeout: 120_000,
}, async () => {
  const piloted = [];
  for (const sample of [0.002, 0.03]) {
    const command = { scenario: 'scenarios/sanmenxia/hindcast-2010.yaml', overrides: {}, sample };
    const cases = casesOf(readData, [loadInputs(command, 'en')], (problem) => problem);
    piloted.push(await pilotFit(session, cases, undefined));
  }
  const [few, many] = piloted;
  expect(few.chance).toBeGreaterThan(4 * many.chance);
  expect(many.chance).toBeGreaterThan(0);
  expect(few.replicates).toBeGreaterThan(many.replicates);
  for (const { replicates, chance } of piloted)
    expect(replicates).toBe(Math.min(8, Math.max(2, Math.ceil(20 * chance))));
});
