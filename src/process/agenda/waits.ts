import { boundTo } from '../../population/bound.ts';
import { NONE, Outside, Role, Sex, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import type { State } from '../state.ts';
import { agendaOf } from './agenda.ts';
import { type HazardTable, isOver, NEVER, nextDue } from './hazard-table.ts';

/** How the waits of a workspace's agenda begin. */
export const waitsOf = boundTo((workspace) => {
  const { sex, age, spouse, role, work, household, identity, lineage } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { permitYear } = workspace.persons.columns;
  const { head, homeArea, homeUrban } = workspace.households.columns;
  const agenda = agendaOf(workspace);
  const { death, birth, partner, leaveHome, move, formal, back, permit, act } = agenda.persons.columns;
  const { identity: leadIdentity, lineage: leadLineage, need } = agenda.households.columns;
  const { buy, elsewhere, taste, lease } = agenda.households.columns;
  const { personDraw, householdDraw } = drawsOf(workspace);

  /** Opens the agenda of everybody in the base population. */
  function openAgenda(state: State): void {
    for (let i = 0; i < workspace.persons.rows; i++) enterPerson(state, i);
    for (let h = 0; h < workspace.households.rows; h++) enterHousehold(state, h, 0);
  }

  /** Draws the waits of a person who enters the population this year. */
  function enterPerson(state: State, i: number): void {
    const { hazards, t } = state;
    const years = age[i];
    const gender = sex[i] === Sex.male ? 0 : 1;
    death[i] = wait(state, hazards.death[gender], i, years, t, Decision.death);
    birth[i] = gender === 0 ? NEVER : wait(state, hazards.birth, i, years, t, Decision.birth);
    partner[i] = spouse[i] === NONE ? wait(state, hazards.partner[gender], i, years, t, Decision.partner) : 0;
    leaveHome[i] = role[i] === Role.child ? wait(state, hazards.leaveHome, i, years, t, Decision.leaveHome) : 0;
    move[i] = wait(state, hazards.move, i, years, t, Decision.considerMove);
    formal[i] = 0;
    back[i] = 0;
    permit[i] = 0;
    act[i] = 0;
    review(state, i);
  }

  /**
   * Somebody who is single looks for a partner from next year on.
   * @param years age at the end of this year
   */
  function lookAgain(state: State, i: number, years: number): void {
    const table = state.hazards.partner[sex[i] === Sex.male ? 0 : 1];
    partner[i] = wait(state, table, i, years, state.t, Decision.partner);
  }

  /** Begins the waits whose condition has come to hold. To be asked after residence, register, household, role or work has changed. */
  function review(state: State, i: number): void {
    const { hazards, t, sinceMoves } = state;
    const area = residenceArea[i];
    const urban = residenceUrban[i];
    const from = registerArea[i];
    if (area < Outside.province && (from !== area || registerUrban[i] !== urban)) {
      const years = age[i] - (t - sinceMoves);
      if (permit[i] === 0) permit[i] = permitWait(state, i, years, sinceMoves);
      if (urban === 1 && act[i] === 0) act[i] = wait(state, hazards.act, i, years, sinceMoves, Decision.settlementAct);
    }
    if (back[i] === 0) {
      const h = household[i];
      if (from >= Outside.province || homeArea[h] !== area || homeUrban[h] !== urban) beginBack(state, i);
    }
    if (leaveHome[i] === 0 && role[i] === Role.child)
      leaveHome[i] = wait(state, hazards.leaveHome, i, age[i], t, Decision.leaveHome);
    if (formal[i] === 0 && work[i] === Work.informal && urban === 1)
      formal[i] = wait(state, hazards.formal, i, age[i], t, Decision.becomeFormal);
  }

  /** Begins the wait for the way back: home for those registered in the city, out of it for the others. */
  function beginBack(state: State, i: number): void {
    const table = registerArea[i] < Outside.province ? state.hazards.goHome : state.hazards.goAway;
    back[i] = wait(state, table, i, age[i], state.t, Decision.goBack);
  }

  /** Waits of a household that is founded or arrives, or was there at the start. It needs a reference person. */
  function enterHousehold(state: State, h: number, from: number): void {
    const { hazards } = state;
    const lead = Math.max(0, head[h]);
    leadIdentity[h] = identity[lead];
    leadLineage[h] = lineage[lead];
    need[h] = Math.floor(65536 * householdDraw(state, h, LIFELONG, Decision.housingDifficulty));
    buy[h] = waitOfHousehold(state, hazards.buy, h, from, Decision.buyDwelling);
    elsewhere[h] = waitOfHousehold(state, hazards.elsewhere, h, from, Decision.settleElsewhere);
    taste[h] = waitOfHousehold(state, hazards.taste, h, from, Decision.tasteKeep);
    lease[h] = waitOfHousehold(state, hazards.lease, h, from, Decision.leaseBreak);
  }

  /** Year after `from` in which the thing is due for person i, who is of age `years` at the end of that year. */
  function wait(state: State, table: HazardTable, i: number, years: number, from: number, decision: number): number {
    if (isOver(table, years, from)) return NEVER;
    return nextDue(table, years, from, personDraw(state, i, state.baseYear + from, decision));
  }

  /** Year in which somebody off the register may apply for a permit or, who holds one, lets it lapse. */
  function permitWait(state: State, i: number, years: number, from: number): number {
    const { permit: apply, permitLapse } = state.hazards;
    return permitYear[i] === 0
      ? wait(state, apply, i, years, from, Decision.permitApply)
      : wait(state, permitLapse, i, years, from, Decision.permitLapse);
  }

  /** Ends the permit of person i, if any; its wait begins anew with the next review. */
  function endPermit(i: number): void {
    if (permitYear[i] === 0) return;
    permitYear[i] = 0;
    permit[i] = 0;
  }

  function waitOfHousehold(state: State, table: HazardTable, h: number, from: number, decision: number): number {
    if (isOver(table, 0, from)) return NEVER;
    return nextDue(table, 0, from, householdDraw(state, h, state.baseYear + from, decision));
  }

  return {
    openAgenda,
    enterPerson,
    enterHousehold,
    lookAgain,
    review,
    beginBack,
    permitWait,
    endPermit,
    wait,
    waitOfHousehold,
  };
});
