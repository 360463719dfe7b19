import { describe, expect, it } from 'vitest';
import { ageing } from '../../src/process/demography/ageing.ts';
import { fertility } from '../../src/process/demography/fertility.ts';
import { mortality } from '../../src/process/demography/mortality.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { closedPopulation, nextYear, stateOf } from '../support/closed-population.ts';

const city = loadCityData(readData, '411200', 2020);
const { vitals } = city;
const YEAR = 2024;
const table = YEAR - vitals.firstYear;

/** Life expectancy at birth from qx alone, the textbook way: deaths at mid-year, infants after a tenth of it. */
function lifeExpectancy(qx: Float64Array): number {
  let alive = 1;
  let years = 0;
  for (let age = 0; age < 100; age++) {
    const deaths = alive * qx[age];
    years += alive - deaths + (age === 0 ? 0.1 : 0.5) * deaths;
    alive -= deaths;
  }
  return years + alive / qx[100] - alive / 2; // the open group dies with a constant yearly chance
}

describe('vital events', () => {
  it('give back the life expectancy of the table within Monte Carlo error', () => {
    const perCell = 6000;
    const population = closedPopulation(() => perCell, 0);
    const state = stateOf(population, city, YEAR - 1, 1);
    nextYear(state);
    const { presence, age, sex } = population.persons.columns;
    mortality(population)(state);
    const dead = [new Float64Array(101), new Float64Array(101)];
    for (let i = 0; i < population.persons.rows; i++) if (presence[i] === 0) dead[sex[i]][age[i]]++;
    for (const s of [0, 1]) {
      // chain of survival from year end to year end; the newborn's own step is taken from the table
      let personYears = 1 - (1 - 0.1) * vitals.qx[table][s][0];
      let expectancy = 0;
      for (let a = 0; a < 100; a++) {
        expectancy += personYears;
        personYears *= 1 - dead[s][a] / perCell;
      }
      const truth = lifeExpectancy(vitals.qx[table][s]);
      expect(Math.abs(expectancy - truth)).toBeLessThan(0.45); // about four standard errors at 6,000 a cell
    }
  });

  it('give back the total fertility rate and the sex ratio at birth within Monte Carlo error', () => {
    const women = 40_000;
    const population = closedPopulation((sex, age) => (sex === 1 && age >= 14 && age <= 50 ? women : 0), 200_000);
    const state = stateOf(population, city, YEAR - 1, 1);
    nextYear(state);
    ageing(population)(); // fertility asks for the age at the start of the year
    const mothers = population.persons.rows;
    fertility(population)(state);
    const { births, age, sex } = population.persons.columns;
    const born = new Float64Array(101);
    let total = 0;
    for (let i = 0; i < mothers; i++) {
      born[age[i] - 1] += births[i];
      total += births[i];
    }
    const tfr = born.reduce((sum, count) => sum + count / women, 0);
    const truth = vitals.asfr[table].reduce((sum, rate) => sum + rate, 0);
    expect(Math.abs(tfr - truth)).toBeLessThan(4 * Math.sqrt(truth / women));
    let boys = 0;
    for (let i = mothers; i < population.persons.rows; i++) if (sex[i] === 0) boys++;
    const share = boys / (population.persons.rows - mothers);
    const ratio = vitals.sexRatioAtBirth[table];
    expect(Math.abs(share - ratio / (1 + ratio))).toBeLessThan(4 * Math.sqrt(0.25 / total));
  });
});

/** An independent cohort-component projection of expected numbers, straight from the tables: [sex][age] after n years. */
function cohortComponent(start: (sex: number, age: number) => number, from: number, years: number): Float64Array[] {
  let now = [0, 1].map((s) => Float64Array.from({ length: 101 }, (_, a) => start(s, a)));
  for (let year = from + 1; year <= from + years; year++) {
    const t = year - vitals.firstYear;
    const lived = (s: number): number[] => {
      const l = [1];
      for (let a = 0; a < 101; a++) l.push(l[a] * (1 - vitals.qx[t][s][a]));
      return Array.from({ length: 101 }, (_, a) => l[a + 1] + (a === 0 ? 0.1 : 0.5) * (l[a] - l[a + 1]));
    };
    const next = [new Float64Array(101), new Float64Array(101)];
    for (const s of [0, 1]) {
      const years_ = lived(s);
      for (let a = 0; a < 99; a++) next[s][a + 1] = (now[s][a] * years_[a + 1]) / years_[a];
      next[s][100] = (now[s][99] + now[s][100]) * (1 - vitals.qx[t][s][100]);
    }
    let births = 0;
    for (let a = 14; a < 50; a++) {
      const f = (vitals.asfr[t][a] + vitals.asfr[t][a + 1]) / 2;
      births += f * next[1][a + 1]; // women who live to the end of the year
    }
    const ratio = vitals.sexRatioAtBirth[t];
    next[0][0] = births * (ratio / (1 + ratio)) * lived(0)[0];
    next[1][0] = (births / (1 + ratio)) * lived(1)[0];
    now = next;
  }
  return now;
}

describe('a closed population', () => {
  it('agrees with an independent cohort-component projection after fifteen years', () => {
    const start = (_sex: number, age: number): number => (age < 80 ? 1200 : age < 95 ? 200 : 10);
    const population = closedPopulation(start, 100_000);
    const state = stateOf(population, city, 2020, 15);
    for (let n = 0; n < 15; n++) {
      nextYear(state);
      mortality(population)(state);
      ageing(population)();
      fertility(population)(state);
    }
    const expected = cohortComponent(start, 2020, 15);
    const { presence, age, sex } = population.persons.columns;
    const simulated = [new Float64Array(21), new Float64Array(21)];
    for (let i = 0; i < population.persons.rows; i++)
      if (presence[i] === 1) simulated[sex[i]][Math.floor(age[i] / 5)]++;
    let chiSquare = 0;
    let cells = 0;
    for (const s of [0, 1]) {
      for (let group = 0; group < 21; group++) {
        const truth = expected[s].subarray(group * 5, group * 5 + 5).reduce((sum, n) => sum + n, 0);
        if (truth < 20) continue;
        chiSquare += (simulated[s][group] - truth) ** 2 / truth; // binomial thinning: at most Poisson variance
        cells++;
      }
    }
    expect(chiSquare).toBeLessThan(2 * cells); // far beyond the 99.9 % point for about 40 cells is refused
    expect(cells).toBeGreaterThan(35);
  });
});
