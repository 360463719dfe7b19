import { describe, expect, it } from 'vitest';
import type { Method } from '../../../src/analysis/backtest/forecaster.ts';
import { averageShift } from '../../../src/analysis/backtest/naive/average-shift.ts';
import { cohortClosed, cohortMigration } from '../../../src/analysis/backtest/naive/cohort-component.ts';
import { naiveMethods } from '../../../src/analysis/backtest/naive/index.ts';
import { noChange } from '../../../src/analysis/backtest/naive/no-change.ts';
import { straightLine } from '../../../src/analysis/backtest/naive/straight-line.ts';
import { unGrowthDifference } from '../../../src/analysis/backtest/naive/un-growth-difference.ts';
import type { Outcome, Unit } from '../../../src/analysis/backtest/unit.ts';
import { withSpread } from '../../../src/analysis/backtest/with-spread.ts';
import { outcomeOf } from './units.ts';

const residents = 'resident_population';
const says = (method: Method, unit: Unit, training: readonly Outcome[] = []) => method.learn(training)(unit);
const reason = (answer: unknown) => (answer as { because: { en: string } }).because.en;

describe('no change', () => {
  it('says the figure of the origin', () => expect(says(noChange, outcomeOf({ base: 41.2 }))).toBe(41.2));
});

describe('straight line', () => {
  const line = (values: readonly number[], year = 2012, indicator = residents) => {
    const past = values.map((value, n) => ({ year: 2010 - values.length + 1 + n, value }));
    return says(straightLine, outcomeOf({ indicator, past, year }));
  };

  it('goes on along two figures', () => expect(line([100, 110])).toBeCloseTo(130, 10));
  it('takes the least-squares slope of more, from the last figure on', () => {
    // slope of (0, 0), (1, 3), (2, 3) is 3/2
    expect(line([0, 3, 3])).toBeCloseTo(3 + 2 * 1.5, 10);
  });
  it('does not look further back than ten years', () => {
    const past = [
      { year: 1990, value: 1e6 },
      { year: 2000, value: 100 },
      { year: 2010, value: 200 },
    ];
    expect(says(straightLine, outcomeOf({ indicator: residents, past }))).toBeCloseTo(300, 10);
  });
  it('keeps shares inside 0 and 100 percent', () => {
    expect(line([80, 95], 2020, 'resident_urbanization_rate')).toBe(100);
    expect(line([20, 5], 2020, 'resident_urbanization_rate')).toBe(0);
  });
  it('says why one figure is not enough', () =>
    expect(reason(line([100]))).toBe('only one comparable figure in the ten years up to 2010'));
});

describe('average shift', () => {
  // log-odds of 50 % are 0, of 20 % -ln 4, of 80 % ln 4
  const training = [
    outcomeOf({ prefecture: 'a', base: 20, observed: 50 }),
    outcomeOf({ prefecture: 'b', base: 50, observed: 80 }),
  ];

  it('adds the mean change of the log-odds to a share', () => {
    expect(says(averageShift, outcomeOf({ base: 50 }), training)).toBeCloseTo(80, 9);
    expect(says(averageShift, outcomeOf({ base: 20 }), training)).toBeCloseTo(50, 9);
  });
  it('adds the mean change of the logarithm to a count', () => {
    const counts = [100, 400].map((observed) => outcomeOf({ indicator: residents, base: 100, observed }));
    expect(says(averageShift, outcomeOf({ indicator: residents, base: 10 }), counts)).toBeCloseTo(20, 9);
  });
  it('keeps prefectures and counties apart', () => {
    const county = outcomeOf({ level: 'county', area: '150302', base: 50 });
    expect(reason(says(averageShift, county, training))).toContain('no other prefecture');
  });
  it('leaves out places that are all town, and does not move one', () => {
    const town = outcomeOf({ prefecture: 'c', base: 100, observed: 100 });
    expect(says(averageShift, outcomeOf({ base: 50 }), [...training, town])).toBeCloseTo(80, 9);
    expect(says(averageShift, outcomeOf({ base: 100 }), training)).toBe(100);
  });
  it('scales the yearly change where no training unit has the horizon', () => {
    expect(says(averageShift, outcomeOf({ base: 50, year: 2015 }), training)).toBeCloseTo(100 / (1 + 1 / 2), 6);
  });
});

