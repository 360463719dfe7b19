import type { AreaCensus, CityData } from '../../../scenario/city-data.ts';
import { rakeTwoColumns, splitRows } from './round.ts';

/** Kinds of census family household: one person, then one (two and more persons), two, three and four generations. */
export const HouseholdType = { onePerson: 0, oneGeneration: 1, two: 2, three: 3, four: 4 } as const;

/** Fewest persons of each type. */
export const FEWEST = [1, 2, 2, 3, 4] as const;

/** What one side (village or town) of an area has to hold. */
interface SidePlan {
  readonly collectivePersons: number;
  readonly familyPersons: number;
  /** Family households by `HouseholdType`. */
  readonly households: Int32Array;
}

/**
 * Mean size of a village household over one in town. 2010: 3.34 persons in villages against 2.85 in cities and towns
 * (census communique); by 2020 the two had met, as the young of the villages had gone. Judgement: 1.04.
 */
const SIZE_RATIO = { 2010: 1.17, 2020: 1.04 } as const;

/** Odds of a household type being in a village, relative to the area's mean: elders stay with the family there. Judgement. */
const VILLAGE_ODDS = [0.85, 1, 0.9, 1.4, 1.7] as const;

/** Chance of a town resident to live in a collective household over a villager's: dormitories, barracks, homes. Judgement. */
const COLLECTIVE_ODDS = 3;

/** Residents of one side that families must keep at least; where an area has hardly any families, half of the share they have there. Judgement. */
const FAMILY_FLOOR = 0.4;

/**
 * Splits an area's family households, their generations and its collective persons between village and town.
 * All sums are exact: persons = family + collective on each side, types and family persons over both sides.
 */
export function planHouseholds(area: AreaCensus, year: CityData['censusYear']): readonly [SidePlan, SidePlan] {
  const persons = [area.population - area.urban, area.urban] as const;
  const collective = area.population - area.familyPersons;
  const floor = Math.min(FAMILY_FLOOR, area.familyPersons / (2 * area.population));
  const town = collectiveInTown(collective, persons, floor);
  const family = [persons[0] - (collective - town), persons[1] - town] as const;
  const [one, two, three, four] = area.generationHouseholds;
  const types = [area.onePersonHouseholds, one - area.onePersonHouseholds, two, three, four];
  const townHouseholds = householdsInTown(area.familyHouseholds, family, SIZE_RATIO[year]);
  const seedTown = types.map(() => 1);
  const real = rakeTwoColumns(types, VILLAGE_ODDS, seedTown, townHouseholds);
  const inTown = splitRows(types, real, townHouseholds);
  const inVillage = Int32Array.from(types, (all, type) => all - inTown[type]);
  repair(inVillage, inTown, family[0], family[1]);
  repair(inTown, inVillage, family[1], family[0]);
  return [
    { collectivePersons: collective - town, familyPersons: family[0], households: inVillage },
    { collectivePersons: town, familyPersons: family[1], households: inTown },
  ];
}

function collectiveInTown(collective: number, persons: readonly [number, number], floor: number): number {
  const weight = COLLECTIVE_ODDS * persons[1];
  const town = Math.round((collective * weight) / (weight + persons[0] || 1));
  const most = persons[1] - Math.ceil(persons[1] * floor);
  const mostVillage = persons[0] - Math.ceil(persons[0] * floor);
  return Math.max(Math.min(town, most), collective - mostVillage);
}

/** Households in town when a village household is `ratio` times as large, within what both sides can hold. */
function householdsInTown(households: number, family: readonly [number, number], ratio: number): number {
  const townSize = (family[1] + family[0] / ratio) / households;
  const town = Math.round(family[1] / townSize);
  const least = Math.max(family[1] > 0 ? 1 : 0, households - family[0]);
  const most = Math.min(family[1], households - (family[0] > 0 ? 1 : 0));
  return Math.min(Math.max(town, least), most);
}

/** Persons the households of a side need at least. */
export const fewestPersons = (households: ArrayLike<number>): number =>
  FEWEST.reduce((sum, fewest, type) => sum + fewest * households[type], 0);

/**
 * Trades household types with the other side (a larger type for a smaller one) until this side's persons suffice, and a
 * one-person household for a larger type when it has persons to spare and nobody may join them.
 */
function repair(mine: Int32Array, other: Int32Array, persons: number, otherPersons: number): void {
  let shortage = fewestPersons(mine) - persons;
  for (let large = HouseholdType.four; large > 0 && shortage > 0; large--) {
    for (let small = 0; small < large && shortage > 0; small++) {
      const gain = FEWEST[large] - FEWEST[small];
      if (gain === 0) continue;
      const room = otherPersons - fewestPersons(other);
      const trades = Math.min(mine[large], other[small], Math.ceil(shortage / gain), Math.floor(room / gain));
      if (trades <= 0) continue;
      trade(mine, other, large, small, trades);
      shortage -= trades * gain;
    }
  }
  const joinable = mine.reduce((sum, count, type) => sum + (type === HouseholdType.onePerson ? 0 : count), 0);
  if (joinable > 0 || persons <= mine[HouseholdType.onePerson] || mine[HouseholdType.onePerson] === 0) return;
  const large = other.findIndex((count, type) => type > 0 && count > 0);
  if (large > 0) trade(other, mine, large, HouseholdType.onePerson, 1);
}

/** Gives `count` households of type `large` to the other side for as many of type `small`. */
function trade(from: Int32Array, to: Int32Array, large: number, small: number, count: number): void {
  from[large] -= count;
  to[large] += count;
  to[small] -= count;
  from[small] += count;
}
