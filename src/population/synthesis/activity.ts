import { log } from '../../math/log.ts';
import { Education, HouseholdKind, isInCity, Sex, Work } from '../codes.ts';
import type { Population } from '../population.ts';
import { SynthesisDecision } from './decision.ts';
import { type DrawSource, drawFor } from './draw-source.ts';

const WORKING_AGE = 16;
const LAST_SENIOR_AGE = 18;
const LAST_COLLEGE_AGE = 22;
const PENSION_AGE = [60, 55] as const;
const LAST_FARMING_AGE = 75;

/** Shares of those of working age out of school, by place: the rest does not work. Judgement on census and surveys. */
const shares = {
  village: { farm: 0.66, informal: 0.13, formal: 0.03, selfEmployed: 0.06 },
  town: { farm: 0.04, informal: 0.3, selfEmployed: 0.17 },
  outside: { informal: 0.6, selfEmployed: 0.08 },
} as const;

/** Share in insured employment in town and outside the city, by education. Judgement. */
const formalShare = { town: [0.04, 0.08, 0.16, 0.34, 0.62], outside: [0.08, 0.12, 0.2, 0.3, 0.6] } as const;

/** Women's share of each of these shares against men's. Judgement: labour force participation 0.62 against 0.78. */
const WOMEN = 0.8;

/** Share of those past pension age who draw a pension of employees, by place of register: village, town. Judgement. */
const PENSIONED = [0.06, 0.6] as const;

/** Mean years in the employee schemes of those insured now, and of those retired. Judgement. */
const MEAN_INSURED_YEARS = 8;
const RETIRED_INSURED_YEARS = 22;

/** Draws what everyone does and, of insured workers and pensioners, the years of insurance. */
export function drawActivity(population: Population, source: DrawSource): void {
  const c = population.persons.columns;
  const { kind } = population.households.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    if (c.age[i] < 15) continue;
    const collective = kind[c.household[i]] === HouseholdKind.collective;
    const work = activityOf(population, i, collective, drawFor(source, i, SynthesisDecision.activity));
    c.work[i] = work;
    if (work === Work.formal) {
      const years = -MEAN_INSURED_YEARS * log(1 - drawFor(source, i, SynthesisDecision.insuredYears));
      c.insuredYears[i] = Math.min(Math.floor(years), Math.max(0, c.age[i] - 20));
    } else if (work === Work.retired) {
      const u = drawFor(source, i, SynthesisDecision.insuredYears);
      c.insuredYears[i] = 15 + Math.floor(2 * (RETIRED_INSURED_YEARS - 15) * u);
    }
  }
}

function activityOf(population: Population, i: number, collective: boolean, u: number): number {
  const c = population.persons.columns;
  const age = c.age[i];
  const education = c.education[i];
  const outside = !isInCity(c.residenceArea[i]);
  if (education === Education.seniorSecondary && age <= LAST_SENIOR_AGE && !(outside && u > 0.3)) return Work.student;
  if (education === Education.college && age <= LAST_COLLEGE_AGE) return Work.student;
  if (age < WORKING_AGE) return Work.none;
  const inVillage = c.residenceUrban[i] === 0;
  if (age >= PENSION_AGE[c.sex[i]] && u < PENSIONED[c.registerUrban[i]]) return Work.retired;
  if (age >= PENSION_AGE[0]) return inVillage && age < LAST_FARMING_AGE && u > 0.45 ? Work.farm : Work.none;
  const v = c.sex[i] === Sex.female ? u / WOMEN : u;
  if (inVillage && !collective) {
    const { farm, informal, formal, selfEmployed } = shares.village;
    return pick(
      v,
      [farm, Work.farm],
      [informal, Work.informal],
      [formal, Work.formal],
      [selfEmployed, Work.selfEmployed],
    );
  }
  if (outside) {
    const formal = formalShare.outside[education];
    return pick(
      u,
      [formal, Work.formal],
      [shares.outside.selfEmployed, Work.selfEmployed],
      [shares.outside.informal * (1 - formal), Work.informal],
    );
  }
  const formal = formalShare.town[education];
  const { farm, informal, selfEmployed } = shares.town;
  const rest = 1 - formal;
  return pick(
    v,
    [formal, Work.formal],
    [selfEmployed * rest, Work.selfEmployed],
    [farm * rest, Work.farm],
    [(collective ? 0.7 : informal + 0.25) * rest, Work.informal],
  );
}

/** The first activity whose cumulated share exceeds u; none beyond them all. */
function pick(u: number, ...parts: readonly (readonly [number, number])[]): number {
  let left = u;
  for (const [share, work] of parts) {
    left -= share;
    if (left < 0) return work;
  }
  return Work.none;
}