describe('UN urban-rural growth difference', () => {
  /** Log-odds changes that fall by 0.1 for ten points of the share: 1 at 20 %, 0.6 at 60 %. */
  const norm = (share: number) => 1.2 - share / 100;
  const odds = (share: number) => Math.log(share / (100 - share));
  const percent = (x: number) => 100 / (1 + Math.exp(-x));
  const training = [20, 40, 60].map((base, n) =>
    outcomeOf({ prefecture: `p${n}`, base, observed: percent(odds(base) + norm(base)) }),
  );

  it('follows the norm of the training prefectures where there is no past', () => {
    expect(says(unGrowthDifference, outcomeOf({ base: 30 }), training)).toBeCloseTo(percent(odds(30) + norm(30)), 8);
  });
  it('leaves the own growth difference for the norm by one part in 25 a year', () => {
    const past = [
      { year: 2000, value: percent(odds(30) - 2) },
      { year: 2010, value: 30 },
    ];
    // own difference 0.2 a year; its weights 24/25, 23/25, ... 15/25 sum to 7.8
    const moved = 7.8 * 0.2 + (10 - 7.8) * (norm(30) / 10);
    expect(says(unGrowthDifference, outcomeOf({ past }), training)).toBeCloseTo(percent(odds(30) + moved), 8);
  });
  it('is for shares only', () => {
    expect(unGrowthDifference.speaksOf?.(residents)).toBe(false);
    expect(unGrowthDifference.speaksOf?.('resident_urbanization_rate')).toBe(true);
  });
});

describe('cohort component', () => {
  const person = (changes: Partial<Outcome> & { base?: number }) => outcomeOf({ indicator: residents, ...changes });

  it('without migration takes the closed projection, and leaves the urban share', () => {
    expect(says(cohortClosed, person({ base: 1000, closed: 1040 }))).toBe(1040);
    expect(says(cohortClosed, outcomeOf({ base: 33 }))).toBe(33);
  });
  it('with migration moves it as the training areas were moved on average', () => {
    const training = [
      person({ prefecture: 'a', base: 100, closed: 110, observed: 55 }),
      person({ prefecture: 'b', base: 100, closed: 90, observed: 180 }),
    ];
    expect(says(cohortMigration, person({ base: 1000, closed: 1040 }), training)).toBeCloseTo(1040, 8);
    const leaving = training.slice(0, 1);
    expect(says(cohortMigration, person({ base: 1000, closed: 1040 }), leaving)).toBeCloseTo(520, 8);
  });
  it('says that it needs ages', () => expect(reason(says(cohortClosed, person({})))).toContain('by age'));
});

describe('the spread of a naive forecast', () => {
  /** Twelve prefectures whose log-odds rise by 0.5 and a remainder that differs. */
  const training = Array.from({ length: 12 }, (_, n) =>
    outcomeOf({ prefecture: `p${n}`, base: 50, observed: 100 / (1 + Math.exp(-(0.5 + (n - 5.5) / 10))) }),
  );

  it('lays the errors of the training prefectures on both sides of the point', () => {
    const { point, spread } = withSpread(noChange, training).forecast(outcomeOf({ base: 50 })) as never as {
      point: number;
      spread: { members: number[] };
    };
    expect(point).toBe(50);
    expect(spread.members).toHaveLength(24);
    const odds = spread.members.map((share) => Math.log(share / (100 - share))).sort((a, b) => a - b);
    expect(odds[0]).toBeCloseTo(-1.05, 9);
    expect(odds[23]).toBeCloseTo(1.05, 9);
    expect(odds.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
  });
  it('forecasts each training prefecture from the others', () => {
    const { spread } = withSpread(averageShift, training).forecast(outcomeOf({ base: 50 })) as never as {
      spread: { members: number[] };
    };
    const odds = spread.members.map((share) => Math.log(share / (100 - share)) - 0.5).sort((a, b) => a - b);
    // the mean without the last is lower by 0.55 / 11
    expect(odds[23]).toBeCloseTo(0.55 + 0.55 / 11, 9);
  });
  it('is left out where few errors are known', () => {
    const few = withSpread(noChange, training.slice(0, 9)).forecast(outcomeOf({ base: 50 }));
    expect(few).toEqual({ point: 50, spread: null });
  });
  it('comes for every method with an id of its own', () => {
    expect(new Set(naiveMethods.map(({ id }) => id)).size).toBe(naiveMethods.length);
  });
});
