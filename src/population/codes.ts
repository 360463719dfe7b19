/**
 * Codes of the categorical columns. Numbers, not strings, because they live in typed arrays; `as const` objects, not enums, so that
 * the compiled code is plain data. A table is the one source of its names: `works[Work.selfEmployed]` is `self-employed`, and a
 * name that is missing somewhere does not compile. Words for readers: words.ts.
 */
export const Sex = { male: 0, female: 1 } as const;

/** Highest level of schooling attended, in the census's grouping and in rising order. */
export const Education = { none: 0, primary: 1, junior: 2, senior: 3, college: 4 } as const;

/** What a person does. `student` means enrolled in senior secondary or college; children below that are `none`. */
export const Work = {
  none: 0,
  farm: 1,
  informal: 2,
  formal: 3,
  selfEmployed: 4,
  student: 5,
  retired: 6,
  /** Looks for work in a town. */
  seeking: 7,
} as const;

/** Position in the household relative to its reference couple. */
export const Role = { head: 0, spouse: 1, child: 2, parent: 3, grandchild: 4, other: 5, collective: 6 } as const;

export const HouseholdKind = { family: 0, collective: 1 } as const;

/** The tenure of the household's dwelling in town; `none` when nobody of the household lives in a town of the city. */
export const Tenure = { none: 0, employer: 1, privateRent: 2, publicRental: 3, own: 4 } as const;

/** Presence of a row: rows are never deleted, so a dead or departed person keeps its row with `gone`. */
export const Presence = { gone: 0, present: 1 } as const;

/** School stages with places of their own: ages 3-5, 6-11, 12-14, and those enrolled at 15-17. */
export const SchoolStage = { preschool: 0, primary: 1, junior: 2, senior: 3 } as const;

/** What happens to people, as a diary notes it. */
export const EventKind = {
  birth: 0,
  death: 1,
  /** Somebody registered outside the city comes to live in it, and leaves it. */
  arrival: 2,
  departure: 3,
  /** Somebody registered in the city leaves it, and comes back. */
  outMigration: 4,
  returnMigration: 5,
  /** Any other change of residence. */
  move: 6,
  union: 7,
  permit: 8,
  settlement: 9,
  /** The register is moved out of the city, by somebody living away or with a student. */
  registerOut: 10,
  studentRegisterOut: 11,
  /** The place of living, or of register, is counted as a town from now on. */
  residenceReclassified: 12,
  registerReclassified: 13,
  /** The place of living is counted as a village from now on. */
  residenceTurnedVillage: 14,
  /** A student from outside brings the register along, where no route of the law is for students. */
  studentRegisterIn: 15,
  /** A village register of somebody in the towns of the same county is set right as one of a town. */
  registerSetRight: 16,
} as const;

/** Where somebody is registered, seen from the area of residence. The award fund's tiers follow from it. */
export const RegisterTier = { sameCounty: 0, sameCity: 1, sameProvince: 2, otherProvince: 3 } as const;

type Codes = Readonly<Record<string, number>>;

/** `privateRent` as documents, scenarios and indicators write it: `private-rent`. */
type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S;
type NameOf<C extends Codes> = Kebab<keyof C & string>;

/** Names of a table of codes, each at the place of its code. */
function namesOf<C extends Codes>(codes: C): readonly NameOf<C>[] {
  const names: string[] = [];
  for (const [key, code] of Object.entries(codes)) names[code] = key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return names as NameOf<C>[];
}

export const sexes = namesOf(Sex);
export const educations = namesOf(Education);
export const works = namesOf(Work);
export const roles = namesOf(Role);
export const tenures = namesOf(Tenure);
export const schoolStages = namesOf(SchoolStage);
export const registerTiers = namesOf(RegisterTier);
export const eventKinds = namesOf(EventKind);

export type SexName = NameOf<typeof Sex>;
export type EducationName = NameOf<typeof Education>;
export type WorkName = NameOf<typeof Work>;
export type RoleName = NameOf<typeof Role>;
export type TenureName = NameOf<typeof Tenure>;
export type SchoolStageName = NameOf<typeof SchoolStage>;
export type RegisterTierName = NameOf<typeof RegisterTier>;
export type EventKindName = NameOf<typeof EventKind>;

/**
 * Area codes. The city's areas (counties, districts, the remainder) are 0 .. n-1 in the order of `CityData.areas`.
 * Two destinations outside follow at the top of the byte, so that they do not depend on n.
 */
export const Outside = { province: 250, nation: 251 } as const;

/** True when an area code (residence or register) lies inside the city. */
export const isInCity = (area: number): boolean => area < Outside.province;

/** No row: value of the link columns mother, father, spouse, head and village. */
export const NONE = -1;

/** `townArea` of a household none of whose members has moved to a town away from home. */
export const NO_TOWN = 255;
