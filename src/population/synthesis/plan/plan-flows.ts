import { type Localized, text } from '../../../language/language.ts';
import type { AreaCensus, CityData } from '../../../scenario/city-data.ts';
import { sum } from './sum.ts';

/** Persons off their register: between the areas of the city, from outside into it, and from it to outside. */
export interface Flows {
  /** Residents of `area` registered in `origin`: 0..n-1 areas of the city, n rest of the province, n + 1 other provinces. */
  readonly into: (origin: number, area: number) => number;
  /** Persons registered in each area and living outside the city. */
  readonly away: readonly number[];
  readonly notes: readonly Localized[];
}

/** Kilometres added to every distance, so that neighbouring districts do not attract without bound. */
const NEAR_KM = 10;

/**
 * Splits the residents from other counties of the province into those from other areas of this city and those from
 * outside it. Flows inside the city follow a gravity model (persons away at the origin over distance), fitted so that
 * every destination receives its share and no origin sends more persons than it has away.
 */
export function planFlows(city: CityData, insideShare: number): Flows {
  const areas = city.areas;
  const n = areas.length;
  const notes: Localized[] = [];
  const away = areas.map((area) => {
    const local = area.population - area.fromOtherCounty - area.fromOtherProvince;
    if (area.registered < local) {
      notes.push(
        text(
          `${area.name.zh}（${area.code}）：户籍人口${area.registered}少于户籍在本地的常住人口${local}，视为无人外出`,
          `${area.code}: ${area.registered} registered below ${local} registered residents, nobody is away`,
        ),
      );
    }
    return Math.max(0, area.registered - local);
  });
  const wanted = areas.map((area) => Math.round(insideShare * area.fromOtherCounty));
  const inside = fitFlows(areas, away, wanted);
  const into = areas.map((_, d) => sum(away.map((_persons, o) => inside[o * n + d])));
  if (sum(into) < sum(wanted)) {
    const share = sum(into) / sum(areas.map((area) => area.fromOtherCounty));
    notes.push(
      text(
        `来自本市其他县区的比例由${insideShare}降为${share.toFixed(3)}：其他县区外出的人没有更多`,
        `share from inside the city lowered from ${insideShare} to ${share.toFixed(3)}: no more are away from its other areas`,
      ),
    );
  }
  const outward = areas.map((_, o) => sum(inside.subarray(o * n, o * n + n)));
  return {
    into: (origin, d) => {
      if (origin < n) return inside[origin * n + d];
      return origin === n ? areas[d].fromOtherCounty - into[d] : areas[d].fromOtherProvince;
    },
    away: away.map((persons, o) => persons - outward[o]),
    notes,
  };
}

/** Whole flows [origin * n + destination]: columns at most `wanted` (equal where feasible), rows at most `away`. */
function fitFlows(areas: readonly AreaCensus[], away: readonly number[], wanted: readonly number[]): Int32Array {
  const n = areas.length;
  const flow = new Float64Array(n * n);
  for (let o = 0; o < n; o++) {
    for (let d = 0; d < n; d++) {
      if (o === d) continue;
      flow[o * n + d] = away[o] / (NEAR_KM + areas[o].distanceToCentreKm + areas[d].distanceToCentreKm);
    }
  }
  for (let round = 0; round < 300; round++) {
    for (let d = 0; d < n; d++) scale(flow, d, n, n, wanted[d], false);
    for (let o = 0; o < n; o++) scale(flow, o * n, 1, n, away[o], true);
  }
  return roundFlows(flow, away, wanted);
}

/** Scales a row or column to a total; with `onlyDown`, only when it lies above. */
function scale(flow: Float64Array, start: number, step: number, n: number, total: number, onlyDown: boolean): void {
  let now = 0;
  for (let i = 0; i < n; i++) now += flow[start + i * step];
  if (now === 0 || (onlyDown && now <= total)) return;
  for (let i = 0; i < n; i++) flow[start + i * step] *= total / now;
}

/** Floors, then one person at a time to the largest fractions of each column while its origin has persons left. */
function roundFlows(flow: Float64Array, away: readonly number[], wanted: readonly number[]): Int32Array {
  const n = away.length;
  const whole = Int32Array.from(flow, (value) => Math.floor(value + 1e-9));
  const left = away.map((persons, o) => persons - sum(whole.subarray(o * n, o * n + n)));
  for (let d = 0; d < n; d++) {
    let missing = wanted[d];
    for (let o = 0; o < n; o++) missing -= whole[o * n + d];
    const fraction = (o: number): number => flow[o * n + d] - whole[o * n + d];
    const order = left.map((_, o) => o).filter((o) => o !== d);
    order.sort((a, b) => fraction(b) - fraction(a) || a - b);
    for (const o of order) {
      const persons = Math.min(left[o], missing, 1);
      if (persons <= 0) continue;
      whole[o * n + d] += persons;
      left[o] -= persons;
      missing -= persons;
    }
  }
  return whole;
}
