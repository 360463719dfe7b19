import { boundTo } from '../../population/bound.ts';
import { isInCity, NONE, Presence, Role, Work } from '../../population/codes.ts';
import { DECIDER_AGES } from '../agenda/hazards.ts';
import { membersOf } from '../members.ts';

/** Who of a workspace decides about the register of a family. */
export const decidersOf = boundTo((workspace) => {
  const { presence, age, work, role, household } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { head } = workspace.households.columns;
  const { first, next } = membersOf(workspace);

  /** Whether person i lives in a town of the city without holding a town register there. */
  function isInPool(i: number): boolean {
    if (residenceUrban[i] === 0 || presence[i] === Presence.gone || !isInCity(residenceArea[i])) return false;
    return registerUrban[i] === 0 || registerArea[i] !== residenceArea[i];
  }

  /** Whether person i, who is in the pool, may decide: of 18-69; students decide through their own routes. */
  function mayDecide(i: number): boolean {
    return age[i] >= DECIDER_AGES[0] && age[i] <= DECIDER_AGES[1] && work[i] !== Work.student;
  }

  /**
   * The deciding adult of family h: the reference person, else the spouse, else the first of those who are in the pool and may
   * decide; NONE where there is none.
   */
  function deciderOf(h: number): number {
    let decider: number = NONE;
    let best = Number.POSITIVE_INFINITY;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      const rank = role[i] === Role.head ? 0 : role[i] === Role.spouse ? 1 : 2;
      if (rank >= best || household[i] !== h || !isInPool(i) || !mayDecide(i)) continue;
      best = rank;
      decider = i;
    }
    return decider;
  }

  /** Whether person i of family h, who is in the pool and may decide, is the one who does: `deciderOf(h) === i`. */
  function isDecider(h: number, i: number): boolean {
    if (role[i] === Role.head) return true;
    const lead = head[h];
    const leadDecides =
      lead !== NONE && role[lead] === Role.head && household[lead] === h && isInPool(lead) && mayDecide(lead);
    return !leadDecides && deciderOf(h) === i;
  }

  /** Members of family h in the pool who hold a village register: those behind the decision, the denominator of every rate. */
  function personsBehind(h: number): number {
    let persons = 0;
    for (let i = first[h]; i !== NONE; i = next[i])
      if (household[i] === h && registerUrban[i] === 0 && isInPool(i)) persons++;
    return persons;
  }

  return { isInPool, mayDecide, deciderOf, isDecider, personsBehind };
});
