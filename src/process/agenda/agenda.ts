import { boundTo } from '../../population/bound.ts';
import { NONE, Outside, Role, Sex, Work } from '../../population/codes.ts';
import { allocateTable, type ColumnSpec, type Table } from '../../population/columns.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { livesAtHome } from '../members.ts';
import type { State } from '../state.ts';
import { type HazardTable, isOver, NEVER, nextDue } from './hazard-table.ts';

const due = (meaning: string) =>
  ({ type: 'u8', unit: 'year since the base year, 255 never', meaning }) as const satisfies ColumnSpec;

/**
 * When something may next happen to a person. Rows are those of the person table. 0: not waiting. A wait that has begun goes on
 * whatever happens, since a chance has no memory; who is due without the condition stops waiting until it holds again (`review`).
 */
export const personAgendaSpec = {
  death: due('dies'),
  birth: due('gives birth'),
  partner: due('looks for a partner; waits while single'),
  leaveHome: due('leaves the parental home; waits as a child of the reference couple'),
  move: due('considers a move, where living at home'),
  formal: due('may find insured work; waits with informal work'),
  back: due('may return home; registered outside the city: may leave it; waits away from home'),
  permit: due('may apply for a residence permit; waits off the register'),
  act: due('may act on the wish to settle; waits in a town without its register'),
} as const;

/** When something may next happen to a household, and the words its draws are keyed by: those of its first reference person. */
export const householdAgendaSpec = {
  identity: { type: 'u32', unit: 'id', meaning: 'identity of the first reference person' },
  lineage: { type: 'u16', unit: 'path', meaning: 'lineage of the first reference person' },
  need: {
    type: 'u16',
    unit: '1/65536',
    meaning: 'lasting draw of housing difficulty: in it where below the share in need',
  },
  buy: due('buys a dwelling, where it does not own one'),
  elsewhere: due('absent members may move their register to where they live'),
  taste: due('the taste for settling is drawn anew'),
  lease: due('a private lease is broken'),
} as const satisfies Record<string, ColumnSpec>;

/**
 * The agenda of a replicate: for everybody the year in which a thing may next happen. A year then looks only at those whose
 * time has come; all others cost a fraction of a nanosecond. Every wait is drawn once, keyed by the year it begins in.
 */
export interface Agenda {
  readonly persons: Table<typeof personAgendaSpec>;
  readonly households: Table<typeof householdAgendaSpec>;
}

/** The agenda that goes with a workspace: made once, overwritten by every replicate. */
export const agendaOf = boundTo(
  ({ persons, households }): Agenda => ({
    persons: allocateTable(personAgendaSpec, persons.capacity),
    households: allocateTable(householdAgendaSpec, households.capacity),
  }),
);

/** Opens the agenda of everybody in the base population. */
export function openAgenda(state: State): void {
  const { persons, households } = state.population;
  for (let i = 0; i < persons.rows; i++) enterPerson(state, i);
  for (let h = 0; h < households.rows; h++) enterHousehold(state, h, 0);
}

/** Draws the waits of a person who enters the population this year. */
export function enterPerson(state: State, i: number): void {
  const { hazards, agenda, population, t } = state;
  const { sex, age, spouse, role } = population.persons.columns;
  const a = agenda.persons.columns;
  const years = age[i]!;
  const gender = sex[i] === Sex.male ? 0 : 1;
  a.death[i] = wait(state, hazards.death[gender], i, years, t, Decision.death);
  a.birth[i] = gender === 0 ? NEVER : wait(state, hazards.birth, i, years, t, Decision.birth);
  a.partner[i] = spouse[i] === NONE ? wait(state, hazards.partner[gender], i, years, t, Decision.partner) : 0;
  a.leaveHome[i] = role[i] === Role.child ? wait(state, hazards.leaveHome, i, years, t, Decision.leaveHome) : 0;
  a.move[i] = wait(state, hazards.move, i, years, t, Decision.considerMove);
  a.formal[i] = 0;
  a.back[i] = 0;
  a.permit[i] = 0;
  a.act[i] = 0;
  review(state, i);
}

/**
 * Somebody who is single looks for a partner from next year on.
 * @param age at the end of this year
 */
