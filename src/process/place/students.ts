import { boundTo } from '../../population/bound.ts';
import { Education, HouseholdKind, NONE, Outside, Presence, Role, Work } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { studentIdentity } from '../../random/identity.ts';
import { COLLEGE_AGE, entrantsOver } from '../../scenario/city/nation-years.ts';
import { enrolling } from '../settlement/enrolling.ts';
import type { State, StudentsLike } from '../state.ts';
import { arrivingAlone } from './arrive-alone.ts';

/** Ages of those whom students who arrive are like. */
const LIKE_AGES = [16, 24] as const;
/** An area with fewer outsiders of that age borrows those of the whole place. */
const ENOUGH = 5;

/**
 * Whom those who come to study are like, by area: residents of its towns registered outside the city, of 16-24; where there are hardly any,
 * those of the whole place. Of them a student has sex and register. With them the dormitories of the area's towns.
 */
export function findStudents({ persons, households }: Population, areas: number): StudentsLike[] {
  const { presence, age, registerArea, residenceArea, residenceUrban } = persons.columns;
  const like = Array.from({ length: areas }, (): number[] => []);
  const dormitories = Array.from({ length: areas }, (): number[] => []);
  for (let i = 0; i < persons.rows; i++) {
    if (presence[i] === Presence.gone || registerArea[i] < Outside.province || residenceArea[i] >= areas) continue;
    if (residenceUrban[i] === 1 && age[i] >= LIKE_AGES[0] && age[i] <= LIKE_AGES[1]) like[residenceArea[i]].push(i);
  }
  const { kind, homeArea, homeUrban } = households.columns;
  for (let h = 0; h < households.rows; h++)
    if (kind[h] === HouseholdKind.collective && homeUrban[h] === 1 && homeArea[h] < areas)
      dormitories[homeArea[h]].push(h);
  const everybody = like.flat();
  return like.map((own, area) => ({
    rows: Int32Array.from(own.length >= ENOUGH ? own : everybody),
    dormitories: Int32Array.from(dormitories[area]),
  }));
}

/**
 * Those who begin college in a town of the city, from outside: as many as the flows of the county say, times the nation's entrants of the
 * year over those of 2020 and `inMigration.factor`. They are 18, live in a dormitory of the area or by themselves, and stay while they study (departure.ts). Copied in
 * sex and register from an outsider of their age, with identities of (area, year, number).
 *
 * `base`: the shared base population of those they are like.
 */
export const studentArrivals = boundTo((workspace) => {
  const arrive = arrivingAlone(workspace);
  const { enrolAlone } = enrolling(workspace);

  return (state: State, base: Population): void => {
    const { city, key, year, anchors, parameters } = state;
    const pace = parameters['inMigration.factor'] * entrantsOver(city.nation, year);
    city.flows.forEach((flows, area) => {
      const { rows, dormitories } = state.studentsLike[area];
      if (flows === undefined || flows.students === 0 || rows.length === 0) return;
      const expected = flows.students * pace * anchors.moves.residents[area];
      const rest = uniform(key, area, Namespace.area, year, Decision.studentCount);
      const arriving = Math.floor(expected) + (rest < expected - Math.floor(expected) ? 1 : 0);
      for (let n = 0; n < arriving; n++) {
        const own = studentIdentity(area, year, n);
        const like = rows[Math.floor(uniform(key, own, 0, year, Decision.studentLike) * rows.length)];
        const bed = Math.floor(uniform(key, own, 0, year, Decision.studentDormitory) * dormitories.length);
        const household = dormitories.length > 0 ? dormitories[bed] : NONE;
        const i = arrive(state, base, { ...STUDENT, like, own, area, household });
        if (household !== NONE) enrolAlone(state, i);
      }
    });
  };
});

/** What everybody is who begins college, in a dormitory where there is one. */
const STUDENT = {
  age: COLLEGE_AGE,
  education: Education.college,
  work: Work.student,
  role: Role.collective,
  urban: 1,
} as const;
