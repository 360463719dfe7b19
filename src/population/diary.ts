import { NO_ROUTE } from './append.ts';
import { EventKind, HouseholdKind, isInCity, NONE, Outside, tenures } from './codes.ts';
import type { Population } from './population.ts';

/** Columns of a diary: what somebody was when it happened, and where the event led to. */
const columnTypes = {
  kind: Uint8Array,
  identity: Uint32Array,
  lineage: Uint16Array,
  household: Int32Array,
  sex: Uint8Array,
  age: Uint8Array,
  education: Uint8Array,
  work: Uint8Array,
  residenceArea: Uint8Array,
  residenceUrban: Uint8Array,
  registerArea: Uint8Array,
  registerUrban: Uint8Array,
  nonAgricultural: Uint8Array,
  ruralOrigin: Uint8Array,
  arrivalYear: Int16Array,
  /** `Tenure` of the household's dwelling in town; one more than the last for dormitories and the like. */
  dwelling: Uint8Array,
  toArea: Uint8Array,
  toUrban: Uint8Array,
  /** Of a settlement: the route, and whether by the own application. */
  route: Uint8Array,
  applicant: Uint8Array,
} as const;
type DiaryColumns = { readonly [C in keyof typeof columnTypes]: InstanceType<(typeof columnTypes)[C]> };

/**
 * The events of a year, one a row, in the order in which they happen. Processes tell it where they count in the ledger, before anything
 * is changed; it is there only where somebody asked, and changes nothing.
 */
export interface Diary {
  readonly columns: DiaryColumns;
  readonly rows: number;
  /** An event that moves nobody. */
  note(kind: number, i: number): void;
  /** A birth, or the death of a child that never enters, to mother i, registered like the parent `like`. */
  noteNewborn(kind: number, i: number, like: number, lineage: number, sex: number): void;
  /** Person i is about to move. */
  noteMove(i: number, area: number, urban: number): void;
  /** Person i has come from outside the city. */
  noteArrival(i: number): void;
  noteSettlement(i: number, area: number, route: number): void;
  /** The last settlement was by the own application. */
  markApplicant(): void;
  /** Begins a year. */
  clear(): void;
}

/** A diary of what happens to the people of a workspace. */
export function openDiary({ persons, households }: Population): Diary {
  const of = persons.columns;
  const { kind: householdKind, tenure } = households.columns;
  let capacity = 1 << 12;
  let columns = allocate(capacity);
  let rows = 0;

  function note(kind: number, i: number, toArea = of.residenceArea[i], toUrban = of.residenceUrban[i]): number {
    if (rows === capacity) {
      capacity *= 2;
      const longer = allocate(capacity);
      for (const name of Object.keys(columns) as (keyof DiaryColumns)[]) longer[name].set(columns[name] as never);
      columns = longer;
    }
    const h = of.household[i];
    const e = rows++;
    columns.kind[e] = kind;
    columns.identity[e] = of.identity[i];
    columns.lineage[e] = of.lineage[i];
    columns.household[e] = h;
    columns.sex[e] = of.sex[i];
    columns.age[e] = of.age[i];
    columns.education[e] = of.education[i];
    columns.work[e] = of.work[i];
    columns.residenceArea[e] = of.residenceArea[i];
    columns.residenceUrban[e] = of.residenceUrban[i];
    columns.registerArea[e] = of.registerArea[i];
    columns.registerUrban[e] = of.registerUrban[i];
    columns.nonAgricultural[e] = of.nonAgricultural[i];
    columns.ruralOrigin[e] = of.ruralOrigin[i];
    columns.arrivalYear[e] = of.arrivalYear[i];
    columns.dwelling[e] = h !== NONE && householdKind[h] === HouseholdKind.family ? tenure[h] : tenures.length;
    columns.toArea[e] = toArea;
    columns.toUrban[e] = toUrban;
    columns.route[e] = NO_ROUTE;
    columns.applicant[e] = 0;
    return e;
  }

  /** Kind of a change of residence. */
  function kindOfMove(i: number, area: number): number {
    const registeredHere = isInCity(of.registerArea[i]);
    const [leaves, comes] = [!isInCity(area), !isInCity(of.residenceArea[i])];
    if (leaves && !registeredHere) return EventKind.departure;
    if (leaves === comes || !registeredHere) return EventKind.move;
    return leaves ? EventKind.outMigration : EventKind.returnMigration;
  }

  return {
    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    note: (kind, i) => void note(kind, i),
    noteNewborn(kind, i, like, lineage, sex) {
      const e = note(kind, i);
      columns.lineage[e] = lineage;
      columns.sex[e] = sex;
      columns.age[e] = 0;
      columns.education[e] = 0;
      columns.work[e] = 0;
      columns.arrivalYear[e] = 0;
      columns.registerArea[e] = of.registerArea[like];
      columns.registerUrban[e] = of.registerUrban[like];
      columns.nonAgricultural[e] = of.nonAgricultural[like];
      columns.ruralOrigin[e] = 1 - of.registerUrban[like];
    },
    noteMove: (i, area, urban) => void note(kindOfMove(i, area), i, area, urban),
    noteArrival(i) {
      const e = note(EventKind.arrival, i);
      columns.residenceArea[e] = Outside.nation;
      columns.residenceUrban[e] = 1;
    },
    noteSettlement(i, area, route) {
      columns.route[note(EventKind.settlement, i, area, 1)] = route;
    },
    markApplicant() {
      columns.applicant[rows - 1] = 1;
    },
    clear() {
      rows = 0;
    },
  };
}

function allocate(capacity: number): DiaryColumns {
  return Object.fromEntries(
    Object.entries(columnTypes).map(([name, Type]) => [name, new Type(capacity)]),
  ) as unknown as DiaryColumns;
}
