import { appendPerson } from '../population/append.ts';
import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../population/balance.ts';
import { Education, isInCity, Presence, Role, Sex, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { childLineage } from '../random/identity.ts';
import { enterPerson, wait } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { join } from './members.ts';
import type { State } from './state.ts';

/**
 * Births of the year, to the women whose time has come: waiting times follow the fertility of the age at the start of each year.
 * The child takes the mother's household, home and register. A newborn who dies within the year is counted as born and dead and
 * never enters.
 */
export function fertility(state: State): void {
  const { year, t, key, population, ledger, agenda, hazards } = state;
  const { persons } = population;
  const { identity, lineage, presence, age, births, residenceArea, registerArea } = persons.columns;
  const { birth } = agenda.persons.columns;
  const table = state.lifeTables.at(year);
  const { births: born, deaths, registeredBirths, registeredDeaths } = ledger.events;
  const mothers = rowsEqual(birth, persons.rows, t, state.rows);
  for (let n = 0; n < mothers; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    birth[i] = wait(state, hazards.birth, i, age[i]!, t, Decision.birth);
    const order = births[i]! + 1;
    births[i] = order;
    ledger.everyone[0]!++;
    const home = residenceArea[i]!;
    const register = registerArea[i]!;
    if (isInCity(home)) born[home]!++;
    if (isInCity(register)) registeredBirths[register]!++;
    const childPath = childLineage(lineage[i]!, order);
    const childSex =
      uniform(key, identity[i]!, childPath, year, Decision.birthSex) < table.boys ? Sex.male : Sex.female;
    if (uniform(key, identity[i]!, childPath, year, Decision.newbornDeath) < table.newbornDeath[childSex]!) {
      ledger.everyone[1]!++;
      if (isInCity(home)) deaths[home]!++;
      if (isInCity(register)) registeredDeaths[register]!++;
      continue;
    }
    addChild(state, i, childPath, childSex);
  }
}

function addChild(state: State, mother: number, lineageOfChild: number, sexOfChild: number): void {
  const { persons } = state.population;
  const c = persons.columns;
  const i = appendPerson(persons);
  c.identity[i] = c.identity[mother]!;
  c.lineage[i] = lineageOfChild;
  c.sex[i] = sexOfChild;
  c.age[i] = 0;
  c.education[i] = Education.none;
  c.work[i] = Work.none;
  c.household[i] = c.household[mother]!;
  const motherRole = c.role[mother]!;
  c.role[i] =
    motherRole === Role.collective ? Role.collective : motherRole <= Role.spouse ? Role.child : Role.grandchild;
  c.mother[i] = mother;
  c.father[i] = c.spouse[mother]!;
  c.registerArea[i] = c.registerArea[mother]!;
  c.registerUrban[i] = c.registerUrban[mother]!;
  c.nonAgricultural[i] = c.nonAgricultural[mother]!;
  c.residenceArea[i] = c.residenceArea[mother]!;
  c.residenceUrban[i] = c.residenceUrban[mother]!;
  const { balance } = state.ledger;
  enterResident(balance, ResidentChannel.natural, c.residenceArea[i]!, 1, c.residenceUrban[i]!);
  enterRegister(balance, RegisterChannel.natural, c.registerArea[i]!, 1, c.registerUrban[i]!);
  c.ruralOrigin[i] = c.registerUrban[mother] === 1 ? 0 : 1;
  join(state, i);
  enterPerson(state, i);
}
