import { beforeAll, describe, expect, it } from 'vitest';
import { type CensusDecade, censusDecade } from '../../../src/analysis/backtest/census-decade.ts';
import { closedPopulation } from '../../../src/analysis/backtest/closed-population.ts';
import { leaveOneOut } from '../../../src/analysis/backtest/leave-one-out.ts';
import { averageShift } from '../../../src/analysis/backtest/naive/average-shift.ts';
import { noChange } from '../../../src/analysis/backtest/naive/no-change.ts';
import { scoreTable } from '../../../src/analysis/backtest/score-table.ts';
import type { Level, Outcome } from '../../../src/analysis/backtest/unit.ts';
import { withSpread } from '../../../src/analysis/backtest/with-spread.ts';
import { type CensusUnit, readCensus } from '../../../src/scenario/city/census-unit.ts';
import type { CityData } from '../../../src/scenario/city-data.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { outcomeOf } from './units.ts';

const provinces = ['150000', '410000', '620000'];
let decade: CensusDecade;
beforeAll(() => {
  decade = censusDecade(readData, provinces);
}, 60_000);

const errorOf = (
  outcomes: readonly Outcome[],
  training: readonly Outcome[] | null,
  level: Level,
  indicator: string,
) => {
  const methods = [noChange, averageShift];
  const forecasters = (known: readonly Outcome[]) => methods.map((method) => withSpread(method, known));
  const assessed = training
    ? leaveOneOut(outcomes, () => forecasters(training))
    : leaveOneOut(outcomes, (others) => forecasters(others));
  const rows = scoreTable(assessed, 'no-change').filter((row) => row.level === level && row.indicator === indicator);
  return rows.map(({ meanAbsoluteError }) => meanAbsoluteError);
};

describe('naive forecasts of the census decade', () => {
  /** Counties of three provinces whose code is the same in both censuses, whether or not their land is: 338 of them. */
  const sameCodes = (): Outcome[] => {
    const rowsOf = (year: number) =>
      new Map(provinces.flatMap((province) => [...readCensus(readData, year, province)]));
    const [earlier, later] = [rowsOf(2010), rowsOf(2020)];
    const share = ({ urban, population }: CensusUnit) => (100 * urban) / population;
    return [...later.values()].flatMap((unit) => {
      const before = earlier.get(unit.code);
      const prefecture = `${unit.code.slice(0, 4)}00`;
      if (!before || unit.level !== 'county' || !later.has(prefecture)) return [];
      const place = { prefecture, area: unit.code, level: 'county' as const };
      return [
        outcomeOf({ ...place, base: share(before), observed: share(unit) }),
        outcomeOf({ ...place, indicator: 'resident_population', base: before.population, observed: unit.population }),
      ];
    });
  };

  // Known on the same data, computed apart from this package: counties of the same code, averages over all of them; places that are all
  // town are left out of the average.
  it('err by 12.7 and 4.2 points by county, 14.4 percent in residents', () => {
    const outcomes = sameCodes();
    expect(outcomes.length / 2).toBe(338);
    const [stays, shifted] = errorOf(outcomes, outcomes, 'county', 'resident_urbanization_rate');
    expect(stays).toBeCloseTo(12.675, 3);
    expect(shifted).toBeCloseTo(4.166, 3);
    expect(errorOf(outcomes, outcomes, 'county', 'resident_population')[0]).toBeCloseTo(14.359, 3);
    // the average that leaves the own prefecture out is a little worse
    expect(errorOf(outcomes, null, 'county', 'resident_urbanization_rate')[1]).toBeCloseTo(4.224, 3);
  });

  it('err by 13.9 and 2.6 points by prefecture', () => {
    const { outcomes } = decade;
    expect(outcomes.filter(({ area }) => area === 'city')).toHaveLength(2 * 44);
    const [stays, shifted] = errorOf(outcomes, outcomes, 'prefecture', 'resident_urbanization_rate');
    expect(stays).toBeCloseTo(13.876, 3);
    expect(shifted).toBeCloseTo(2.601, 3);
    expect(errorOf(outcomes, null, 'prefecture', 'resident_urbanization_rate')[1]).toBeCloseTo(2.66, 3);
  });

  it('see nothing of the prefecture they forecast', () => {
    const other = (outcome: Outcome): Outcome =>
      outcome.prefecture === '150400' ? { ...outcome, observed: outcome.observed / 2 } : outcome;
    const seen: string[][] = [];
    const forecast = (outcomes: readonly Outcome[]) =>
      leaveOneOut(
        outcomes,
        (training) => {
          seen.push([...new Set(training.map(({ prefecture }) => prefecture))]);
          return [withSpread(averageShift, training)];
        },
        ['150400'],
      ).map((assessment) => assessment.forecast);
    expect(forecast(decade.outcomes.map(other))).toEqual(forecast(decade.outcomes));
    expect(seen[0]).toHaveLength(43);
    expect(seen[0]).not.toContain('150400');
  });
});

