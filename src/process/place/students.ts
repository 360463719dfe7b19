import { appendHousehold, appendPerson } from '../../population/append.ts';
import { enterResident, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { Education, HouseholdKind, NONE, Outside, Presence, Role, Tenure, Work } from '../../population/codes.ts';
import { countMove, placeOf } from '../../population/moves.ts';
import type { Population } from '../../population/population.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { studentIdentity } from '../../random/identity.ts';
import { COLLEGE_AGE, entrantsOver } from '../../scenario/city/nation-years.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import { dispositionsOf } from '../settlement/anchor.ts';
import { enrolling } from '../settlement/enrolling.ts';
import type { State, StudentsLike } from '../state.ts';

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
  const { identity, sex, age, education, work, role, household } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { nonAgricultural, ruralOrigin, arrivalYear } = workspace.persons.columns;
  const { homeArea, homeUrban, head, tenure, tenureYear } = workspace.households.columns;
  const { join, openHousehold } = membersOf(workspace);
  const { enterPerson, enterHousehold } = waitsOf(workspace);
  const { drawDisposition } = dispositionsOf(workspace);
  const { enrolFamily, enrolAlone } = enrolling(workspace);

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
        arrive(state, base, { like, own, area, dormitory: dormitories.length > 0 ? dormitories[bed] : NONE });
      }
    });
  };

  function arrive(state: State, base: Population, { like, own, area, dormitory }: Arrival): void {
    const { year, ledger } = state;
    const from = base.persons.columns;
    const i = appendPerson(workspace.persons);
    identity[i] = own;
    sex[i] = from.sex[like];
    age[i] = COLLEGE_AGE;
    education[i] = Education.college;
    work[i] = Work.student;
    registerArea[i] = from.registerArea[like];
    registerUrban[i] = from.registerUrban[like];
    nonAgricultural[i] = from.nonAgricultural[like];
    ruralOrigin[i] = from.ruralOrigin[like];
    residenceArea[i] = area;
    residenceUrban[i] = 1;
    arrivalYear[i] = year;
    role[i] = dormitory === NONE ? Role.head : Role.collective;
    household[i] = dormitory === NONE ? ownRoom(area, year) : dormitory;
    join(i);
    enterPerson(state, i);
    countMove(ledger.moves, placeOf(ledger.moves, Outside.nation, 1), placeOf(ledger.moves, area, 1));
    ledger.events.arrivals[area]++;
    if (registerArea[i] === Outside.province) ledger.events.arrivalsInProvince[area]++;
    enterResident(ledger.balance, ResidentChannel.migration, area, 1, 1);
    ledger.diary?.noteArrival(i);
    if (dormitory !== NONE) {
      enrolAlone(state, i);
      return;
    }
    const h = household[i];
    head[h] = i;
    enterHousehold(state, h, state.t);
    drawDisposition(state, h);
    enrolFamily(state, h);
  }

  /** A rented room in a town of the area. */
  function ownRoom(area: number, year: number): number {
    const h = appendHousehold(workspace.households);
    openHousehold(h);
    homeArea[h] = area;
    homeUrban[h] = 1;
    tenure[h] = Tenure.privateRent;
    tenureYear[h] = year;
    return h;
  }
});

/** A student: the row of the base population that says sex and register, the own identity, where, and in which dormitory (NONE: by oneself). */
interface Arrival {
  readonly like: number;
  readonly own: number;
  readonly area: number;
  readonly dormitory: number;
}
