import type { Counting } from '../policy/law.ts';
import { type Balance, registerChannels, residentChannels } from '../population/balance.ts';
import type { EventName, Ledger } from '../population/ledger.ts';
import type { Moves } from '../population/moves.ts';
import { settlerGroups } from '../population/settler-traits.ts';
import { Count, type StockCounts } from './count-stocks.ts';
import {
  channelNames,
  flowNames,
  indicatorNames,
  moveNames,
  PYRAMID_GROUPS,
  placeKinds,
  schoolNames,
  settlerNames,
  stockNames,
} from './names.ts';

/** What turns counts into indicators. */
export interface Measure {
  /** Persons one simulated person stands for. */
  readonly weight: number;
  /** Share of children of 3-5 in kindergarten. */
  readonly preschoolShare: number;
  /** By area: how its registers are counted as urban under the definition of the run. */
  readonly counting: readonly Counting[];
  /** By area: whether it is an urban district (市辖区). */
  readonly district: readonly boolean[];
  /** By area: whether it is part of the central city. */
  readonly central: readonly boolean[];
}

/** Where in an area's row each list of names begins. */
const START = (() => {
  let next = 0;
  const after = (names: { readonly length: number }): number => {
    const start = next;
    next += names.length;
    return start;
  };
  after(stockNames);
  return {
    flows: after(flowNames),
    settlers: after(settlerNames),
    school: after(schoolNames),
    channels: after(channelNames),
    moves: after(moveNames),
    pyramid: next,
  };
})();

/**
 * Writes the indicators of one year for the city and every area into `out`, laid out [area][indicator] with the city first.
 * The city's counts are the sums of the areas' counts; rates are formed after summing. NaN where an indicator is not made.
 * @param ledger the year's events; null in the base year, whose flows are not simulated
 */
export function measureYear(out: Float64Array, counts: StockCounts, ledger: Ledger | null, measure: Measure): void {
  const areas = counts.byArea.length / counts.width;
  for (let a = -1; a < areas; a++) {
    const count = (name: number): number =>
      measure.weight * sumOf(areas, a, (area) => counts.byArea[area * counts.width + name]);
    const row = (a + 1) * indicatorNames.length;
    out.fill(Number.NaN, row, row + indicatorNames.length);
    const urban = urbanRegistered(counts, measure, a);
    out.set(stocks(count, urban, measure), row);
    if (ledger) {
      out.set(flows(ledger, a, measure.weight), row + START.flows);
      out.set(settlers(ledger, a, measure.weight), row + START.settlers);
      out.set(school(ledger, a, measure.weight), row + START.school);
      out.set(channels(counts, ledger.balance, a), row + START.channels);
      if (a === -1) out.set(moves(ledger.moves, measure), row + START.moves);
    }
    if (a === -1) {
      const first = row + START.pyramid;
      for (let g = 0; g < 2 * PYRAMID_GROUPS.length; g++) out[first + g] = measure.weight * counts.pyramid[g];
    }
  }
}

/** Value of one area, or the sum over all for a = -1. */
function sumOf(areas: number, a: number, value: (area: number) => number): number {
  if (a >= 0) return value(a);
  let sum = 0;
  for (let area = 0; area < areas; area++) sum += value(area);
  return sum;
}

const percent = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);

/** Registered persons counted urban: under the definition of the run, and under each definition by itself. */
interface UrbanRegistered {
  readonly counted: number;
  readonly byPlace: number;
  readonly byKind: number;
  readonly byDistrict: number;
}

