import { type CensusUnit, placeCensus } from '../../scenario/city/census-unit.ts';
import { heirOf, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { type ReadText, readTable, textAt } from '../../scenario/tables.ts';

/** Areas of 2010 and rows of 2020 that cover the same land, as far as the tables tell. */
export interface ComparableArea {
  /** Codes of 2010, as in `CityData.areas`; several where only their sum can be compared. */
  readonly codes: readonly string[];
  /** Rows of the 2020 census on the same land: counties, new zones, the remainder. */
  readonly units: readonly CensusUnit[];
}

/**
 * Matches the areas of a city at the census of 2010 with the rows of 2020.
 *
 *   1 an area goes with the row of its own code, or of its successor (data/areas.csv): 411222 with 411203. Two areas with one
 *     successor (410202 and 410211) can only be compared as a sum.
 *   2 a row that no area of 2010 leads to is a zone carved out of older areas, or the remainder. Which, data/area-changes.csv
 *     says, mostly from memory; a zone without a row there came out of the central city. Those areas and the zone are compared
 *     as one sum: six districts of Baotou with six districts and 150271, Hubin alone with Hubin and the zone 411291.
 *
 * Every row of 2020 and every area of 2010 is in exactly one part, so the parts add up to the city. Smaller changes of borders
 * between counties that kept their codes are not known and not mended.
 * Empty where the census of 2020 has no rows for the city.
 */
export function comparableAreas(read: ReadText, city: CityData): ComparableArea[] {
  const units = unitsOf2020(read, city.code);
  const regions = readRegions(read);
  const areasOfRow = new Map<string, string[]>();
  for (const { code } of city.areas) {
    const region = regions.get(code);
    const row = units.has(code) || region === undefined ? code : heirOf(region);
    areasOfRow.set(row, [...(areasOfRow.get(row) ?? []), code]);
  }
  // 1
  let parts: ComparableArea[] = [];
  for (const [row, codes] of areasOfRow) {
    const unit = units.get(row);
    if (unit !== undefined) parts.push({ codes, units: [unit] });
  }
  // 2
  const origins = readOrigins(read);
  for (const unit of units.values()) {
    if (areasOfRow.has(unit.code)) continue;
    const from = origins.get(unit.code) ?? [CENTRAL];
    const gave = (code: string): boolean =>
      from.includes(code) || (from.includes(CENTRAL) && (regions.get(code)?.central ?? false));
    parts = withZone(parts, unit, gave);
  }
  return parts;
}

/** The parts that gave land to a zone joined to one, the zone with them; then the others. */
function withZone(parts: readonly ComparableArea[], zone: CensusUnit, gave: (code: string) => boolean) {
  const donors = parts.filter(({ codes }) => codes.some(gave));
  const joined = {
    codes: donors.flatMap(({ codes }) => codes),
    units: [...donors.flatMap(({ units }) => units), zone],
  };
  return [joined, ...parts.filter((part) => !donors.includes(part))];
}

/** Stands for the areas of the central city. */
const CENTRAL = 'central';

/** What zones of 2020 were carved out of: codes of 2010, or the central city. */
function readOrigins(read: ReadText): ReadonlyMap<string, readonly string[]> {
  const origins = new Map<string, string[]>();
  for (const row of readTable(read, 'area-changes.csv', ['code', 'from']).rows) {
    const code = textAt(row, 'code');
    origins.set(code, [...(origins.get(code) ?? []), textAt(row, 'from')]);
  }
  return origins;
}

/** Counties, zones and the remainder of a prefecture in the census of 2020 by code; empty where it has no rows. */
function unitsOf2020(read: ReadText, code: string): ReadonlyMap<string, CensusUnit> {
  return new Map((placeCensus(read, code, 2020)?.units ?? []).map((unit) => [unit.code, unit]));
}
