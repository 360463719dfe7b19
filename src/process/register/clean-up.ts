import { enterRegister, RegisterChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, NONE, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import type { State } from '../state.ts';

/**
 * Registers set right at a census: people who live in a town on a village register of the same area are found to belong to the town, by
 * households. Nobody decided anything: it is counted apart from settling, in the years of the nation's account that had it.
 */
export const cleanUp = boundTo((workspace) => {
  const { presence, household, residenceArea, residenceUrban, registerArea, registerUrban } = workspace.persons.columns;
  const { nonAgricultural } = workspace.persons.columns;
  const { first, next, touch } = membersOf(workspace);
  const { householdDraw } = drawsOf(workspace);
  const { endPermit } = waitsOf(workspace);

  return (state: State): void => {
    const share = state.settling.cleanUp(state.year, state.parameters);
    if (share === 0) return;
    for (let h = 0; h < workspace.households.rows; h++) {
      if (first[h] === NONE || householdDraw(state, h, state.year, Decision.setRight) >= share) continue;
      for (let i = first[h]; i !== NONE; i = next[i]) if (household[i] === h && isMisplaced(i)) setRight(state, i);
    }
  };

  function isMisplaced(i: number): boolean {
    return (
      presence[i] !== Presence.gone &&
      residenceUrban[i] === 1 &&
      registerUrban[i] === 0 &&
      registerArea[i] === residenceArea[i]
    );
  }

  function setRight({ ledger }: State, i: number): void {
    const area = registerArea[i];
    ledger.diary?.note(EventKind.registerSetRight, i);
    registerUrban[i] = 1;
    nonAgricultural[i] = 1;
    endPermit(i);
    ledger.events.registersSetRight[area]++;
    enterRegister(ledger.balance, RegisterChannel.administrative, area, 0, 1);
    touch(household[i]);
  }
});