describe('the units of a decade', () => {
  it('cover a prefecture once: its areas add up to it at both ends', () => {
    for (const code of decade.prefectures) {
      const own = decade.outcomes.filter((o) => o.prefecture === code && o.indicator === 'resident_population');
      const [city, ...areas] = own;
      const sum = (of: (outcome: Outcome) => number) => areas.reduce((total, area) => total + of(area), 0);
      expect(sum(({ observed }) => observed)).toBe(city.observed);
      expect(sum(({ past }) => past.at(-1)!.value)).toBe(city.past.at(-1)!.value);
      expect(sum(({ closed }) => closed!)).toBeCloseTo(city.closed!, 3);
    }
  });
});

describe('closedPopulation', () => {
  const city = (): CityData => loadCityData(readData, '152900', 2010);
  const residents = ({ areas }: CityData) => areas.reduce((sum, { population }) => sum + population, 0);
  const everyYear = <T>(data: CityData, value: T): T[] => data.vitals.asfr.map(() => value);

  it('keeps everybody where nobody dies or is born', () => {
    const still = city();
    const [none, nobody] = [new Float64Array(101), [new Float64Array(101), new Float64Array(101)] as const];
    const vitals = { ...still.vitals, asfr: everyYear(still, none), qx: everyYear(still, nobody) };
    expect(closedPopulation({ ...still, vitals }, still.areas, 2020)).toBeCloseTo(residents(still), 6);
    expect(closedPopulation(still, still.areas, 2010)).toBeCloseTo(residents(still), 6);
  });

  it('adds one child a year for each woman of an age with one birth a year', () => {
    const still = city();
    const births = new Float64Array(101).fill(1, 20, 30); // rates at 20..29: chances of women of 20..28, half at 19 and 29
    const nobody = [new Float64Array(101), new Float64Array(101)] as const;
    const vitals = { ...still.vitals, asfr: everyYear(still, births), qx: everyYear(still, nobody) };
    const women = (from: number, to: number) => {
      let persons = 0;
      for (let age = from; age <= to; age++) {
        const group = age < 25 ? 5 : 6;
        for (const area of still.areas) persons += area.residents[group * 2 + 1] * still.tables.singleAgeShare[1][age];
      }
      return persons;
    };
    const nineteen = still.areas.reduce((sum, area) => sum + area.residents[9], 0) * still.tables.singleAgeShare[1][19];
    const born = closedPopulation({ ...still, vitals }, still.areas, 2011) - residents(still);
    expect(born).toBeCloseTo(women(20, 28) + (women(29, 29) + nineteen) / 2, 3);
  });

  it('halves a city without children in twenty years where one in 29 dies a year', () => {
    const still = city();
    const qx = new Float64Array(101).fill(1 - 0.5 ** (1 / 20));
    const vitals = {
      ...still.vitals,
      asfr: everyYear(still, new Float64Array(101)),
      qx: everyYear(still, [qx, qx] as const),
    };
    expect(closedPopulation({ ...still, vitals }, still.areas, 2030) / residents(still)).toBeCloseTo(0.5, 2);
  });
});
