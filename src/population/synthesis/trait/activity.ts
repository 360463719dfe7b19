import { log } from '../../../math/log.ts';
import { Education, HouseholdKind, isInCity, Sex, Work } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';

const WORKING_AGE = 16;
const LAST_SENIOR_AGE = 17;
const LAST_COLLEGE_AGE = 21;
const PENSION_AGE = [60, 55] as const;
const LAST_FARMING_AGE = 75;

/** Activities in the order in which a draw meets them, with their shares; the rest does not work. */
type Shares = readonly (readonly [work: number, share: number])[];

/** Villagers of working age out of school. Judgement on census and surveys. */
const inVillage: Shares = [
  [Work.farm, 0.66],
  [Work.informal, 0.13],
  [Work.formal, 0.03],
  [Work.selfEmployed, 0.06],
];

/** Share in insured employment by education, in town and outside the city. Judgement. */
const FORMAL = { town: [0.04, 0.08, 0.16, 0.34, 0.62], outside: [0.08, 0.12, 0.2, 0.3, 0.6] } as const;

/** People in towns of the city, by education: what is not insured employment is divided alike. Judgement. */
const inTown: readonly Shares[] = FORMAL.town.map((formal) => [
  [Work.formal, formal],
  [Work.selfEmployed, 0.17 * (1 - formal)],
  [Work.farm, 0.04 * (1 - formal)],
  [Work.informal, 0.55 * (1 - formal)],
]);

/** People outside the city: almost all work. Judgement. */
const outsideCity: readonly Shares[] = FORMAL.outside.map((formal) => [
  [Work.formal, formal],
  [Work.selfEmployed, 0.08],
  [Work.informal, 0.85 * (1 - formal)],
]);

/** Women's share of each of these against men's, at home. Judgement: labour force participation of 0.62 against 0.78. */
const WOMEN = 0.8;

/** Share of those of senior secondary age away from the city who are at school there; the others work. Judgement. */
const PUPILS_OUTSIDE = 0.3;

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
  if (education === Education.senior && age <= LAST_SENIOR_AGE && !(outside && u > PUPILS_OUTSIDE)) return Work.student;
  if (education === Education.college && age <= LAST_COLLEGE_AGE) return Work.student;
  if (age < WORKING_AGE) return Work.none;
  const livesInVillage = c.residenceUrban[i] === 0;
  if (age >= PENSION_AGE[c.sex[i]] && u < PENSIONED[c.registerUrban[i]]) return Work.retired;
  if (age >= PENSION_AGE[0]) return livesInVillage && age < LAST_FARMING_AGE && u > 0.45 ? Work.farm : Work.none;
  if (outside) return pick(u, outsideCity[education]);
  const v = c.sex[i] === Sex.female ? u / WOMEN : u;
  return pick(v, livesInVillage && !collective ? inVillage : inTown[education]);
}

/** The activity in whose share u falls; none beyond them all. */
function pick(u: number, shares: Shares): number {
  let left = u;
  for (const [work, share] of shares) {
    left -= share;
    if (left < 0) return work;
  }
  return Work.none;
}
