import { AGES, type VitalRates } from '../../scenario/city-data.ts';

/** Mean fraction of the year lived by those who die in it: 0.1 in infancy, one half later. */
const LIVED_INFANT = 0.1;
const LIVED = 0.5;

/** Yearly chances for people counted at year ends: what a cohort-component projection calls survival ratios. */
export interface YearTable {
  /** Chance that a person of completed age a at the start of the year dies during it: [sex][age]. */
  readonly death: readonly [Float64Array, Float64Array];
  /** Chance that a child born during the year dies before its end: [sex]. */
  readonly newbornDeath: readonly [number, number];
  /** Chance that a woman of completed age a at the start of the year gives birth during it: [age]. */
  readonly birth: Float64Array;
  /** Share of boys among births. */
  readonly boys: number;
  /** Factor on the chance of a single woman to look for a partner. */
  readonly unions: number;
}

/** Multipliers of a year on top of the tables. */
export interface VitalFactors {
  readonly mortality: number;
  readonly fertility: number;
  /** 1 where left out. */
  readonly unions?: number;
}

/** Tables of a run, by calendar year; years past the last hold the last. */
export interface LifeTables {
  readonly at: (year: number) => YearTable;
}

/**
 * Turns period tables (qx, ASFR) into chances between year ends.
 *
 * With person-years L(a) = l(a+1) + lived * d(a), a person counted with completed age a survives to the next year end with
 * L(a+1)/L(a), a newborn with L(0)/l(0) (Preston, Heuveline & Guillot 2001, Demography, ch. 6). Births fall half at age a,
 * half at a+1, so the total fertility rate is kept exactly.
 * @param factors yearly multipliers: of the scenario, of its paths
 */
export function buildLifeTables(vitals: VitalRates, factors: (year: number) => VitalFactors): LifeTables {
  const built = new Map<number, YearTable>();
  return {
    at(year) {
      let table = built.get(year);
      if (!table) {
        const index = Math.min(Math.max(year, vitals.firstYear), vitals.lastYear) - vitals.firstYear;
        table = yearTable(vitals, index, factors(year));
        built.set(year, table);
      }
      return table;
    },
  };
}

function yearTable(vitals: VitalRates, index: number, factor: VitalFactors): YearTable {
  const male = survivalChances(vitals.qx[index][0], factor.mortality);
  const female = survivalChances(vitals.qx[index][1], factor.mortality);
  const asfr = vitals.asfr[index];
  const birth = new Float64Array(AGES);
  for (let age = 0; age < AGES - 1; age++) birth[age] = (factor.fertility * (asfr[age] + asfr[age + 1])) / 2;
  const ratio = vitals.sexRatioAtBirth[index];
  return {
    death: [male.death, female.death],
    newbornDeath: [male.newborn, female.newborn],
    birth,
    boys: ratio / (1 + ratio),
    unions: factor.unions ?? 1,
  };
}

function survivalChances(qx: Float64Array, factor: number): { death: Float64Array; newborn: number } {
  const q = (age: number): number => Math.min(1, qx[age] * factor);
  const personYears = new Float64Array(AGES);
  let alive = 1;
  for (let age = 0; age < AGES; age++) {
    const deaths = alive * q(age);
    personYears[age] = alive - deaths + (age === 0 ? LIVED_INFANT : LIVED) * deaths;
    alive -= deaths;
  }
  const death = new Float64Array(AGES);
  for (let age = 0; age < AGES - 1; age++) death[age] = 1 - personYears[age + 1] / personYears[age];
  death[AGES - 2] = death[AGES - 1] = q(AGES - 1); // open group: one-year probability
  return { death, newborn: 1 - personYears[0] };
}
