import { log } from '../../math/log.ts';
import { logistic, logit } from '../../math/logistic.ts';
import { shiftTo } from '../../math/shift-to.ts';
import type { ReadText } from '../tables.ts';
import { type CensusUnit, placeCensus, readCensus } from './census-unit.ts';
import { heirOf, placeOf, provinceOf, type Regions } from './regions.ts';
import { rateAt, readRates } from './register-rates.ts';
import type { PrintedRate, TownRegister, TownRegisters } from './town-register.ts';

/**
 * How far the town registers of places are known: standard deviations in logits where nothing was printed, estimated on 26 places left out
 * in turn (joint-model.md, section 4).
 */
export const LEVEL_SD = { province: 0.11, prefecture: 0.15, county: 0.25 } as const;
/**
 * logit(town share of registers by place) less logit(residents' urban share of 2010), by census: the registers of all places, where some
 * are printed, add up to the nation's 45.4 % of 2020 (printed) and 36.3 % of 2010 (derived). Printed places alone say -0.18 of 2020, printed
 * provinces -0.13: the others lie higher.
 */
export const LEVEL_SHIFT = { 2010: -0.539, 2020: -0.077 } as const;
/** Where 2010 has no figure: on the urban share of 2020 (joint-model.md, section 4). */
const FROM_2020 = { constant: -0.655, slope: 1.145 } as const;
/** Urban shares the logit is taken of. */
const EDGE = 0.005;
/** A place is wholly urban from this share of its residents on, if it was nearly so in 2010. */
const WHOLLY_URBAN = 0.998;
const NEARLY_URBAN = 0.9;
/** Year that provinces are shifted by. */
const LEVEL_YEAR = 2020;

interface Levels {
  readonly areas: readonly TownRegister[];
  readonly whole: TownRegisters;
}

/**
 * The town registers of a place's areas at a census, as levels with an error.
 *
 *   1 county      logit of the urban share of residents of 2010 and the nation's shift of the year; with no figure of 2010 from that of 2020
 *   2 province    where its rate was printed, one shift so that the registers of its counties add up to it
 *   3 counties with a printed rate, and wholly urban ones, stand by themselves
 *   4 prefecture  where its rate was printed, one shift for the others, so that their registers add up to it
 */
