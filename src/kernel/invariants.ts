import { NO_ROUTE } from '../population/append.ts';
import { isInCity, Outside, Presence } from '../population/codes.ts';
import { type EventName, eventTotal, type Ledger, Vital } from '../population/ledger.ts';
import type { Population } from '../population/population.ts';
import type { State } from '../process/state.ts';
import { AGES } from '../scenario/city-data.ts';

/** Persons who exist (resident or registered) at a year end. */
export function countPresent({ persons }: Population): number {
  const { presence } = persons.columns;
  let count = 0;
  for (let i = 0; i < persons.rows; i++) if (presence[i] === Presence.present) count++;
  return count;
}

/**
 * What must hold after every year, whatever the parameters. Throws on the first violation, naming it.
 * - persons are conserved: last year's, plus births and arrivals, minus deaths and those who left the population;
 * - every present person is in one existing household and lives at its home, in its one town, or outside the city;
 * - codes and ages are in range; nobody both lives and is registered outside;
 * - marriages are mutual; every settlement of the year carries a route that is in the law.
 * @param before persons present at the last year end
 */
export function checkInvariants(state: State, { persons, households }: Population, before: number): void {
  const fail = (what: string): never => {
    throw new Error(`invariant broken in ${state.year}: ${what}`);
  };
  const c = persons.columns;
  const hh = households.columns;
  const areas = state.city.areas.length;
  let present = 0;
  for (let i = 0; i < persons.rows; i++) {
    if (c.presence[i] !== Presence.present) continue;
    present++;
    const h = c.household[i];
    if (h < 0 || h >= households.rows) fail(`person ${i} has no household`);
    if (c.age[i] >= AGES || c.sex[i] > 1) fail(`person ${i} has age or sex out of range`);
    const area = c.residenceArea[i];
    const register = c.registerArea[i];
    if ((area >= areas && area < Outside.province) || area > Outside.nation)
      fail(`person ${i} lives in unknown area ${area}`);
    if ((register >= areas && register < Outside.province) || register > Outside.nation)
      fail(`person ${i} has unknown register`);
    if (!isInCity(area) && !isInCity(register)) fail(`person ${i} neither lives nor is registered in the city`);
    const home = area === hh.homeArea[h] && c.residenceUrban[i] === hh.homeUrban[h];
    if (!home && isInCity(area) && (area !== hh.townArea[h] || c.residenceUrban[i] !== 1)) {
      fail(`person ${i} lives neither at home nor in the household's town`);
    }
    const partner = c.spouse[i];
    if (partner >= 0 && c.spouse[partner] !== i) fail(`marriage of person ${i} is not mutual`);
    if (
      c.settledYear[i] === state.year &&
      (c.settledRoute[i] === NO_ROUTE || c.settledRoute[i] >= state.law.routes.length)
    ) {
      fail(`person ${i} settled without a route`);
    }
  }
  const expected = before + gained(state.ledger);
  if (present !== expected) fail(`${present} persons present, ${expected} expected from births, deaths and moves`);
}

/** Persons the population gained in a year, net: births and arrivals less deaths and those who left it. */
export function gained(ledger: Ledger): number {
  const total = (name: EventName): number => eventTotal(ledger, name);
  const [births, deaths] = [ledger.everyone[Vital.births], ledger.everyone[Vital.deaths]];
  return (
    births + total('arrivals') - deaths - total('departures') - total('registerOut') - total('registerOutStudents')
  );
}
