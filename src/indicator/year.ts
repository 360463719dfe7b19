import type { Counting } from '../policy/law.ts';
import {
  type Balance,
  type RegisterChannelName,
  type ResidentChannelName,
  registerChannels,
  residentChannels,
} from '../population/balance.ts';
import { type SchoolStageName, type SexName, schoolStages, sexes } from '../population/codes.ts';
import type { EventName, Ledger } from '../population/ledger.ts';
import type { Moves } from '../population/moves.ts';
import { type SettlerGroup, settlerGroups } from '../population/settler-traits.ts';
import { AWARD_CHILDREN, SERVED_WIDTH, type ServedCounts, servedCell, townPupilCell } from './count-served.ts';
import { Count, type StockCounts } from './count-stocks.ts';
import {
  type OriginTier,
  originTiers,
  type PlaceKind,
  PYRAMID_GROUPS,
  type PyramidGroup,
  placeKinds,
  type RegisterDefinition,
  type ServedCounter,
  type ServedGroup,
} from './names.ts';

/** What turns counts into indicators. */
export interface Measure {
  /** Persons one simulated person stands for. */
  readonly weight: number;
  /** Share of children of 3-5 in kindergarten. */
  readonly preschoolShare: number;
  /** Share of the year's deaths that no bulletin counts. */
  readonly deathsMissed: number;
  /** By area: how its registers are counted as urban under the definition of the run. */
  readonly counting: readonly Counting[];
  /** By area: whether it is an urban district (市辖区). */
  readonly district: readonly boolean[];
  /** By area: whether it is part of the central city. */
  readonly central: readonly boolean[];
}

/** What was counted in a year and at its end. */
export interface Counted {
  readonly stocks: StockCounts;
  readonly served: ServedCounts;
  /** The year's events; null in the base year, whose flows are not simulated. */
  readonly ledger: Ledger | null;
}

/** How settlers the award counts have settled; `others` neither as students nor as veterans. */
const awardGroups = ['others', 'students', 'veterans'] as const;

/**
 * A year of one area, or of the city as the sum of its areas, as the rows of the table take their numbers from it: persons,
 * households, dwellings or places of the whole population. NaN where something is not made: flows in the base year; moves and
 * the pyramid of an area.
 */
export interface Year {
  readonly preschoolShare: number;
  readonly deathsMissed: number;
  /** A counter of the year end. */
  count(name: keyof typeof Count): number;
  /** Registered persons counted urban; '' as the run does. */
  urbanRegistered(definition: RegisterDefinition | ''): number;
  pyramid(sex: SexName, group: PyramidGroup): number;
  served(counter: ServedCounter, group: ServedGroup): number;
  townPupils(stage: SchoolStageName): number;
  awardChildren(): number;
  event(name: EventName): number;
  settled(tier: OriginTier, register: 'rural' | 'urban'): number;
  settledAs(group: SettlerGroup): number;
  awardSettlers(tier: OriginTier, group: (typeof awardGroups)[number]): number;
  school(counts: 'schoolPlaces' | 'schoolAsked' | 'schoolShort', stage: SchoolStageName): number;
  moves(from: PlaceKind, to: PlaceKind): number;
  /** Percentage points of the resident rate since last year. */
  residentRateChange(channel: ResidentChannelName): number;
  /** Percentage points of the registered rate, by place, since last year. */
  registeredRateChange(channel: RegisterChannelName): number;
}