export function registerLevels(
  read: ReadText,
  place: string,
  year: 2010 | 2020,
  units: readonly CensusUnit[],
  registered: readonly number[],
  regions: Regions,
): Levels {
  const rates = readRates(read);
  const of2010 = placeCensus(read, place, 2010)?.units ?? [];
  const province = provinceShift(read, place, regions);
  const kindShift = kindShiftOf(read, provinceOf(place));
  const lnRegistered = (persons: number, residents: number) => (persons > 0 ? log(persons / (residents || 1)) : 0);
  const areas = units.map((unit, a): TownRegister => {
    const then = onLand(unit.code, of2010, regions);
    const printed = rateAt(rates, unit.code, year, lnRegistered(registered[a], unit.population));
    if (printed !== undefined) return { share: printed.share, sd: inLogits(printed), own: true };
    if (isWhollyUrban(unit, then)) return { share: 1, sd: 0, own: true };
    const level = levelOf(then, unit) + LEVEL_SHIFT[year] + province.shift;
    return { share: logistic(level), sd: LEVEL_SD.county, own: false };
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const printed = rateAt(
    rates,
    place,
    year,
    lnRegistered(sum(registered), sum(units.map(({ population }) => population))),
  );
  if (printed === undefined || rates.of(place, 'place').length === 0) {
    return { areas, whole: { provinceSd: province.sd, prefectureSd: LEVEL_SD.prefecture, printed: null, kindShift } };
  }
  return {
    areas: movedTo(areas, registered, printed.share),
    whole: { provinceSd: 0, prefectureSd: 0, printed, kindShift },
  };
}

/** The areas with those that do not stand by themselves shifted together, so that the registers of all have a share in towns. */
export function movedTo(
  areas: readonly TownRegister[],
  registered: readonly number[],
  share: number,
): readonly TownRegister[] {
  let total = 0;
  const [weights, logits]: [number[], number[]] = [[], []];
  areas.forEach((area, a) => {
    total += share * registered[a];
    if (area.own) total -= area.share * registered[a];
    else {
      weights.push(registered[a]);
      logits.push(logit(area.share));
    }
  });
  if (weights.length === 0) return areas;
  const shift = shiftTo(weights, logits, total);
  return areas.map((area) => (area.own ? area : { ...area, share: logistic(logit(area.share) + shift) }));
}

const inLogits = ({ share, sd }: PrintedRate): number => sd / (share * (1 - share));

/** Logit of the town share of an area without a printed one, before the shift of the year. */
function levelOf(then: readonly CensusUnit[], now: CensusUnit): number {
  const [urban, population] = [sumOf(then, 'urban'), sumOf(then, 'population')];
  if (population > 0) return logitOf(urban / population);
  return FROM_2020.constant + FROM_2020.slope * logitOf(now.urban / (now.population || 1));
}

const logitOf = (share: number): number => logit(Math.min(1 - EDGE, Math.max(EDGE, share)));

const sumOf = (units: readonly CensusUnit[], name: 'urban' | 'population'): number =>
  units.reduce((sum, unit) => sum + unit[name], 0);

function isWhollyUrban(now: CensusUnit, then: readonly CensusUnit[]): boolean {
  const before = sumOf(then, 'population');
  return now.urban >= WHOLLY_URBAN * now.population && (before === 0 || sumOf(then, 'urban') >= NEARLY_URBAN * before);
}

/** The units of 2010 on the land of an area: its own row and those it has succeeded, else the one it was part of. */
function onLand(code: string, units: readonly CensusUnit[], regions: Regions): readonly CensusUnit[] {
  const own = units.filter((unit) => {
    const region = regions.get(unit.code);
    return unit.code === code || (region !== undefined && region.successors.length > 0 && heirOf(region) === code);
  });
  if (own.length > 0) return own;
  return units.filter((unit) => regions.get(unit.code)?.successors.some((each) => each.code === code)).slice(0, 1);
}

interface ProvinceShift {
  readonly shift: number;
  readonly sd: number;
}

const shifts = new WeakMap<ReadText, Map<string, ProvinceShift>>();

/**
 * By how much the counties of a province lie off the nation's line, in logits: where its rate was printed as much as makes the registers
 * of its counties add up to it, weighted by their registered persons of 2010; prefectures with a rate of their own have that. Its
 * error is then what the deviations of prefectures and counties leave open: v s / (v + s), v variance of a province, s of their mean.
 */
function provinceShift(read: ReadText, place: string, regions: Regions): ProvinceShift {
  const province = provinceOf(place);
  const made = shifts.get(read) ?? new Map<string, ProvinceShift>();
  shifts.set(read, made);
  const before = made.get(province);
  if (before !== undefined) return before;
  const found = shiftOf(read, province, regions);
  made.set(province, found);
  return found;
}

function shiftOf(read: ReadText, province: string, regions: Regions): ProvinceShift {
  const none = { shift: 0, sd: LEVEL_SD.province };
  const rates = readRates(read);
  const census = [...readCensus(read, 2010, province).values()];
  const whole = census.find(({ code }) => code === province);
  if (whole?.registered === undefined) return none;
  const printed = rateAt(rates, province, LEVEL_YEAR, log(whole.registered / whole.population));
  if (printed === undefined) return none;
  let total = 0;
  const [weights, logits]: [number[], number[]] = [[], []];
  const byPlace = new Map<string, number>();
  for (const unit of census) {
    const region = regions.get(unit.code);
    if (unit.registered === undefined || region === undefined || !isCounty(unit)) continue;
    const home = placeOf(region, regions);
    const own = rateAt(rates, home, LEVEL_YEAR, 0);
    total += unit.registered * printed.share;
    if (own !== undefined && home !== province) total -= unit.registered * own.share;
    else {
      weights.push(unit.registered);
      logits.push(logitOf(unit.urban / (unit.population || 1)) + LEVEL_SHIFT[LEVEL_YEAR]);
      byPlace.set(home, (byPlace.get(home) ?? 0) + unit.registered);
    }
  }
  if (weights.length === 0) return none;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const evenness = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + (value / all) ** 2, 0);
  const left =
    LEVEL_SD.prefecture ** 2 * evenness(byPlace.values()) +
    LEVEL_SD.county ** 2 * evenness(weights) +
    inLogits(printed) ** 2;
  const own = LEVEL_SD.province ** 2;
  return { shift: shiftTo(weights, logits, total), sd: Math.sqrt((own * left) / (own + left)) };
}

/** Share of the nation's registered persons: the non-agricultural share of each county's residents of 2010 times its registered persons. */
const NATION_BY_COLUMN = 0.265;

function kindShiftOf(read: ReadText, province: string): number {
  const rates = readRates(read);
  const [nation] = rates.of('000000', 'kind');
  const [printed] = rates.of(province, 'kind').filter(({ year }) => year === 2010);
  const counties = [...readCensus(read, 2010, province).values()].filter(isCounty);
  let [registered, persons] = [0, 0];
  for (const unit of counties) {
    if (unit.registered === undefined || unit.nonAgriculturalShare === undefined) continue;
    registered += unit.registered;
    persons += unit.registered * unit.nonAgriculturalShare;
  }
  return printed === undefined || persons === 0
    ? logit(nation.share) - logit(NATION_BY_COLUMN)
    : logit(printed.share) - logit(persons / registered);
}

const isCounty = ({ level }: CensusUnit): boolean =>
  level === 'county' || level === 'zone' || level === 'direct_county';

/** A share and the bounds it lies within in nine cases of ten. */
export interface RangedShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations to the bounds of 90 % of a normal distribution. */
const NINETY = 1.645;

/** What is thought of the town registers of an area of a place. */
export function areaShare(
  { townRegisters: whole }: Levelled,
  { townRegister }: Levelled['areas'][number],
): RangedShare {
  const { share, sd, own } = townRegister;
  return around(share, own ? sd : Math.hypot(whole.provinceSd, whole.prefectureSd, sd));
}

/** What is thought of the town registers of all areas of a place together. */
export function wholeShare({ areas, townRegisters: whole }: Levelled): RangedShare {
  const registered = areas.reduce((sum, area) => sum + area.registered, 0);
  const share = areas.reduce((sum, area) => sum + area.townRegister.share * area.registered, 0) / (registered || 1);
  if (whole.printed !== null) return around(share, inLogits({ ...whole.printed, share }));
  const own = areas.reduce((sum, area) => sum + ((area.townRegister.sd * area.registered) / registered) ** 2, 0);
  return around(share, Math.hypot(whole.provinceSd, whole.prefectureSd, Math.sqrt(own)));
}

interface Levelled {
  readonly areas: readonly { readonly registered: number; readonly townRegister: TownRegister }[];
  readonly townRegisters: TownRegisters;
}

function around(share: number, sd: number): RangedShare {
  if (share <= 0 || share >= 1) return { value: share, low: share, high: share };
  const at = (deviations: number) => logistic(logit(share) + deviations * sd);
  return { value: share, low: at(-NINETY), high: at(NINETY) };
}
