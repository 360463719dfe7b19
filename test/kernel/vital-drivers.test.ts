import { describe, expect, it } from 'vitest';
import { drawnParameters, statedParameters } from '../../src/kernel/parameters.ts';
import { vitalDrivers } from '../../src/kernel/vital-drivers.ts';
import { nationYears } from '../../src/scenario/city/nation-years.ts';
import { vitalTables } from '../../src/scenario/city/vital-tables.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { sampledCity } from '../support/sanmenxia.ts';

const { scenario } = sampledCity('scenarios/sanmenxia.yaml', 0.002);
const tables = new Map(
  ['411200', '410300', '150400'].map((city) => [city, vitalTables(readData, city, `${city.slice(0, 2)}0000`)]),
);
const nation = nationYears(readData);
const years = Array.from({ length: 26 }, (_, t) => 2020 + t);

function driversOf(city: string, replicate: number, changes: Partial<Scenario> = {}) {
  const vitals = tables.get(city)!;
  const own: Scenario = { ...scenario, uncertainty: 'prior', baseYear: 2020, ...changes, city };
  const parameters = years.map(drawnParameters(own, replicate));
  return { vitals, at: vitalDrivers(own, { vitals, nation }, replicate, parameters) };
}

/** Births per woman of the nation that the path of a place implies, the place's own part taken out. */
const logFertility = (city: string, replicate: number, year: number): number => {
  const { vitals, at } = driversOf(city, replicate);
  return Math.log(
    at(year).fertility * vitals.nation.totalFertility[Math.min(year, vitals.lastYear) - vitals.firstYear],
  );
};

describe('paths of births and deaths', () => {
  it('are 1 in printed years, the move to towns taken out, and return to the long-run level where nothing is drawn', () => {
    const { vitals, at } = driversOf('411200', 0, { uncertainty: 'fixed' });
    // of the nation's residents so many lived in villages, and in towns without a register of one, in 2020, 2021 and 2024
    const { 'fertility.villageRatio': ratio, 'fertility.registerWeight': weight } = statedParameters(scenario, 2021);
    const living = (village: number, unsettled: number) => 1 + (ratio - 1) * (village + weight * unsettled);
    const before = living(0.3611, 0.6389 - 0.4543);
    const townward = new Map([
      [2021, living(0.3528, 0.6472 - 0.4671) / before],
      [2025, living(0.33, 0.67 - 0.4906) / before],
    ]);
    for (const [year, moved] of townward) {
      expect(moved).toBeLessThan(0.9985);
      expect(at(year).fertility).toBeCloseTo(1 / moved, 10);
      expect(at(year).mortality).toBe(1);
    }
    const after = townward.get(2025)!;
    const births = (year: number) =>
      at(year).fertility * after * vitals.nation.totalFertility[Math.min(30, year - 2010)];
    expect(births(2026)).toBeGreaterThan(0.95);
    expect(births(2026)).toBeLessThan(births(2045));
    expect(births(2045)).toBeCloseTo(1, 2);
    expect(at(2045).mortality).toBeCloseTo(0.9, 2);
  });

  it('have the spread stated: a sixth in ten years after the last printed one, a tenth where all is printed', () => {
    const deviation = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    };
    const replicates = Array.from({ length: 200 }, (_, r) => r);
    expect(deviation(replicates.map((r) => logFertility('411200', r, 2023)))).toBeCloseTo(0.11, 1);
    const later = deviation(replicates.map((r) => logFertility('411200', r, 2035)));
    expect(later).toBeGreaterThan(0.16);
    expect(later).toBeLessThan(0.3);
  });

  it('are shared by the places of a province, less by those of the nation, and the same whatever the scenario asks', () => {
    const replicates = Array.from({ length: 200 }, (_, r) => r);
    const paths = (city: string) => replicates.map((r) => logFertility(city, r, 2040));
    const [one, near, far] = ['411200', '410300', '150400'].map(paths);
    const correlation = (a: readonly number[], b: readonly number[]): number => {
      const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
      const product = (x: readonly number[], y: readonly number[]): number =>
        mean(x.map((v, k) => (v - mean(x)) * (y[k] - mean(y))));
      return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
    };
    expect(correlation(one, near)).toBeGreaterThan(correlation(one, far));
    expect(correlation(one, far)).toBeGreaterThan(0.5);
    const longer = driversOf('411200', 3, { id: 'another', endYear: 2040 });
    expect(longer.at(2035)).toEqual(driversOf('411200', 3).at(2035));
  });
});