/** @param a an area, or -1 for the city */
export function yearOf({ stocks, served, ledger }: Counted, measure: Measure, a: number): Year {
  const { weight, preschoolShare, deathsMissed } = measure;
  const total = totalOf(served.areas, a);
  const inYear = (counts: Int32Array | undefined, width: number, cell: number): number =>
    counts ? weight * total(counts, width, cell) : Number.NaN;
  const servedIn = (cell: number, who?: ServedCounter): number =>
    (who === 'preschool' ? weight * preschoolShare : weight) * total(served.byArea, SERVED_WIDTH, cell);
  let split: ReturnType<typeof rateChanges> | undefined;
  const changes = () => {
    split ??= ledger === null ? undefined : rateChanges(stocks, ledger.balance, total);
    return split;
  };
  const moved = ledger && a === -1 ? movesByKind(ledger.moves, measure) : null;
  return {
    preschoolShare,
    deathsMissed,
    count: (name) => weight * total(stocks.byArea, stocks.width, Count[name]),
    urbanRegistered: (definition) => sumOf(served.areas, a, urbanRegister(stocks, measure, definition)),
    pyramid(sex, group) {
      const cell = sexes.indexOf(sex) * PYRAMID_GROUPS.length + PYRAMID_GROUPS.indexOf(group);
      return a === -1 ? weight * stocks.pyramid[cell] : Number.NaN;
    },
    served: (counter, group) => servedIn(servedCell(counter, group), counter),
    townPupils: (stage) => servedIn(townPupilCell(stage), stage),
    awardChildren: () => servedIn(AWARD_CHILDREN),
    event: (name) => inYear(ledger?.events[name], 1, 0),
    settled: (tier, register) =>
      inYear(ledger?.settledByOrigin, 8, originTiers.indexOf(tier) * 2 + (register === 'rural' ? 1 : 0)),
    settledAs: (group) => inYear(ledger?.settledByTrait, settlerGroups.length, settlerGroups.indexOf(group)),
    awardSettlers: (tier, group) =>
      inYear(ledger?.awardSettlers, 12, originTiers.indexOf(tier) * 3 + awardGroups.indexOf(group)),
    school: (counts, stage) => inYear(ledger?.[counts], schoolStages.length, schoolStages.indexOf(stage)),
    moves: (from, to) =>
      moved ? weight * moved[placeKinds.indexOf(from) * placeKinds.length + placeKinds.indexOf(to)] : Number.NaN,
    residentRateChange: (channel) => changes()?.resident[residentChannels.indexOf(channel)] ?? Number.NaN,
    registeredRateChange: (channel) => changes()?.register[registerChannels.indexOf(channel)] ?? Number.NaN,
  };
}

/** A cell of counts laid out [area * width + cell]: of one area, or the sum over all for a = -1. */
type Total = (counts: Int32Array, width: number, cell: number) => number;

const totalOf =
  (areas: number, a: number): Total =>
  (counts, width, cell) => {
    if (a >= 0) return counts[a * width + cell];
    let sum = 0;
    for (let area = 0; area < areas; area++) sum += counts[area * width + cell];
    return sum;
  };

/** Value of one area, or the sum over all for a = -1. */
function sumOf(areas: number, a: number, value: (area: number) => number): number {
  if (a >= 0) return value(a);
  let sum = 0;
  for (let area = 0; area < areas; area++) sum += value(area);
  return sum;
}

/** Registered persons of an area counted urban under a definition. */
function urbanRegister(
  { byArea, width }: StockCounts,
  { weight, counting, district }: Measure,
  definition: RegisterDefinition | '',
): (area: number) => number {
  const byPlace = (area: number): number => weight * byArea[area * width + Count.urbanRegistered];
  const byKind = (area: number): number => weight * byArea[area * width + Count.nonAgricultural];
  const byDistrict = (area: number): number => (district[area] ? byPlace(area) : 0);
  const byRun = (area: number): number => {
    const { by, within } = counting[area];
    if (by === 'kind') return byKind(area);
    return within === 'districts' ? byDistrict(area) : byPlace(area);
  };
  return { '': byRun, by_place: byPlace, by_kind: byKind, by_district: byDistrict }[definition];
}

/**
 * Change of both rates by channel. With stocks R and U now and r0 the rate before, a channel that changed them by dR and dU
 * contributes (dU - r0 dR) / R: exact, because the channels add up to the whole change.
 */
function rateChanges(
  stocks: StockCounts,
  { resident, register, areas }: Balance,
  total: Total,
): { readonly resident: number[]; readonly register: number[] } {
  const stock = (name: number): number => total(stocks.byArea, stocks.width, name);
  const split = (changes: Int32Array, channels: readonly string[], persons: number, urban: number): number[] => {
    const change = (channel: number, side: number): number => total(changes, 2, channel * areas * 2 + side);
    const all = (side: number): number => channels.reduce((sum, _, channel) => sum + change(channel, side), 0);
    const before = (urban - all(1)) / (persons - all(0));
    return channels.map((_, channel) => (100 * (change(channel, 1) - before * change(channel, 0))) / persons);
  };
  return {
    resident: split(resident, residentChannels, stock(Count.resident), stock(Count.urbanResident)),
    register: split(register, registerChannels, stock(Count.registered), stock(Count.urbanRegistered)),
  };
}

/** Moves between kinds of places: [from * kinds + to]. */
function movesByKind({ counts, places }: Moves, { central }: Measure): number[] {
  const kinds = placeKinds.length;
  const kindOf = Array.from({ length: places }, (_, place) => {
    if (place === places - 1) return placeKinds.indexOf('outside');
    if (place % 2 === 0) return placeKinds.indexOf('village');
    return placeKinds.indexOf(central[place >> 1] ? 'centre' : 'town');
  });
  const moved = new Array<number>(kinds * kinds).fill(0);
  for (let from = 0; from < places; from++)
    for (let to = 0; to < places; to++) moved[kindOf[from] * kinds + kindOf[to]] += counts[from * places + to];
  return moved;
}
