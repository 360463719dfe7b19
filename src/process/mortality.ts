import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../population/balance.ts';
import { isInCity, NONE, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import type { State } from './state.ts';

/** Deaths of the year, by the life table of sex and age at the start of the year. Widows and widowers become single. */
export function mortality(state: State): void {
  const { year, key, population, ledger } = state;
  const { persons } = population;
  const { identity, lineage, presence, sex, age, spouse, residenceArea, residenceUrban, registerArea, registerUrban } =
    persons.columns;
  const [male, female] = state.lifeTables.at(year).death;
  const { deaths, registeredDeaths } = ledger.events;
  for (let i = 0; i < persons.rows; i++) {
    if (presence[i] === Presence.gone) continue;
    const chance = sex[i] === 0 ? male[age[i]!]! : female[age[i]!]!;
    if (uniform(key, identity[i]!, lineage[i]!, year, Decision.death) >= chance) continue;
    presence[i] = Presence.gone;
    ledger.everyone[1]!++;
    if (isInCity(residenceArea[i]!)) deaths[residenceArea[i]!]!++;
    if (isInCity(registerArea[i]!)) registeredDeaths[registerArea[i]!]!++;
    enterResident(ledger.balance, ResidentChannel.natural, residenceArea[i]!, -1, -residenceUrban[i]!);
    enterRegister(ledger.balance, RegisterChannel.natural, registerArea[i]!, -1, -registerUrban[i]!);
    const partner = spouse[i]!;
    if (partner !== NONE) {
      spouse[partner] = NONE;
      spouse[i] = NONE;
    }
  }
}
