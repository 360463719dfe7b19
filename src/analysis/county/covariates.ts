import { log } from '../../math/log.ts';
import { INDUSTRIES } from '../../scenario/city-data.ts';
import { AGE_GROUPS, type Ages, agesOf, type CensusRow } from './county-census.ts';

/** What is known of the land of a unit beside its census. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
  /** To the seats of the prefecture and of the province. */
  readonly seatKm: number;
  readonly capitalKm: number;
  /** 1 for an area of the central city, for a district, for a county-level city. */
  readonly central: number;
  readonly district: number;
  readonly countyCity: number;
}

const SEATS = 3;
/** Shares are kept off 0 and 1, where log-odds are infinite. */
const LEAST = 0.003;

export const logOdds = (share: number): number => {
  const kept = Math.min(1 - LEAST, Math.max(LEAST, share));
  return log(kept / (1 - kept));
};

const schooling = ['none', 'primary', 'junior', 'senior', 'college', 'bachelor'] as const;
const occupations = ['managers', 'professionals', 'clerks', 'services', 'farm', 'production'] as const;
const households = ['hh_one_person', 'hh_one_generation', 'hh_two_generation', 'hh_three_generation', 'hh_with_65plus'];
const comforts = ['tap_water', 'kitchen', 'toilet', 'bath', 'tenure_rented', 'tenure_self_built', 'tenure_purchased'];

/**
 * What one census says of a unit, as covariates for the ten years after it: ages, sexes, households, kinds of migrants, schooling, work,
 * industries, marriages, children, dwellings, how urban, and where it lies. Counts enter as shares in logs or log-odds, so that a county's
 * size does not matter twice. NaN where the census printed nothing.
 * @param registered registered persons, NaN where they are not known
 */
export function censusCovariates(row: CensusRow, registered: number, place: Place): Readonly<Record<string, number>> {
  const residents = row.population;
  const ages = agesOf(row);
  const share = (count: number, of: number): number => logOdds((count + 1) / of);
  const kinds = {
    sameCounty: row.migrants_from_same_county,
    otherCounty: row.migrants_from_other_county_same_province,
    otherProvince: row.migrants_from_other_province,
  };
  const own = residents - (kinds.otherCounty || 0) - (kinds.otherProvince || 0);
  const schooled = schooling.reduce((sum, level) => sum + row[`edu_${level}_M`] + row[`edu_${level}_F`], 0);
  const urban = row.urban / residents;
  return {
    ...ageCovariates(ages, residents),
    childrenOf1To4: log((row['M_1-4'] + row['F_1-4']) / residents),
    infants: log((row.M_0 + row.F_0 + 1) / residents),
    registeredOverResident: log(registered / residents),
    away: logOdds(Math.max(0.001, (registered - own) / registered)),
    fromSameCounty: share(kinds.sameCounty, residents),
    fromOtherCounty: share(kinds.otherCounty, residents),
    fromOtherProvince: share(kinds.otherProvince, residents),
    minority: logOdds(row.minority_pct / 100),
    householdSize: log(row.mean_household_size),
    ...Object.fromEntries(households.map((kind) => [kind, log((row[kind] + 1) / row.family_households)])),
    collective: logOdds(1 - row.family_household_persons / residents),
    ...Object.fromEntries(
      schooling.map((level) => [`edu_${level}`, share(row[`edu_${level}_M`] + row[`edu_${level}_F`], schooled)]),
    ),
    schoolingYears: row.mean_years_schooling,
    illiterate: log(row.illiterate_share_15plus_pct + 0.1),
    atWork: share(row.lf_employed, row.persons_15plus_lf),
    ...Object.fromEntries(occupations.map((kind) => [`occ_${kind}`, share(row[`occ_${kind}`], row.lf_employed)])),
    ...Object.fromEntries(INDUSTRIES.map((kind) => [`ind_${kind}`, share(row[`ind_${kind}`], row.ind_employed)])),
    ...Object.fromEntries(
      ['never', 'divorced', 'widowed'].map((kind) => [`mar_${kind}`, share(row[`mar_${kind}`], row.persons_15plus_lf)]),
    ),
    childrenEverBorn: row.children_ever_born_women_15_64,
    childrenLost: row.children_ever_born_women_15_64 - row.children_surviving_women_15_64,
    rooms: row.rooms_per_household,
    floorArea: log(row.floor_area_per_capita_m2),
    ...Object.fromEntries(comforts.map((kind) => [kind, share(row[kind], row.lf_households)])),
    urban: logOdds(urban),
    residents: log(residents),
    wholly: row.rural < 0.02 * residents ? 1 : 0,
    central: place.central,
    district: place.district,
    countyCity: place.countyCity,
    districtUrban: place.district * logOdds(urban),
    centralResidents: place.central * log(residents),
    seatKm: log(place.seatKm + SEATS),
    capitalKm: log(place.capitalKm + SEATS),
    nearCapital: place.capitalKm < 25 ? 1 : 0,
    lon: place.lon,
    lat: place.lat,
  };
}

