/**
 * Codes of the categorical columns. Numbers, not strings, because they live in typed arrays;
 * `as const` objects, not enums, so that the compiled code is plain data.
 */
export const Sex = { male: 0, female: 1 } as const;

/** Highest level of schooling attended, in the census's grouping. */
export const Education = {
  none: 0,
  primary: 1,
  juniorSecondary: 2,
  seniorSecondary: 3,
  college: 4,
} as const;

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
