import type { ReplicateInput } from '../kernel/types.ts';
import type { Route } from '../policy/law.ts';
import { HouseholdKind, isInCity, NONE, Presence, type SchoolStageName, schoolStages } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import type { State } from '../process/state.ts';
import { NOBODY } from '../process/watch.ts';
import type { Base } from '../run/job.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { areaCode, type Scene, type TraceRoute, traceRoute } from './facts.ts';
import type { Finding } from './findings.ts';
import { replay } from './trace-replicate.ts';

export interface FindRequest {
  readonly find: Finding;
  readonly replicate: number;
  /** Route of the settlement. */
  readonly route?: string | undefined;
  /** Division code of the area where it happened; a move's destination. */
  readonly area?: string | undefined;
  readonly limit: number;
}

/** A household to which it happened, the last time it did. */
export interface FoundHousehold {
  readonly household: number;
  /** Year it happened; of those who wait, since when; of children left behind, the last year. */
  readonly year: number;
  readonly area: string;
  /** Members it happened to in that year. */
  persons: number;
  readonly by: TraceRoute | null;
  readonly stage: SchoolStageName | null;
}

/** Families found, in row order, up to the limit, and how many there are. */
export interface Found {
  readonly total: number;
  readonly households: readonly FoundHousehold[];
}

/** Tells of one member of a family: where and when, and by what. */
type Note = (h: number, area: number, facts?: { year?: number; route?: Route; stage?: SchoolStageName }) => void;

/** Runs one replicate again and picks the families something happened to. */
export function findHouseholds(
  inputs: Inputs,
  base: Base,
  { find, replicate, route, area, limit }: FindRequest,
): Found {
  const found = new Map<number, FoundHousehold>();
  let scene!: Scene;
  const note: Note = (h, place, facts = {}) => {
    const { year = scene.state.year, stage = null } = facts;
    const by = facts.route ? traceRoute(facts.route) : null;
    const code = areaCode(scene.state, place);
    if (scene.population.households.columns.kind[h] !== HouseholdKind.family) return;
    if ((area !== undefined && code !== area) || (route !== undefined && by?.route !== route)) return;
    const known = found.get(h);
    if (known?.year === year) known.persons++;
    else found.set(h, { household: h, year, area: code, persons: 1, by, stage });
  };
  const onStep: NonNullable<ReplicateInput['onStep']> = (step, run) => {
    const watching = watchers[find]?.[step];
    if (watching) watching(scene, run, note);
    else run();
  };
  const onBegin = (state: State, population: Population): void => {
    scene = { state, population };
  };
  const unserved = (child: number, stage: number): void => {
    const { household, residenceArea } = scene.population.persons.columns;
    if (find === 'unserved') note(household[child], residenceArea[child], { stage: schoolStages[stage] });
  };
  replay(inputs, base, replicate, {
    watch: { household: NOBODY, place: () => {}, settlement: () => {}, unserved },
    onBegin,
    onStep,
  });
  if (find === 'left-behind') noteLeftBehind(scene.population, note);
  if (find === 'waiting') noteWaiting(scene.population, note);
  const households = [...found.values()].sort((a, b) => a.household - b.household);
  return { total: households.length, households: households.slice(0, limit) };
}

type Watcher = (scene: Scene, run: () => void, note: Note) => void;

/** Whoever lives somewhere else after the step than before. */
const moves: Watcher = ({ population: { persons } }, run, note) => {
  const { household, residenceArea, residenceUrban } = persons.columns;
  const rows = persons.rows;
  const [area, urban] = [residenceArea.slice(0, rows), residenceUrban.slice(0, rows)];
  run();
  for (let i = 0; i < rows; i++) {
    if (area[i] !== residenceArea[i] || urban[i] !== residenceUrban[i]) note(household[i], residenceArea[i]);
  }
};

const settlements: Watcher = ({ state, population: { persons } }, run, note) => {
  run();
  const { household, settledYear, settledRoute, registerArea } = persons.columns;
  for (let i = 0; i < persons.rows; i++) {
    if (settledYear[i] !== state.year) continue;
    note(household[i], registerArea[i], { route: state.law.routes[settledRoute[i]] });
  }
};

/** Steps of the year to look at, by what is sought. */
const watchers: Readonly<Partial<Record<Finding, Readonly<Record<string, Watcher>>>>> = {
  settled: { settlement: settlements },
  moved: { 'joining up': moves, 'place and who moves': moves },
  returned: { return: moves },
};

/** Families on the waiting list for public rental housing at the end. */
function noteWaiting({ households }: Population, note: Note): void {
  const { waitingSince, townArea, homeArea } = households.columns;
  for (let h = 0; h < households.rows; h++) {
    const area = isInCity(townArea[h]) ? townArea[h] : homeArea[h];
    if (waitingSince[h] !== 0) note(h, area, { year: waitingSince[h] });
  }
}

/** Children under 16 in a village at the end, one of whose parents lives elsewhere. */
function noteLeftBehind({ persons }: Population, note: Note): void {
  const { presence, age, mother, father, household, residenceArea, residenceUrban } = persons.columns;
  const isAway = (parent: number, child: number): boolean =>
    parent !== NONE &&
    presence[parent] === Presence.present &&
    (residenceArea[parent] !== residenceArea[child] || residenceUrban[parent] !== residenceUrban[child]);
  for (let i = 0; i < persons.rows; i++) {
    if (presence[i] === Presence.gone || age[i] >= 16 || residenceUrban[i] === 1 || !isInCity(residenceArea[i]))
      continue;
    if (isAway(mother[i], i) || isAway(father[i], i)) note(household[i], residenceArea[i]);
  }
}
