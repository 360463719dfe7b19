import { type CensusUnit, readCensus, remainderOf } from '../../scenario/city/census-unit.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';

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
 *   2 rows that no area of 2010 leads to are zones carved out of older areas (150271) or the remainder (411299). The tables do
 *     not say of which, so they are put to the areas that were the central city in 2010, and these are compared as one sum:
 *     six districts of Baotou with six districts and a zone; Hubin alone with Hubin and the remainder.
 *
 * Every row of 2020 is in exactly one part, so the parts add up to the city. A zone carved out of a county outside the central
 * city leaves that county with less land than it had, which no table shows.
 * Empty where the census of 2020 has no rows for the city.
 */
export function comparableAreas(read: ReadText, city: CityData): ComparableArea[] {
  const units = unitsOf2020(read, city.code);
  const regions = readRegions(read);
  const areaOfRow = new Map<string, string[]>();
  for (const { code } of city.areas) {
    const row = units.has(code) ? code : regions.get(code)?.successor || code;
    areaOfRow.set(row, [...(areaOfRow.get(row) ?? []), code]);
  }
  const parts: ComparableArea[] = [];
  for (const [row, codes] of areaOfRow) {
    const unit = units.get(row);
    if (unit !== undefined) parts.push({ codes, units: [unit] });
  }
  const carved = [...units.values()].filter(({ code }) => !areaOfRow.has(code));
  return carved.length === 0 ? parts : withCentre(parts, carved, city, regions);
}

/** The parts with those of the central city joined to one, the carved-out rows among them. */
function withCentre(
  parts: readonly ComparableArea[],
  carved: readonly CensusUnit[],
  city: CityData,
  regions: ReadonlyMap<string, Region>,
): ComparableArea[] {
  const centralCodes = new Set(city.areas.filter(({ code }) => regions.get(code)?.central).map(({ code }) => code));
  const isCentral = ({ codes }: ComparableArea): boolean => codes.some((code) => centralCodes.has(code));
  const central = parts.filter(isCentral);
  const joined = {
    codes: central.flatMap(({ codes }) => codes),
    units: [...central.flatMap(({ units }) => units), ...carved],
  };
  return [joined, ...parts.filter((part) => !isCentral(part))];
}

/** Counties, zones and the remainder of a prefecture in the census of 2020 by code; empty where it has no rows. */
function unitsOf2020(read: ReadText, code: string): ReadonlyMap<string, CensusUnit> {
  const census = readCensus(read, 2020);
  const prefecture = census.get(code);
  if (prefecture === undefined) return new Map();
  const counties = [...census.values()].filter(
    (unit) => unit.level === 'county' && unit.code.startsWith(code.slice(0, 4)),
  );
  const remainder = remainderOf(prefecture, counties);
  return new Map([...counties, ...(remainder ? [remainder] : [])].map((unit) => [unit.code, unit]));
}
