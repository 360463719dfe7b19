import { isInCity, NONE, Presence, Role, Work } from '../../population/codes.ts';
import { DECIDER_AGES } from '../agenda/hazards.ts';
import type { State } from '../state.ts';

/** Whether person i lives in a town of the city without holding a town register there. */
export function isInPool({ population }: Pick<State, 'population'>, i: number): boolean {
  const { presence, residenceArea, residenceUrban, registerArea, registerUrban } = population.persons.columns;
  if (residenceUrban[i] === 0 || presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) return false;
  return registerUrban[i] === 0 || registerArea[i] !== residenceArea[i];
}

/** Whether person i, who is in the pool, may decide: of 18-69; students decide through their own routes. */
export function mayDecide({ population }: Pick<State, 'population'>, i: number): boolean {
  const { age, work } = population.persons.columns;
  return age[i]! >= DECIDER_AGES[0] && age[i]! <= DECIDER_AGES[1] && work[i] !== Work.student;
}

/**
 * The deciding adult of family h: the reference person, else the spouse, else the first of those who are in the pool and may decide;
 * NONE where there is none.
 */
export function deciderOf(state: Pick<State, 'population' | 'members'>, h: number): number {
  const { role, household } = state.population.persons.columns;
  let decider: number = NONE;
  let best = Number.POSITIVE_INFINITY;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    const rank = role[i] === Role.head ? 0 : role[i] === Role.spouse ? 1 : 2;
    if (rank >= best || household[i] !== h || !isInPool(state, i) || !mayDecide(state, i)) continue;
    best = rank;
    decider = i;
  }
  return decider;
}

/** Whether person i of family h, who is in the pool and may decide, is the one who does: `deciderOf(state, h) === i`. */
export function isDecider(state: Pick<State, 'population' | 'members'>, h: number, i: number): boolean {
  const { role, household } = state.population.persons.columns;
  if (role[i] === Role.head) return true;
  const head = state.population.households.columns.head[h]!;
  if (
    head !== NONE &&
    role[head] === Role.head &&
    household[head] === h &&
    isInPool(state, head) &&
    mayDecide(state, head)
  )
    return false;
  return deciderOf(state, h) === i;
}

/** Members of family h in the pool who hold a village register: those behind the decision, the denominator of every rate. */
export function personsBehind(state: Pick<State, 'population' | 'members'>, h: number): number {
  const { registerUrban, household } = state.population.persons.columns;
  let persons = 0;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!)
    if (household[i] === h && registerUrban[i] === 0 && isInPool(state, i)) persons++;
  return persons;
}
