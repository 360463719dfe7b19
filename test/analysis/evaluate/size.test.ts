import { afterAll, expect, test } from 'vitest';
import { judgeSample } from '../../../src/analysis/variations/size.ts';
import { expectedPersons } from '../../../src/run/expected-persons.ts';
import { loadInputs, readShared } from '../../../src/run/load-inputs.ts';
import { closeSession, openSession } from '../../../src/run/session.ts';

const session = openSession(2);
afterAll(() => closeSession(session));

test('luck of a sample is not what is drawn of its base population', { timeout: 120_000 }, async () => {
  const command = { scenario: 'scenarios/sanmenxia.yaml', overrides: { to: 2026 } };
  const shared = readShared();
  const { city } = loadInputs({ ...command, sample: 1 }, 'en', shared);
  const sample = Number((6000 / expectedPersons(city)).toPrecision(2));
  const inputs = loadInputs({ ...command, sample }, 'en', shared);
  const reading = { indicator: 'registered_urbanization_rate', area: 'city', from: 2026, to: 2026 };
  const { luck } = await judgeSample(session, inputs, reading, {});
  // the level of town registers has an error of some two points, which is all but the whole of the variance
  expect(luck).toBeGreaterThan(0);
  expect(luck).toBeLessThan(0.05);
});