function urbanRegistered(counts: StockCounts, { weight, counting, district }: Measure, a: number): UrbanRegistered {
  const at = (area: number, name: number): number => weight * counts.byArea[area * counts.width + name];
  const byPlace = (area: number): number => at(area, Count.urbanRegistered);
  const byKind = (area: number): number => at(area, Count.nonAgricultural);
  const byDistrict = (area: number): number => (district[area] ? byPlace(area) : 0);
  const counted = (area: number): number => {
    const { by, within } = counting[area];
    if (by === 'kind') return byKind(area);
    return within === 'districts' ? byDistrict(area) : byPlace(area);
  };
  const total = (value: (area: number) => number): number => sumOf(counting.length, a, value);
  return { counted: total(counted), byPlace: total(byPlace), byKind: total(byKind), byDistrict: total(byDistrict) };
}

/** Stock indicators in the order of `stockNames`. */
function stocks(count: (name: number) => number, urban: UrbanRegistered, measure: Measure): number[] {
  const residents = count(Count.resident);
  const registered = count(Count.registered);
  const residentRate = percent(count(Count.urbanResident), residents);
  const registeredRate = percent(urban.counted, registered);
  const households = count(Count.households);
  return [
    residents,
    count(Count.urbanResident),
    residentRate,
    registered,
    urban.counted,
    urban.byPlace,
    urban.byKind,
    urban.byDistrict,
    registeredRate,
    percent(urban.byPlace, registered),
    percent(urban.byKind, registered),
    percent(urban.byDistrict, registered),
    residentRate - registeredRate,
    count(Count.absent),
    households,
    households > 0 ? count(Count.familyPersons) / households : Number.NaN,
    percent(count(Count.under15), residents),
    percent(count(Count.over60), residents),
    count(Count.over60),
    count(Count.preschool) * measure.preschoolShare,
    count(Count.preschoolAccompanying) * measure.preschoolShare,
    count(Count.primary),
    count(Count.primaryAccompanying),
    count(Count.junior),
    count(Count.juniorAccompanying),
    count(Count.senior),
    count(Count.seniorAccompanying),
    count(Count.leftBehind),
    count(Count.permits),
    count(Count.insured),
    count(Count.pensioners),
    residents,
    count(Count.publicRental),
    count(Count.fromProvince),
    count(Count.fromNation),
  ];
}

/**
 * Change of both rates by channel, in the order of `channelNames`. With stocks R and U now and r0 the rate before, a channel
 * that changed them by dR and dU contributes (dU - r0 dR) / R: exact, because the channels add up to the whole change.
 */
function channels(counts: StockCounts, { resident, register, areas }: Balance, a: number): number[] {
  const total = (value: (area: number) => number): number => sumOf(areas, a, value);
  const stock = (name: number): number => total((area) => counts.byArea[area * counts.width + name]);
  const split = (changes: Int32Array, names: readonly string[], persons: number, urban: number): number[] => {
    const change = (channel: number, side: number): number =>
      total((area) => changes[(channel * areas + area) * 2 + side]);
    const all = (side: number): number => names.reduce((sum, _, channel) => sum + change(channel, side), 0);
    const before = (urban - all(1)) / (persons - all(0));
    return names.map((_, channel) => (100 * (change(channel, 1) - before * change(channel, 0))) / persons);
  };
  return [
    ...split(resident, residentChannels, stock(Count.resident), stock(Count.urbanResident)),
    ...split(register, registerChannels, stock(Count.registered), stock(Count.urbanRegistered)),
  ];
}

