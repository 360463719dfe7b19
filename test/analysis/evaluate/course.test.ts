import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../src/analysis/evaluate/course.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';
import type { ParameterName } from '../../../src/scenario/parameters.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { withDraws } from '../../../src/scenario/with-draws.ts';

const load = (): Inputs =>
  loadInputs({ scenario: 'scenarios/sanmenxia.yaml', overrides: { to: 2030 }, sample: 0.01 }, 'en');
const stated = load();
const years = Array.from({ length: 11 }, (_, t) => 2020 + t);

/** First year in which a variation differs from the scenario as it stands; null where none does. */
function parts(change: Partial<Scenario>): number | null {
  const [course, other] = [
    courseOf(stated, undefined),
    courseOf({ ...stated, scenario: { ...stated.scenario, ...change } }, undefined),
  ];
  const t = course.findIndex((key, n) => key !== other[n]);
  // once they have parted they never meet again
  expect(course.slice(t < 0 ? years.length : t).some((key) => other.includes(key))).toBe(false);
  return t < 0 ? null : years[t];
}

/** The parameters with one that is larger from a year on. */
function larger(name: ParameterName, from: number): Scenario['parameters'] {
  const { parameters } = stated.scenario;
  const [entry] = parameters[name];
  return { ...parameters, [name]: [entry, { ...entry, from, value: entry.value + 0.01, range: null }] };
}

describe('the course of a scenario', () => {
  it('is the same for the same scenario loaded again, under another name, with other words', () => {
    expect(courseOf(load(), undefined)).toEqual(courseOf(stated, undefined));
    expect(parts({ id: 'sanmenxia.other', replicates: 3, title: { zh: '甲', en: 'a' } })).toBeNull();
  });

  it('parts in the year a clause comes into force, and not where it is in force already', () => {
    const { policy } = stated.scenario;
    expect(parts({ policy: { ...policy, add: [{ clause: 'baotou-2024:2.2.1.1', from: '2026-09-01' }] } })).toBe(2026);
    expect(parts({ policy: { ...policy, without: ['sanmenxia-2019'] } })).toBe(2020);
  });

  it('parts in the year a parameter changes, at once where it is drawn ahead', () => {
    expect(parts({ parameters: larger('rental.growth', 2027) })).toBe(2027);
    expect(parts({ parameters: larger('rental.growth', 2020) })).toBe(2020);
    expect(parts({ parameters: larger('return.hazard', 2027) })).toBe(2020);
  });

  it('has nothing in common with other luck, another horizon, other calibrated draws, or other things asked', () => {
    expect(parts({ seed: 'other' })).toBe(2020);
    expect(parts({ definition: 'kind' })).toBe(2020);
    expect(parts({ uncertainty: 'fixed' })).toBe(2020);
    const calibrated = (draws: readonly number[][]): string =>
      courseOf(
        {
          ...stated,
          scenario: withDraws(stated.scenario, { parameters: ['return.hazard'], centre: [0.03], draws }, 'small'),
        },
        undefined,
      )[0];
    expect(calibrated([[0.02], [0.04]])).not.toBe(calibrated([[0.04]]));
    const asked = courseOf(stated, [{ indicators: ['births'], from: 2030, to: 2030 }]);
    expect(asked[0]).not.toBe(courseOf(stated, undefined)[0]);
    const shorter = { ...stated, scenario: { ...stated.scenario, endYear: 2029 } };
    expect(courseOf(shorter, undefined)[0]).not.toBe(courseOf(stated, undefined)[0]);
  });
});
