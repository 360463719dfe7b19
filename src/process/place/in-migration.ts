import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { appendHousehold, appendPerson } from '../../population/append.ts';
import { enterResident, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Outside, Presence, Tenure, Work } from '../../population/codes.ts';
import { countMove, placeOf } from '../../population/moves.ts';
import type { Population } from '../../population/population.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { inMigrantIdentity } from '../../random/identity.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import { dispositionsOf } from '../settlement/anchor.ts';
import { enrolling } from '../settlement/enrolling.ts';
import type { Donors, State } from '../state.ts';
import { RETIREMENT_AGE } from './change-residence.ts';
import { tiltOf } from './county-tilt.ts';

/** Arrivals of at most this many years before the base year serve as donors, where there are enough of them. */
const RECENT_YEARS = 5;
const ENOUGH_DONORS = 5;

/** Where people registered outside the city come from, in the order of the donor groups of an area. */
const ORIGINS = [Outside.province, Outside.nation] as const;

/**
 * Base households registered outside the city and resident in it: the pool in-migrants are copied from, by area and by where the
 * household's first outsider is registered, [area * 2 + origin].
 */
export function findDonors(base: Population, areas: number, baseYear: number): Donors[] {
  const { presence, household, registerArea, residenceArea, arrivalYear } = base.persons.columns;
  const pools = (): Pool[] => Array.from({ length: areas * ORIGINS.length }, () => ({ rows: [], persons: 0 }));
  const [all, recent] = [pools(), pools()];
  let last = NONE;
  let group = 0;
  let isRecent = false;
  for (let i = 0; i < base.persons.rows; i++) {
    if (presence[i] === Presence.gone || registerArea[i] < Outside.province || residenceArea[i] >= areas) continue;
    const family = base.households.columns.kind[household[i]] === HouseholdKind.family;
    const follows = family && household[i] === last; // one donor a family, every person of a dormitory
    last = household[i];
    if (!follows) {
      group = residenceArea[i] * ORIGINS.length + (registerArea[i] === Outside.province ? 0 : 1);
      isRecent = arrivalYear[i] >= baseYear - RECENT_YEARS;
    }
    for (const pool of isRecent ? [all[group], recent[group]] : [all[group]]) {
      pool.persons++;
      if (!follows) pool.rows.push(i);
    }
  }
  const donors = all.map((everybody, g): Donors => {
    const { rows, persons } = recent[g].rows.length >= ENOUGH_DONORS ? recent[g] : everybody;
    const from = Math.floor(g / ORIGINS.length);
    return { households: Int32Array.from(rows), from, householdSize: persons / Math.max(1, rows.length) };
  });
  // where nobody of an origin lives, the families of the area that has most of them stand for those who may come
  return donors.map((own, g) =>
    own.households.length > 0 ? own : familiesOf(base, mostOf(donors, g % ORIGINS.length)),
  );
}

/** The donors of one origin in the area that has most of them. */
const mostOf = (donors: readonly Donors[], origin: number): Donors =>
  donors
    .filter((_, g) => g % ORIGINS.length === origin)
    .reduce((most, each) => (each.households.length > most.households.length ? each : most));

/** Those of them who live in families: a dormitory is not moved to another area. */
function familiesOf({ persons, households }: Population, { from, households: rows }: Donors): Donors {
  const { household, registerArea, residenceArea } = persons.columns;
  const families = rows.filter((row) => households.columns.kind[household[row]] === HouseholdKind.family);
  let brought = 0;
  for (const row of families)
    for (let j = row; j < persons.rows && household[j] === household[row]; j++)
      if (registerArea[j] >= Outside.province && residenceArea[j] === from) brought++;
  return { households: families, from, householdSize: brought / Math.max(1, families.length) };
}

/** Donors of one area and origin by the row of their first person, and the persons among them. */
interface Pool {
  readonly rows: number[];
  persons: number;
}

/** The base population as donors are copied from it. */
interface Source {
  readonly rows: number;
  readonly persons: Population['persons']['columns'];
  readonly households: Population['households']['columns'];
}

/**
 * Arrivals from outside the city, by area and origin: those of the county's anchor, moved by what drives it and by last year's luck of those
 * who looked for a job there, in as many households as donors of their mean size make up. Each copies a donor whole (hot deck) as it was in the base year, with
 * identities of (area, year, slot).
 *
 * `base`: the shared base population the donors live in.
 */
