import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../population/balance.ts';
import { isInCity, NONE, Presence } from '../population/codes.ts';
import { lookAgain } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { touch } from './members.ts';
import type { State } from './state.ts';

/**
 * Deaths of the year, of those whose time has come: waiting times follow the life tables of sex and age at the start of each
 * year. Widows and widowers become single.
 */
export function mortality(state: State): void {
  const { population, ledger, agenda, members, t } = state;
  const { persons } = population;
  const { presence, age, household, spouse, residenceArea, residenceUrban, registerArea, registerUrban } =
    persons.columns;
  const { deaths, registeredDeaths } = ledger.events;
  const dying = rowsEqual(agenda.persons.columns.death, persons.rows, t, state.rows);
  for (let n = 0; n < dying; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    presence[i] = Presence.gone;
    touch(members, household[i]!);
    ledger.everyone[1]!++;
    if (isInCity(residenceArea[i]!)) deaths[residenceArea[i]!]!++;
    if (isInCity(registerArea[i]!)) registeredDeaths[registerArea[i]!]!++;
    enterResident(ledger.balance, ResidentChannel.natural, residenceArea[i]!, -1, -residenceUrban[i]!);
    enterRegister(ledger.balance, RegisterChannel.natural, registerArea[i]!, -1, -registerUrban[i]!);
    const partner = spouse[i]!;
    if (partner !== NONE) {
      spouse[partner] = NONE;
      spouse[i] = NONE;
      lookAgain(state, partner, age[partner]! + 1); // everybody grows older in the next step
    }
  }
}
