import { appendPerson } from '../population/append.ts';
import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../population/balance.ts';
import { Education, isInCity, Presence, Role, Sex, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { childLineage } from '../random/identity.ts';
import type { State } from './state.ts';

const FIRST_AGE = 14; // at the start of the year: births at 15 fall half in the year before the birthday
const LAST_AGE = 49;

/**
 * Births of the year, by the mother's age at its start (ageing has happened: age - 1). The child takes the mother's
 * household, home and register. A newborn who dies within the year is counted as born and dead and never enters.
 */
export function fertility(state: State): void {
  const { year, key, population, ledger } = state;
  const { persons } = population;
  const { identity, lineage, presence, sex, age, births, residenceArea, registerArea } = persons.columns;
  const table = state.lifeTables.at(year);
  const { births: born, deaths, registeredBirths, registeredDeaths } = ledger.events;
  const mothers = persons.rows; // the newborn are appended behind
  for (let i = 0; i < mothers; i++) {
    if (sex[i] !== Sex.female || presence[i] === Presence.gone) continue;
    const ageAtStart = age[i]! - 1;
    if (ageAtStart < FIRST_AGE || ageAtStart > LAST_AGE) continue;
    if (uniform(key, identity[i]!, lineage[i]!, year, Decision.birth) >= table.birth[ageAtStart]!) continue;
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
  for (const column of [
    'registerArea',
    'registerUrban',
    'nonAgricultural',
    'residenceArea',
    'residenceUrban',
  ] as const) {
    c[column][i] = c[column][mother]!;
  }
  const { balance } = state.ledger;
  enterResident(balance, ResidentChannel.natural, c.residenceArea[i]!, 1, c.residenceUrban[i]!);
  enterRegister(balance, RegisterChannel.natural, c.registerArea[i]!, 1, c.registerUrban[i]!);
  c.ruralOrigin[i] = c.registerUrban[mother] === 1 ? 0 : 1;
}
