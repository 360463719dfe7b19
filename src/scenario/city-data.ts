import type { Localized } from '../language/language.ts';
import type { NationYears } from './city/nation-years.ts';
import type { AccountYear } from './city/register-account.ts';
import type { TownRegister, TownRegisters } from './city/town-register.ts';

/**
 * What the model reads about one city from data/: plain numbers and typed arrays, built by `loadCityData` and handed to
 * synthesis and kernel. Every table in data/ carries source and confidence; this is their joined, checked form.
 */

/** The 19 age groups of the county census file: 0, 1-4, 5-9, ..., 80-84, 85+. */
export const AGE_GROUPS = [
  '0',
  '1-4',
  '5-9',
  '10-14',
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50-54',
  '55-59',
  '60-64',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85+',
] as const;

/** First age of each age group; the last group is open. */
export const AGE_GROUP_START = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85] as const;

/** Single ages 0..100; 100 is open. */
export const AGES = 101;

/** Industries of the employed in the order of the census, international organisations left out. */
export const INDUSTRIES = [
  'agriculture',
  'mining',
  'manufacturing',
  'utilities',
  'construction',
  'transport',
  'information',
  'trade',
  'hospitality',
  'finance',
  'real_estate',
  'business_services',
  'science',
  'environment',
  'resident_services',
  'education',
  'health',
  'culture',
  'public_administration',
] as const;

/** What residents of 15 and over do, as shares: a tenth of the households was asked. */
export interface AreaWork {
  /** Share at work for an hour or more in the week of the census, farmers and helpers in the family among them. */
  readonly employed: number;
  /** Shares of those at work by `INDUSTRIES`; sums to 1. */
  readonly industry: Float64Array;
  /** Share not at work because retired; undefined in 2020, when the census did not print it by county. */
  readonly retired: number | undefined;
  /** Share not at work because at school; undefined in 2020. Not used in synthesis, kept to judge it. */
  readonly students: number | undefined;
}

/** One county, district, zone, or the remainder of the prefecture (code of the prefecture with 99 at the end). */
export interface AreaCensus {
  readonly code: string;
  readonly name: Localized;
  readonly level: 'county' | 'district' | 'remainder';
  /** Part of the central city (the prefecture's urban districts, or its seat where there are none). */
  readonly central: boolean;
  /** From the county seat to the prefecture seat, straight line, km; where no seat is known 0 for central areas, else the others' mean. */
  readonly distanceToCentreKm: number;
  /** Residents by age group and sex: index = ageGroup * 2 + sex (0 male, 1 female); length 38; sums to `population`. */
  readonly residents: Int32Array;
  readonly population: number;
  readonly urban: number;
  readonly familyHouseholds: number;
  readonly familyPersons: number;
  readonly onePersonHouseholds: number;
  /** Family households by number of generations: [one (including one-person), two, three, four and more]. */
  readonly generationHouseholds: readonly [number, number, number, number];
  /** Family households with a member of 65 and over: not used in synthesis, kept to judge it. */
  readonly householdsWith65Plus: number;
  /** Residents living off their register inside the same county. */
  readonly fromSameCounty: number;
  /** Residents registered in another county of the province (other counties of the same city included). */
  readonly fromOtherCounty: number;
  readonly fromOtherProvince: number;
  /** Persons registered here, living anywhere. */
  readonly registered: number;
  /** Share of the registered persons whose register lies in a town, by place: a level with an error. */
  readonly townRegister: TownRegister;
  /** Share of residents with non-agricultural hukou in 2010, 0..1; `townRegisters.kindShift` makes it that of the registered. */
  readonly nonAgriculturalShare2010: number;
  /**
   * Shares of residents of 6 and over by Education code: [sex][level]; sums to 1. Children of six and over still in pre-school
   * count as primary, because the model sends them to school at six.
   */
  readonly schoolingShare: readonly [Float64Array, Float64Array];
  /** Not used in synthesis, kept to judge it. */
  readonly meanYearsSchooling: number;
  /** Share with a spouse among residents of 15 and over, men and women: a tenth of the households was asked. */
  readonly marriedShare: readonly [number, number];
  readonly work: AreaWork;
  /** Share of family households that rent their dwelling, 0..1: a tenth of them was asked. */
  readonly rentingShare: number;
  /** Family households with one and with two and more members of 65 and over: kept to judge the synthesis. */
  readonly householdsBy65Plus: readonly [number, number];
  readonly notes: readonly Localized[];
}