/** Flow indicators in the order of `flowNames`. */
function flows(ledger: Ledger, a: number, weight: number): number[] {
  const event = (name: EventName): number => weight * sumOf(ledger.areas, a, (area) => ledger.events[name][area]);
  const settled = (tier: number, rural: number): number =>
    weight * sumOf(ledger.areas, a, (area) => ledger.settledByOrigin[(area * 4 + tier) * 2 + rural]);
  const byTier = [0, 1, 2, 3].map((tier) => settled(tier, 0) + settled(tier, 1));
  const ruralOrigin = settled(0, 1) + settled(1, 1) + settled(2, 1) + settled(3, 1);
  const urbanOrigin = settled(0, 0) + settled(1, 0) + settled(2, 0) + settled(3, 0);
  const pool = event('settlementPool');
  const asked = event('settlementAsked');
  return [
    event('births'),
    event('deaths'),
    event('births') - event('deaths'),
    event('registeredBirths'),
    event('registeredDeaths'),
    event('arrivals'),
    event('departures'),
    event('outMigrants'),
    event('returnMigrants'),
    event('arrivals') + event('returnMigrants') - event('departures') - event('outMigrants'),
    event('townMoves'),
    event('villageReturns'),
    event('unions'),
    event('registerIn'),
    event('registerOut') + event('registerOutStudents'),
    event('registerOutStudents'),
    event('permitsIssued'),
    ruralOrigin + urbanOrigin,
    byTier[0],
    byTier[1],
    byTier[2],
    byTier[3],
    ruralOrigin,
    urbanOrigin,
    event('settledHouseholds'),
    event('jobSeekers'),
    event('rentalStock'),
    event('rentalDemand'),
    event('rentalWaiting'),
    event('rentSubsidies'),
    event('fundRents'),
    ...[0, 1, 2, 3].map((stage) => weight * sumOf(ledger.areas, a, (area) => ledger.schoolShort[area * 4 + stage])),
    pool,
    percent(event('settlementEligible'), asked),
    percent(event('settlementAware'), asked),
    percent(event('settlementWilling'), asked),
    percent(event('settlementFirm'), asked),
    event('reclassifiedPersons'),
    event('reclassifiedRegisters'),
    event('rentSubsidiesRegistered'),
    event('rentSubsidiesSettled'),
    ...awardFlows(ledger, a, weight),
  ];
}

/** Settlers whose register was a village one: all, the agricultural, those who left, by tier; students and veterans of each tier. */
function awardFlows({ events, awardSettlers, areas }: Ledger, a: number, weight: number): number[] {
  const tiers = [0, 1, 2, 3];
  const of = (tier: number, group: number): number =>
    weight * sumOf(areas, a, (area) => awardSettlers[(area * 4 + tier) * 3 + group]);
  const byTier = tiers.map((tier) => of(tier, 0) + of(tier, 1) + of(tier, 2));
  return [
    byTier[0] + byTier[1] + byTier[2] + byTier[3],
    weight * sumOf(areas, a, (area) => events.awardAgricultural[area]),
    weight * sumOf(areas, a, (area) => events.awardLeft[area]),
    ...byTier,
    ...tiers.map((tier) => of(tier, 1)),
    ...tiers.map((tier) => of(tier, 2)),
  ];
}

/** Settled persons under every trait, in the order of `settlerNames`. */
const settlers = ({ settledByTrait, areas }: Ledger, a: number, weight: number): number[] =>
  settlerGroups.map((_, g) => weight * sumOf(areas, a, (area) => settledByTrait[area * settlerGroups.length + g]));

/** Town school places and those who ask for one, in the order of `schoolNames`. */
const school = ({ schoolPlaces, schoolAsked, areas }: Ledger, a: number, weight: number): number[] =>
  [schoolPlaces, schoolAsked].flatMap((counts) =>
    [0, 1, 2, 3].map((stage) => weight * sumOf(areas, a, (area) => counts[area * 4 + stage])),
  );

/** Moves between kinds of places, in the order of `moveNames`. */
function moves({ counts, places }: Moves, { weight, central }: Measure): number[] {
  const kinds = placeKinds.length;
  const kindOf = (place: number): number => {
    if (place === places - 1) return placeKinds.indexOf('outside');
    if (place % 2 === 0) return placeKinds.indexOf('village');
    return placeKinds.indexOf(central[place >> 1] ? 'centre' : 'town');
  };
  const total = new Array<number>(kinds * kinds).fill(0);
  for (let from = 0; from < places; from++)
    for (let to = 0; to < places; to++) total[kindOf(from) * kinds + kindOf(to)] += counts[from * places + to];
  return total.slice(0, -1).map((persons) => weight * persons);
}
