import { indicatorNames, indicators } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';

/** A place's replicates of one run, the place as a whole only. */
export interface PlaceResults {
  /** Code of the place. */
  readonly code: string;
  /** Code of its province. */
  readonly province: string;
  /** In replicate order, `areas` being `city` alone. */
  readonly results: readonly ReplicateResult[];
}

/** What the areas of a joined result are. */
interface JoinedAreas {
  /** Provinces between the whole and its places; none where the whole is one. */
  readonly provinces: readonly string[];
  readonly places: readonly string[];
}

const indexOf = new Map(indicatorNames.map((name, i) => [name, i]));
const RESIDENT_RATE = indexOf.get('resident_urbanization_rate')!;
const REGISTERED_RATE = indexOf.get('registered_urbanization_rate')!;
const GAP = indexOf.get('rate_gap')!;

/** Of every indicator: -1 where it adds up, the index of the indicator that weighs it, or null where it is of single places only. */
const weights: readonly (number | null)[] = indicators.map(({ joined }) =>
  joined === 'sum' ? -1 : joined === null ? null : indexOf.get(joined.weight)!,
);

/**
 * Replicates of many places as those of the province or the nation they make up: the whole under `city`, then the provinces, then the
 * places. Replicate r of the whole is made of replicate r of every place, which share the draws of the nation's parameters. Counts are
 * added up; rates and means are those of the sums, weighted by what they are a share of; what has no meaning beyond a single place (the
 * change of a rate by channel) is left out, and a count that not every place has: the flows of the base year, which only places that
 * begin earlier know. Years before all places have begun are left out.
 * @param kept indicators written for single places; the whole and the provinces have all
 */
export function joinPlaces(
  places: readonly PlaceResults[],
  areas: JoinedAreas,
  kept: ReadonlySet<string>,
): ReplicateResult[] {
  const first = Math.max(...places.map(({ results }) => results[0].years[0]));
  const last = Math.min(...places.map(({ results }) => results[0].years.at(-1) ?? 0));
  const years = Array.from({ length: last - first + 1 }, (_, y) => first + y);
  const routes = jointRoutes(places);
  const names = ['city', ...areas.provinces, ...areas.places];
  const shape = { years, names, routes, width: indicatorNames.length };
  return places[0].results.map((_, r) => joinReplicate(r, places, shape, kept));
}

interface Shape {
  readonly years: readonly number[];
  readonly names: readonly string[];
  readonly routes: ReplicateResult['routes'];
  readonly width: number;
}

function joinReplicate(
  r: number,
  places: readonly PlaceResults[],
  shape: Shape,
  kept: ReadonlySet<string>,
): ReplicateResult {
  const { years, names, routes, width } = shape;
  const values = new Float64Array(years.length * names.length * width).fill(Number.NaN);
  const settlements = new Float64Array(years.length * names.length * routes.length);
  const routeIndex = new Map(routes.map((route, i) => [keyOf(route), i]));
  const wider = (code: string): number[] => ['city', code].map((name) => names.indexOf(name)).filter((a) => a >= 0);
  let personYears = 0;
  const sums = new Accumulator(years.length * names.length * width);
  for (const { code, province, results } of places) {
    const result = results[r];
    personYears += result.personYears;
    const own = names.indexOf(code);
    const above = wider(province);
    years.forEach((year, y) => {
      const from = result.years.indexOf(year);
      for (const a of above) sums.add((y * names.length + a) * width, result.values, from * width);
      if (own >= 0) copyKept(values, (y * names.length + own) * width, result.values, from * width, kept);
      // who settled in the base year is known of places that begin earlier alone
      const routesOfYear = y === 0 ? [] : result.routes;
      routesOfYear.forEach((route, i) => {
        const persons = result.settlements[from * result.routes.length + i];
        const at = routeIndex.get(keyOf(route))!;
        for (const a of own >= 0 ? [...above, own] : above)
          settlements[(y * names.length + a) * routes.length + at] += persons;
      });
    });
  }
  const joint = names.length - names.filter((name) => places.some(({ code }) => code === name)).length;
  for (let y = 0; y < years.length; y++)
    for (let a = 0; a < joint; a++) sums.write(values, (y * names.length + a) * width);
  return {
    replicate: places[0].results[r].replicate,
    indicators: indicatorNames,
    years,
    areas: names,
    values,
    settlements,
    routes,
    personYears,
  };
}

/** Sums of values and of value times weight over places, cell by cell; a place without a value says nothing. */
class Accumulator {
  readonly #sum: Float64Array;
  readonly #weight: Float64Array;
  /** Places with a value, and all places, cell by cell. */
  readonly #known: Uint16Array;
  readonly #places: Uint16Array;

  constructor(cells: number) {
    this.#sum = new Float64Array(cells);
    this.#weight = new Float64Array(cells);
    this.#known = new Uint16Array(cells);
    this.#places = new Uint16Array(cells);
  }

  add(at: number, values: Float64Array, from: number): void {
    weights.forEach((weight, i) => {
      const value = values[from + i];
      this.#places[at + i]++;
      if (weight === null || Number.isNaN(value)) return;
      const share = weight < 0 ? 1 : values[from + weight];
      if (Number.isNaN(share)) return;
      this.#sum[at + i] += value * share;
      this.#weight[at + i] += share;
      this.#known[at + i]++;
    });
  }

  write(values: Float64Array, at: number): void {
    weights.forEach((weight, i) => {
      const isSum = weight !== null && weight < 0;
      if (this.#known[at + i] === 0 || (isSum && this.#known[at + i] < this.#places[at + i])) return;
      values[at + i] = isSum ? this.#sum[at + i] : this.#sum[at + i] / this.#weight[at + i];
    });
    values[at + GAP] = values[at + RESIDENT_RATE] - values[at + REGISTERED_RATE];
  }
}

function copyKept(to: Float64Array, at: number, from: Float64Array, first: number, kept: ReadonlySet<string>): void {
  indicatorNames.forEach((name, i) => {
    if (kept.has(name)) to[at + i] = from[first + i];
  });
}

const keyOf = ({ name, document, clause }: ReplicateResult['routes'][number]): string =>
  `${document}:${clause} ${name}`;

/** Every route of any place once, in order of document, clause and name. */
function jointRoutes(places: readonly PlaceResults[]): ReplicateResult['routes'] {
  const routes = new Map(places.flatMap(({ results }) => results[0].routes.map((route) => [keyOf(route), route])));
  return [...routes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route);
}