/** National, provincial or prefectural tables the synthesis falls back on, each with the region it really is of. */
export interface CityTables {
  /** Residents by side (0 village, 1 town), age group and sex: [side][ageGroup*2+sex], any scale: a seed for raking. */
  readonly residentsBySide: readonly [Float64Array, Float64Array];
  /** Weight of each single age inside its age group, by sex: [sex][age], sums to 1 in each group. */
  readonly singleAgeShare: readonly [Float64Array, Float64Array];
  /** Shares of persons of 6 and over by Education code (0..4), by side: [side][level]: a seed for raking. */
  readonly schoolingBySide: readonly [Float64Array, Float64Array];
  /** Share married by sex and single age, 0..1: [sex][age]. Areas keep its shape and meet their own share of 15 and over. */
  readonly marriedShare: readonly [Float64Array, Float64Array];
  /** Shares of family households by size 1..10+, length 10; kept to judge the synthesis, not used in it. */
  readonly householdSizeShare: Float64Array;
  /** Names of regions and years the tables above are of, for the manifest and the fit report. */
  readonly origin: Readonly<Record<string, string>>;
}

/** Vital rates by calendar year; years beyond the last hold the last. */
export interface VitalRates {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Probability of dying within the year: [year - firstYear][sex][age 0..100]; 1 at 100 is not applied: the group is open. */
  readonly qx: readonly (readonly [Float64Array, Float64Array])[];
  /** Births per woman of the age in the year: [year - firstYear][age 0..100], zero outside 15..49. */
  readonly asfr: readonly Float64Array[];
  /** Male births per female birth. */
  readonly sexRatioAtBirth: Float64Array;
}

/** A place's own level, how well it is known, and where it is from. */
export interface PlaceFactor {
  readonly value: number;
  /** Standard deviation of the logarithm of what the level may truly be, about the province's; of the province's about the nation's. */
  readonly logSd: number;
  readonly provinceLogSd: number;
  readonly source: string;
}

/** Vital rates of a place: what the nation counted in each year and the place's own factors are in `qx` and `asfr` already. */
export interface VitalTables extends VitalRates {
  /** Counted by the nation over what its tables give, from `firstYear` to `lastYear`; later years are a matter of paths (kernel/vital-drivers.ts). */
  readonly nation: {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly fertility: Float64Array;
    readonly mortality: Float64Array;
    /** Marriages registered over those `union.hazard` gives. */
    readonly unions: Float64Array;
    /** Births per woman over life by the tables of the United Nations, by year of the tables. */
    readonly totalFertility: Float64Array;
  };
  /** Code of the province, whose path of fertility its places share. */
  readonly province: string;
  readonly fertilityFactor: PlaceFactor;
  readonly mortalityFactor: PlaceFactor;
}

/**
 * Where the people of an area go, a year per resident of the base year: what is the county's own in migration. Solved so that runs come
 * where the county's prospects lie (data/README.md, `county-flows`).
 */
export interface CountyFlows {
  /** Persons of 16-59 who leave the county's homes for other counties or provinces, less those who come back to them. */
  readonly leaving: number;
  /** Villagers of 16-59 who move to the own county town, less those who go back to their village. */
  readonly townward: number;
  /** Arrivals of people registered elsewhere in the province, and in other provinces, less those of them who leave. */
  readonly arriving: readonly [province: number, nation: number];
  /** Arrivals of those who begin college, in a year in which the nation has as many entrants as in 2020. */
  readonly students: number;
  /** Net moves of people of 60 and older by themselves, who follow their children (随迁老人), per resident of that age. */
  readonly elders: number;
  /** Utility of the county's towns for people of other counties of the prefecture, beside income, distance, rent and size. */
  readonly draw: number;
  /** Villagers who come to be counted urban without moving, per villager. */
  readonly reclassified: number;
  /** Births over those that the tables, the children of the census and where women live make: a factor. */
  readonly births: number;
  /**
   * Usual share of those who look for work in the county's towns who find it: in the first year of a run, the second, the third, and in later
   * years on average. Moves answer to what differs from it.
   */
  readonly jobChances: readonly number[];
  /** What is not known of ten years' net migration, log residents, and of ten years' change of the urban share: one standard deviation or scale. */
  readonly spread: { readonly net: number; readonly urban: number };
}

/** Everything data/ says about one prefecture at one census. */
export interface CityData {
  readonly code: string;
  readonly name: Localized;
  readonly province: Localized;
  readonly censusYear: 2010 | 2020;
  /** Areas in code order, the remainder last. Their sums equal the prefecture row exactly. */
  readonly areas: readonly AreaCensus[];
  /** By area, in their order; undefined where an area has none: its moves are then those of the parameters alone. */
  readonly flows: readonly (CountyFlows | undefined)[];
  /** Wages and rents of an area over those of the place, by its industries: derived. */
  readonly wages: readonly number[];
  /** Straight line between the seats of two areas, km: [from][to]; 0 to itself. */
  readonly kilometres: readonly Float64Array[];
  readonly registered: number;
  /** What the areas' town registers have in common. */
  readonly townRegisters: TownRegisters;
  /** The nation's registers year by year. */
  readonly registerAccount: readonly AccountYear[];
  /** What the nation counted of towns and colleges year by year. */
  readonly nation: NationYears;
  readonly tables: CityTables;
  readonly vitals: VitalTables;
  /** Things a reader of the result should know (floored values, interpolated totals). */
  readonly notes: readonly Localized[];
}
