import { adoptTable, allocateTable, type ColumnSpec, copyRows, sealTable, type Table } from './columns.ts';

const column = <T extends ColumnSpec['type']>(type: T, unit: string, meaning: string) =>
  ({ type, unit, meaning }) as const;

/** Columns of a person: 1:1 with everyone registered in the city or resident in it. */
export const personSpec = {
  identity: column(
    'u32',
    'id',
    'low word of the identity: row in the base population, or in-migrant slot (see random/identity)',
  ),
  lineage: column(
    'u16',
    'path',
    'high word of the identity: 0, or the birth-order path of a person born during the run',
  ),
  presence: column('u8', 'Presence', 'whether the person is still registered in or resident in the city'),
  sex: column('u8', 'Sex', 'male or female'),
  age: column('u8', 'year', 'completed years at the end of the year, 0 to 100 (open)'),
  education: column('u8', 'Education', 'highest level attended'),
  work: column('u8', 'Work', 'activity'),
  role: column('u8', 'Role', 'position in the household'),
  household: column('i32', 'household row', 'economic family or collective household; always set while present'),
  mother: column('i32', 'person row', 'mother where she is in the population, else -1'),
  father: column('i32', 'person row', 'father where he is in the population, else -1'),
  spouse: column('i32', 'person row', 'spouse where in the population, else -1'),
  registerArea: column('u8', 'area', 'area of the hukou: area of the city, or Outside.province / Outside.nation'),
  registerUrban: column('u8', '0|1', 'place of register: 1 town, 0 village (of people from outside: at their origin)'),
  nonAgricultural: column('u8', '0|1', 'kind of hukou before unification: 1 non-agricultural'),
  residenceArea: column(
    'u8',
    'area',
    'area where the person lives: area of the city, or Outside.province / Outside.nation',
  ),
  residenceUrban: column('u8', '0|1', 'side of residence: 1 town, 0 village; 1 outside the city'),
  ruralOrigin: column('u8', '0|1', 'ever had a village register: 1 yes'),
  arrivalYear: column(
    'i16',
    'year',
    'year of arrival in the present place of residence; 0 when born there or unknown long ago',
  ),
  permitYear: column('i16', 'year', 'year the residence permit was issued; 0 without one'),
  insuredYears: column('u8', 'year', 'years in the urban employee schemes'),
  settledYear: column('i16', 'year', 'year of settling (落户) during the run; 0 when not'),
  settledRoute: column('u8', 'route', 'index of the legal route of the settlement in the law of the run, 255 none'),
  births: column('u8', 'birth', 'children born during the run: the birth order in their identity'),
} as const;

/** Columns of a household: an economic family whose members each have a residence, or a collective household. */
export const householdSpec = {
  kind: column('u8', 'HouseholdKind', 'family or collective'),
  homeArea: column('u8', 'area', 'area of the family home (village of register, or home in town)'),
  homeUrban: column('u8', '0|1', 'side of the family home: 0 village, 1 town'),
  village: column('i32', 'village row', 'home village, the unit of peers; -1 for families without one in the city'),
  townArea: column(
    'u8',
    'area',
    'area of the one town where members live away from home inside the city; NO_TOWN (255) none',
  ),
  head: column('i32', 'person row', 'reference person'),
  landMu: column('f32', 'mu', 'contracted land'),
  homestead: column('u8', '0|1', 'has a homestead'),
  herder: column('u8', '0|1', 'pastoral household'),
  tenure: column('u8', 'Tenure', 'tenure of the dwelling in town'),
  waitingSince: column(
    'i16',
    'year',
    'year the household joined the waiting list for public rental housing; 0 when not on it',
  ),
  tenureYear: column('i16', 'year', 'year the present tenure began'),
  aware: column('u8', '0|1', 'knows the settlement policy'),
  landBelief: column('u8', '0|1', 'believes that settling costs the land'),
  indifferent: column('u8', '0|1', 'latent class that sees no difference between the registers'),
  taste: column('f32', 'utility', 'persistent taste for settling, standard logistic'),
} as const;

/** Columns of a village (about 200-400 households; on the town side of nothing: only villages have peers). */
export const villageSpec = {
  area: column('u8', 'area', 'area the village belongs to'),
  distanceKm: column('f32', 'km', 'road distance to the county seat'),
  urban: column('u8', '0|1', 'reclassified as a neighbourhood'),
} as const;

export type PersonTable = Table<typeof personSpec>;
export type HouseholdTable = Table<typeof householdSpec>;
export type VillageTable = Table<typeof villageSpec>;

/** A population: three tables linked by row numbers. */
export interface Population {
  readonly persons: PersonTable;
  readonly households: HouseholdTable;
  readonly villages: VillageTable;
}

/** Plain message form of a population: its three shared buffers. */
export interface PopulationBuffers {
  readonly persons: SharedArrayBuffer | ArrayBuffer;
  readonly households: SharedArrayBuffer | ArrayBuffer;
  readonly villages: SharedArrayBuffer | ArrayBuffer;
}

/** Rows a population can hold. */
export interface PopulationCapacity {
  readonly persons: number;
  readonly households: number;
  readonly villages: number;
}

export function allocatePopulation(capacity: PopulationCapacity): Population {
  return {
    persons: allocateTable(personSpec, capacity.persons),
    households: allocateTable(householdSpec, capacity.households),
    villages: allocateTable(villageSpec, capacity.villages),
  };
}

/** The buffers of a finished base population, to be read by all workers without copying. */
export function shareBuffers(population: Population): PopulationBuffers {
  return {
    persons: sealTable(population.persons).buffer,
    households: sealTable(population.households).buffer,
    villages: sealTable(population.villages).buffer,
  };
}

export function adoptPopulation(buffers: PopulationBuffers): Population {
  return {
    persons: adoptTable(personSpec, buffers.persons),
    households: adoptTable(householdSpec, buffers.households),
    villages: adoptTable(villageSpec, buffers.villages),
  };
}

/** Overwrites `target` with the rows of `base`; what lies beyond them is stale and only reached by appending. */
export function copyPopulation(base: Population, target: Population): void {
  copyRows(base.persons, target.persons);
  copyRows(base.households, target.households);
  copyRows(base.villages, target.villages);
}
