import { appendPerson } from '../../population/append.ts';
import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { Education, EventKind, isInCity, NONE, Presence, Role, Sex, Work } from '../../population/codes.ts';
import { Vital } from '../../population/ledger.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { childLineage } from '../../random/identity.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import type { YearTable } from './life-tables.ts';
import { livingOf } from './motherhood.ts';

/**
 * Births of the year, to the women whose time has come: waiting times follow the fertility of the age at the start of each year, at the
 * highest chance there is; a woman then gives birth with the chance of where she lives and is registered over it (motherhood.ts).
 * The child takes the mother's household and home, and the register of either parent: where one has it in a town, that one's with
 * `fertility.townRegister`. A newborn who dies within the year is counted as born and dead and
 * never enters.
 */
export const fertility = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { persons } = workspace;
  const { identity, lineage, presence, sex, age, education, work, role, births } = persons.columns;
  const { household, mother, father, spouse, residenceArea, residenceUrban } = persons.columns;
  const { registerArea, registerUrban, nonAgricultural, ruralOrigin } = persons.columns;
  const { birth } = agendaOf(workspace).persons.columns;
  const { wait, enterPerson } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const { join } = membersOf(workspace);

  return (state: State): void => {
    const { t } = state;
    const table = state.lifeTables.at(state.year);
    const { relative, bound } = state.motherhood(t);
    const areas = state.city.areas.length;
    const mothers = rowsEqual(birth, persons.rows, t, list);
    for (let n = 0; n < mothers; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      birth[i] = wait(state, state.hazards.birth, i, age[i], t, Decision.birth);
      const chance = relative[livingOf(areas, residenceArea[i], residenceUrban[i], registerUrban[i])];
      if (chance < bound && drawOf(state, i, Decision.birthAccepted) * bound >= chance) continue;
      giveBirth(state, table, i);
    }
  };

  function giveBirth(state: State, table: YearTable, i: number): void {
    const { key, year, ledger } = state;
    const { events, everyone } = ledger;
    const order = births[i] + 1;
    births[i] = order;
    everyone[Vital.births]++;
    const home = residenceArea[i];
    const childPath = childLineage(lineage[i], order);
    const like = registeredLike(state, i, childPath);
    const register = registerArea[like];
    if (isInCity(home)) events.births[home]++;
    if (isInCity(register)) events.registeredBirths[register]++;
    const childSex = uniform(key, identity[i], childPath, year, Decision.birthSex) < table.boys ? Sex.male : Sex.female;
    ledger.diary?.noteNewborn(EventKind.birth, i, like, childPath, childSex);
    if (uniform(key, identity[i], childPath, year, Decision.newbornDeath) < table.newbornDeath[childSex]) {
      ledger.diary?.noteNewborn(EventKind.death, i, like, childPath, childSex);
      everyone[Vital.deaths]++;
      if (isInCity(home)) events.deaths[home]++;
      if (isInCity(register)) events.registeredDeaths[register]++;
      return;
    }
    addChild(state, i, like, childPath, childSex);
  }

  /** The parent whose register the child takes: the mother's, where the father's would put a child born elsewhere out of the city's sight. */
  function registeredLike({ key, year, parameters: p }: State, i: number, childPath: number): number {
    const partner = spouse[i];
    if (partner === NONE || presence[partner] === Presence.gone || registerUrban[partner] === registerUrban[i])
      return i;
    if (!isInCity(residenceArea[i]) && !isInCity(registerArea[partner])) return i;
    const [inTown, inVillage] = registerUrban[i] === 1 ? [i, partner] : [partner, i];
    const draw = uniform(key, identity[i], childPath, year, Decision.birthRegister);
    return draw < p['fertility.townRegister'] ? inTown : inVillage;
  }

  function addChild(state: State, parent: number, like: number, lineageOfChild: number, sexOfChild: number): void {
    const { balance } = state.ledger;
    const i = appendPerson(persons);
    identity[i] = identity[parent];
    lineage[i] = lineageOfChild;
    sex[i] = sexOfChild;
    age[i] = 0;
    education[i] = Education.none;
    work[i] = Work.none;
    household[i] = household[parent];
    role[i] = roleOfChild(role[parent]);
    mother[i] = parent;
    father[i] = spouse[parent];
    registerArea[i] = registerArea[like];
    registerUrban[i] = registerUrban[like];
    nonAgricultural[i] = nonAgricultural[like];
    residenceArea[i] = residenceArea[parent];
    residenceUrban[i] = residenceUrban[parent];
    enterResident(balance, ResidentChannel.natural, residenceArea[i], 1, residenceUrban[i]);
    enterRegister(balance, RegisterChannel.natural, registerArea[i], 1, registerUrban[i]);
    ruralOrigin[i] = registerUrban[like] === 1 ? 0 : 1;
    join(i);
    enterPerson(state, i);
  }
});

/** Role of a newborn, by that of the mother. */
function roleOfChild(ofMother: number): number {
  if (ofMother === Role.collective) return Role.collective;
  return ofMother <= Role.spouse ? Role.child : Role.grandchild;
}