export const inMigration = boundTo((workspace) => {
  const { columns: to } = workspace.persons;
  const { identity, age, work, household, mother, father, spouse, residenceUrban, arrivalYear } = to;
  const { residenceArea: toArea } = to;
  const { homeArea, homeUrban, townArea, head, tenure, tenureYear } = workspace.households.columns;
  const { join, openHousehold } = membersOf(workspace);
  const { enterPerson, enterHousehold } = waitsOf(workspace);
  const { drawDisposition } = dispositionsOf(workspace);
  const { enrolFamily, enrolAlone } = enrolling(workspace);

  return (state: State, base: Population): void => {
    const { key, year, parameters: p } = state;
    const from: Source = {
      rows: base.persons.rows,
      persons: base.persons.columns,
      households: base.households.columns,
    };
    for (let area = 0; area < state.city.areas.length; area++) {
      ORIGINS.forEach((origin, o) => {
        let slot = 0;
        const group = area * ORIGINS.length + o;
        const donors = state.donors[group];
        if (donors.households.length === 0) return;
        const closure = p[origin === Outside.province ? 'inMigration.provinceClosure' : 'inMigration.nationClosure'];
        const factor = p['inMigration.factor'] * closure * tiltOf(state, area) * byJobs(state, area);
        const expected = (factor * state.anchors.moves.arrivals[group]) / donors.householdSize;
        const rest = uniform(key, group, Namespace.area, year, Decision.inMigrantCount);
        let arriving = Math.floor(expected) + (rest < expected - Math.floor(expected) ? 1 : 0);
        for (; arriving > 0; arriving--) {
          const draw = uniform(key, inMigrantIdentity(area, year, numbered(o, slot)), 0, year, Decision.inMigrantDonor);
          const donor = donors.households[Math.floor(draw * donors.households.length)];
          slot += copyDonor(state, from, donor, { from: donors.from, area, origin: o, slot });
        }
      });
    }
  };

  /** Factor on arrivals by how easily jobs were found there last year: people hear of work that there is not. */
  function byJobs({ capacity, parameters: p }: State, area: number): number {
    return exp(p['inMigration.jobs'] * log(capacity.jobLuck[area]));
  }

  /** Copies the outsiders of a donor's household (one person of a collective household); returns the slots used. */
  function copyDonor(state: State, from: Source, donor: number, { from: lived, area, origin, slot }: Arrival): number {
    const { year, ledger } = state;
    const { household: home, registerArea, residenceArea } = from.persons;
    const homeRow = home[donor];
    const collective = from.households.kind[homeRow] === HouseholdKind.collective;
    const h = collective ? homeRow : copyHousehold(from.households, homeRow, { lived, area, year });
    const first = workspace.persons.rows;
    let used = 0;
    for (let j = donor; j < from.rows && home[j] === homeRow; j++) {
      if (registerArea[j] < Outside.province || residenceArea[j] !== lived) continue;
      const i = appendPerson(workspace.persons);
      copyPerson(from.persons, j, to, i);
      toArea[i] = area;
      identity[i] = inMigrantIdentity(area, year, numbered(origin, slot + used));
      household[i] = h;
      arrivalYear[i] = year;
      work[i] = workOnArrival(work[i], age[i], residenceUrban[i]);
      join(i);
      enterPerson(state, i);
      link(from.persons, j, donor, i, first);
      used++;
      countMove(ledger.moves, placeOf(ledger.moves, Outside.nation, 1), placeOf(ledger.moves, area, residenceUrban[i]));
      ledger.events.arrivals[area]++;
      if (registerArea[j] === Outside.province) ledger.events.arrivalsInProvince[area]++;
      enterResident(ledger.balance, ResidentChannel.migration, area, 1, residenceUrban[i]);
      ledger.diary?.noteArrival(i);
      if (collective) break;
    }
    if (!collective) {
      head[h] = first;
      enterHousehold(state, h, state.t);
      drawDisposition(state, h);
      enrolFamily(state, h);
    } else enrolAlone(state, first);
    return used;
  }

  /** Family links inside the copied household: the donor's row offset is kept when every member was copied in order. */
  function link(from: PersonColumns, j: number, donor: number, i: number, first: number): void {
    const offset = first - donor;
    const copied = (row: number): number => (row >= donor && row < j && i - j === offset ? row + offset : NONE);
    mother[i] = copied(from.mother[j]);
    father[i] = copied(from.father[j]);
    const partner = copied(from.spouse[j]);
    spouse[i] = partner;
    if (partner !== NONE) spouse[partner] = i;
  }

  function copyHousehold(
    from: Source['households'],
    row: number,
    { lived, area, year }: { readonly lived: number; readonly area: number; readonly year: number },
  ): number {
    const h = appendHousehold(workspace.households);
    openHousehold(h);
    const there = (code: number): number => (code === lived ? area : code);
    homeArea[h] = there(from.homeArea[row]);
    homeUrban[h] = from.homeUrban[row];
    townArea[h] = there(from.townArea[row]);
    const kept = from.tenure[row];
    // newcomers rent first, and do not bring a public dwelling
    tenure[h] = kept === Tenure.own || kept === Tenure.publicRental ? Tenure.privateRent : kept;
    tenureYear[h] = year;
    return h;
  }
});

type PersonColumns = Source['persons'];

/** Where a donor lived, where the copy goes, of which origin, and the first free slot of that. */
interface Arrival {
  readonly from: number;
  readonly area: number;
  readonly origin: number;
  readonly slot: number;
}

/** Number of the nth arrival of an origin in an area and year. */
const numbered = (origin: number, n: number): number => (origin === 0 ? n : -1 - n);

/** What an arrival has of the donor. Written out: a loop over columns of several array types is ten times slower here. */
function copyPerson(from: PersonColumns, j: number, to: PersonColumns, i: number): void {
  to.sex[i] = from.sex[j];
  to.age[i] = from.age[j];
  to.education[i] = from.education[j];
  to.work[i] = from.work[j];
  to.role[i] = from.role[j];
  to.registerArea[i] = from.registerArea[j];
  to.registerUrban[i] = from.registerUrban[j];
  to.nonAgricultural[i] = from.nonAgricultural[j];
  to.residenceArea[i] = from.residenceArea[j];
  to.residenceUrban[i] = from.residenceUrban[j];
  to.ruralOrigin[i] = from.ruralOrigin[j];
  to.insuredYears[i] = from.insuredYears[j];
}

/** Informal workers who arrive in a town look for work; those of retiring age have stopped. */
function workOnArrival(work: number, age: number, urban: number): number {
  if (age >= RETIREMENT_AGE && work !== Work.none && work !== Work.farm) return Work.retired;
  return work === Work.informal && urban === 1 ? Work.seeking : work;
}