function ageCovariates(ages: Ages, residents: number): Record<string, number> {
  const [male, female] = ages;
  const of = (from: number, to: number): number => {
    let [men, women] = [1, 1];
    for (let group = from; group < to; group++) {
      men += male[group];
      women += female[group];
    }
    return log(men / women);
  };
  const groups = Array.from({ length: AGE_GROUPS }, (_, group): [string, number] => [
    `age${5 * group}`,
    log((male[group] + female[group] + 1) / residents),
  ]);
  return {
    ...Object.fromEntries(groups),
    menTo14: of(0, 3),
    menOf15To24: of(3, 5),
    menOf25To39: of(5, 8),
    menOf40To64: of(8, 13),
  };
}

/** Share of values at each end that are drawn in to the rest. */
const TAIL = 0.005;

/** A unit's covariates by name; NaN where nothing is known. */
interface Described {
  readonly covariates: Readonly<Record<string, number>>;
  readonly prefecture: string;
}

/**
 * Covariates as columns of mean 0 and standard deviation 1 over the units given: gaps are filled by the middle of the prefecture, the
 * province or the nation, the outermost half per cent at each end is drawn in. Columns that do not vary are left out.
 * @returns how a unit, one of them or another of the same census, is described
 */
export function standardiser(units: readonly Described[]): (unit: Described) => Float64Array {
  const columns = Object.keys(units[0].covariates).flatMap((name) => {
    const fill = filling(units.map(({ covariates, prefecture }) => ({ value: covariates[name], prefecture })));
    const filledValue = ({ covariates, prefecture }: Described): number =>
      fill({ value: covariates[name], prefecture });
    const values = units.map(filledValue);
    const sorted = Float64Array.from(values).sort();
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
    const [low, high] = [at(TAIL), at(1 - TAIL)];
    const keep = (value: number): number => Math.min(high, Math.max(low, value));
    const kept = values.map(keep);
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
    const spread = Math.sqrt(kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length);
    return spread < 1e-9 ? [] : [(unit: Described): number => (keep(filledValue(unit)) - mean) / spread];
  });
  return (unit) => Float64Array.from(columns, (column) => column(unit));
}

function filling(
  given: readonly { readonly value: number; readonly prefecture: string }[],
): (each: { readonly value: number; readonly prefecture: string }) => number {
  const middles = [
    middleBy(given, ({ prefecture }) => prefecture),
    middleBy(given, ({ prefecture }) => prefecture.slice(0, 2)),
    middleBy(given, () => ''),
  ];
  return (each) => {
    if (Number.isFinite(each.value)) return each.value;
    for (const middle of middles) {
      const value = middle(each);
      if (value !== undefined) return value;
    }
    return 0;
  };
}

function middleBy<T extends { readonly value: number }>(
  given: readonly T[],
  keyOf: (each: T) => string,
): (each: T) => number | undefined {
  const groups = new Map<string, number[]>();
  for (const each of given) {
    if (!Number.isFinite(each.value)) continue;
    const group = groups.get(keyOf(each)) ?? [];
    group.push(each.value);
    groups.set(keyOf(each), group);
  }
  const middles = new Map(
    [...groups].map(([key, values]) => [key, values.sort((a, b) => a - b)[Math.floor(values.length / 2)]]),
  );
  return (each) => middles.get(keyOf(each));
}
