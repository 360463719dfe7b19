import { log } from '../../../math/log.ts';
import { AGES, type CityData } from '../../../scenario/city-data.ts';
import { Education, HouseholdKind, isInCity, Work } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import {
  emptyWorkForce,
  LAST_INSURED_AGE,
  LEVELS,
  PENSION_AGE,
  PENSIONED,
  type WorkChances,
  workChances,
  workForceCell,
} from './work-chances.ts';

/** Age from which the census asks for marital state and work, and from which somebody may be at work. */
const ADULT_AGE = 15;
const WORKING_AGE = 16;
const LAST_SENIOR_AGE = 17;
const LAST_COLLEGE_AGE = 21;

/** Share in insured employment by education outside the city. Judgement. */
const INSURED_OUTSIDE = [0.08, 0.12, 0.2, 0.3, 0.6] as const;
/** Share of the people outside the city on their own account, and of the rest in informal work: almost all work. Judgement. */
const OWN_ACCOUNT_OUTSIDE = 0.08;
const INFORMAL_OUTSIDE = 0.85;

/** Share of those of senior secondary age away from the city who are at school there; the others work. Judgement. */
const PUPILS_OUTSIDE = 0.3;

/** Mean years in the employee schemes of those insured now, and of those retired. Judgement. */
const MEAN_INSURED_YEARS = 8;
const RETIRED_INSURED_YEARS = 22;

/** Draws what everyone does, by the shares each area has counted, and, of insured workers and pensioners, the years of insurance. */
export function drawActivity(population: Population, city: CityData, source: DrawSource): void {
  const c = population.persons.columns;
  const chances = chancesByArea(population, city);
  for (let i = 0; i < population.persons.rows; i++) {
    if (c.age[i] < ADULT_AGE) continue;
    const u = drawFor(source, i, SynthesisDecision.activity);
    const work = isInCity(c.residenceArea[i])
      ? activityOf(population, i, chances[c.residenceArea[i]], u)
      : activityOutside(population, i, u);
    c.work[i] = work;
    if (work === Work.formal) {
      const years = -MEAN_INSURED_YEARS * log(1 - drawFor(source, i, SynthesisDecision.insuredYears));
      c.insuredYears[i] = Math.min(Math.floor(years), Math.max(0, c.age[i] - 20));
    } else if (work === Work.retired) {
      const years = drawFor(source, i, SynthesisDecision.insuredYears);
      c.insuredYears[i] = 15 + Math.floor(2 * (RETIRED_INSURED_YEARS - 15) * years);
    }
  }
}

function chancesByArea(population: Population, city: CityData): WorkChances[] {
  const c = population.persons.columns;
  const forces = city.areas.map(emptyWorkForce);
  for (let i = 0; i < population.persons.rows; i++) {
    const age = c.age[i];
    if (age < ADULT_AGE || !isInCity(c.residenceArea[i])) continue;
    const force = forces[c.residenceArea[i]];
    force.adults++;
    if (age < WORKING_AGE || isAtSchool(age, c.education[i])) continue;
    const side = workSide(population, i);
    force.persons[workForceCell(side, c.registerUrban[i], c.sex[i], c.education[i], age)]++;
  }
  return city.areas.map((area, a) => workChances(area, forces[a], city.censusYear));
}

/** Dormitories of villages work like towns. */
function workSide({ persons, households }: Population, i: number): number {
  const { household, residenceUrban } = persons.columns;
  return households.columns.kind[household[i]] === HouseholdKind.collective ? 1 : residenceUrban[i];
}

const isAtSchool = (age: number, education: number): boolean =>
  (education === Education.senior && age <= LAST_SENIOR_AGE) ||
  (education === Education.college && age <= LAST_COLLEGE_AGE);

/** One draw tells retired, not at work, farm, insured and own account apart in turn. */
function activityOf(population: Population, i: number, chances: WorkChances, draw: number): number {
  const c = population.persons.columns;
  const age = c.age[i];
  const education = c.education[i];
  if (isAtSchool(age, education)) return Work.student;
  if (age < WORKING_AGE) return Work.none;
  const sex = c.sex[i];
  const side = workSide(population, i);
  let u = draw;
  if (age >= PENSION_AGE[sex]) {
    const retired = chances.retired[c.registerUrban[i]];
    if (u < retired) return Work.retired;
    u = (u - retired) / (1 - retired);
  }
  const atWork = chances.atWork[(side * 2 + sex) * AGES + age];
  if (u >= atWork) return Work.none;
  u /= atWork;
  const group = side * LEVELS + education;
  const farm = chances.farm[group * AGES + age];
  if (u < farm) return Work.farm;
  u = (u - farm) / (1 - farm);
  const insured = age <= LAST_INSURED_AGE ? chances.insured[group] : 0;
  if (u < insured) return Work.formal;
  return (u - insured) / (1 - insured) < chances.ownAccount ? Work.selfEmployed : Work.informal;
}

function activityOutside(population: Population, i: number, u: number): number {
  const c = population.persons.columns;
  const age = c.age[i];
  const education = c.education[i];
  if (isAtSchool(age, education) && (education === Education.college || u <= PUPILS_OUTSIDE)) return Work.student;
  if (age < WORKING_AGE) return Work.none;
  if (age >= PENSION_AGE[c.sex[i]] && u < PENSIONED[c.registerUrban[i]]) return Work.retired;
  if (age >= PENSION_AGE[0]) return Work.none;
  const insured = INSURED_OUTSIDE[education];
  if (u < insured) return Work.formal;
  if (u < insured + OWN_ACCOUNT_OUTSIDE) return Work.selfEmployed;
  return u < insured + OWN_ACCOUNT_OUTSIDE + INFORMAL_OUTSIDE * (1 - insured) ? Work.informal : Work.none;
}
