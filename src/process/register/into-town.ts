import { enterRegister, RegisterChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity } from '../../population/codes.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import type { State } from '../state.ts';
import { tierIndex } from './register-tier.ts';

/** Groups of the award's count, in their order within a tier: others, students, veterans. */
export const AwardGroup = { others: 0, students: 1, veterans: 2 } as const;
type AwardGroup = (typeof AwardGroup)[keyof typeof AwardGroup];

/**
 * Moves the register of person i into the towns of an area: both balances, the award's count of those who held a village register until
 * now, and what follows from being registered here.
 * @returns a function of the state, the row of the person, the area and the group of the award's count
 */
export const movingIntoTown = boundTo((workspace) => {
  const { registerArea, registerUrban, nonAgricultural, household } = workspace.persons.columns;
  const { touch } = membersOf(workspace);
  const { review, beginBack, endPermit } = waitsOf(workspace);

  return (state: State, i: number, area: number, group: AwardGroup): void => {
    const { ledger } = state;
    const from = registerArea[i];
    if (registerUrban[i] === 0) {
      ledger.awardSettlers[(area * 4 + tierIndex(from, area)) * 3 + group]++;
      if (nonAgricultural[i] === 0) ledger.events.awardAgricultural[area]++;
      if (from !== area && isInCity(from)) ledger.events.awardLeft[from]++;
    }
    const fromOutside = !isInCity(from);
    if (fromOutside) ledger.events.registerIn[area]++;
    enterRegister(ledger.balance, RegisterChannel.settlement, from, -1, -registerUrban[i]);
    enterRegister(ledger.balance, RegisterChannel.settlement, area, 1, 1);
    registerArea[i] = area;
    registerUrban[i] = 1;
    nonAgricultural[i] = 1;
    endPermit(i);
    touch(household[i]);
    if (fromOutside) beginBack(state, i); // from now on the way back is the one of people registered here
    review(state, i);
  };
});