export function lookAgain(state: State, i: number, age: number): void {
  const { sex } = state.population.persons.columns;
  const table = state.hazards.partner[sex[i] === Sex.male ? 0 : 1];
  state.agenda.persons.columns.partner[i] = wait(state, table, i, age, state.t, Decision.partner);
}

/** Begins the waits whose condition has come to hold. To be asked after residence, register, household, role or work has changed. */
export function review(state: State, i: number): void {
  const { hazards, agenda, population, t, sinceMoves } = state;
  const { age, work, role, registerArea, registerUrban, residenceArea, residenceUrban } = population.persons.columns;
  const { permit, act, back, formal, leaveHome } = agenda.persons.columns;
  const area = residenceArea[i]!;
  const urban = residenceUrban[i]!;
  const outsider = registerArea[i]! >= Outside.province;
  if (area < Outside.province && (registerArea[i] !== area || registerUrban[i] !== urban)) {
    const years = age[i]! - (t - sinceMoves);
    if (permit[i] === 0) permit[i] = wait(state, hazards.permit, i, years, sinceMoves, Decision.permitApply);
    if (urban === 1 && act[i] === 0) act[i] = wait(state, hazards.act, i, years, sinceMoves, Decision.settlementAct);
  }
  if (back[i] === 0 && (outsider || !livesAtHome(population, i))) beginBack(state, i);
  if (leaveHome[i] === 0 && role[i] === Role.child)
    leaveHome[i] = wait(state, hazards.leaveHome, i, age[i]!, t, Decision.leaveHome);
  if (formal[i] === 0 && work[i] === Work.informal && urban === 1)
    formal[i] = wait(state, hazards.formal, i, age[i]!, t, Decision.becomeFormal);
}

/** Begins the wait for the way back: home for those registered in the city, out of it for the others. */
export function beginBack(state: State, i: number): void {
  const { age, registerArea } = state.population.persons.columns;
  const table = registerArea[i]! < Outside.province ? state.hazards.goHome : state.hazards.goAway;
  state.agenda.persons.columns.back[i] = wait(state, table, i, age[i]!, state.t, Decision.goBack);
}

/** Traits are keyed by no year of the run. */
const LIFELONG = 1990;

/** Waits of a household that is founded or arrives, or was there at the start. It needs a reference person. */
export function enterHousehold(state: State, h: number, from: number): void {
  const { hazards, agenda, population } = state;
  const { head } = population.households.columns;
  const a = agenda.households.columns;
  const lead = Math.max(0, head[h]!);
  a.identity[h] = population.persons.columns.identity[lead]!;
  a.lineage[h] = population.persons.columns.lineage[lead]!;
  a.need[h] = Math.floor(65536 * householdDraw(state, h, LIFELONG, Decision.housingDifficulty));
  a.buy[h] = waitOfHousehold(state, hazards.buy, h, from, Decision.buyDwelling);
  a.elsewhere[h] = waitOfHousehold(state, hazards.elsewhere, h, from, Decision.settleElsewhere);
  a.taste[h] = waitOfHousehold(state, hazards.taste, h, from, Decision.tasteKeep);
  a.lease[h] = waitOfHousehold(state, hazards.lease, h, from, Decision.leaseBreak);
}

/** Year after `from` in which the thing is due for person i, who is of `age` at the end of that year. */
export function wait(state: State, table: HazardTable, i: number, age: number, from: number, decision: number): number {
  if (isOver(table, age, from)) return NEVER;
  const { identity, lineage } = state.population.persons.columns;
  return nextDue(table, age, from, uniform(state.key, identity[i]!, lineage[i]!, state.baseYear + from, decision));
}

export function waitOfHousehold(state: State, table: HazardTable, h: number, from: number, decision: number): number {
  if (isOver(table, 0, from)) return NEVER;
  return nextDue(table, 0, from, householdDraw(state, h, state.baseYear + from, decision));
}

/** Uniform draw of a household, keyed by its first reference person. */
export function householdDraw(state: State, h: number, year: number, decision: number): number {
  const { identity, lineage } = state.agenda.households.columns;
  return uniform(state.key, identity[h]!, lineage[h]!, year, decision);
}
