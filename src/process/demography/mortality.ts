import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, isInCity, NONE, Presence } from '../../population/codes.ts';
import { Vital } from '../../population/ledger.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';

/**
 * Deaths of the year, of those whose time has come: waiting times follow the life tables of sex and age at the start of each
 * year. Widows and widowers become single.
 */
export const mortality = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, household, spouse } = workspace.persons.columns;
  const { residenceArea, residenceUrban, registerArea, registerUrban } = workspace.persons.columns;
  const { death } = agendaOf(workspace).persons.columns;
  const { lookAgain } = waitsOf(workspace);
  const { touch } = membersOf(workspace);

  return (state: State): void => {
    const { ledger, t } = state;
    const dying = rowsEqual(death, workspace.persons.rows, t, list);
    for (let n = 0; n < dying; n++) die(state, ledger, list[n]);
  };

  function die(state: State, { balance, events, everyone }: State['ledger'], i: number): void {
    if (presence[i] === Presence.gone) return;
    state.ledger.diary?.note(EventKind.death, i);
    presence[i] = Presence.gone;
    touch(household[i]);
    everyone[Vital.deaths]++;
    const home = residenceArea[i];
    const register = registerArea[i];
    if (isInCity(home)) events.deaths[home]++;
    if (isInCity(register)) events.registeredDeaths[register]++;
    enterResident(balance, ResidentChannel.natural, home, -1, -residenceUrban[i]);
    enterRegister(balance, RegisterChannel.natural, register, -1, -registerUrban[i]);
    const partner = spouse[i];
    if (partner === NONE) return;
    spouse[partner] = NONE;
    spouse[i] = NONE;
    lookAgain(state, partner, age[partner] + 1); // everybody grows older in the next step
  }
});
