import type { EducationName } from '../population/codes.ts';

/** Youngest age of lawful work (劳动法第十五条), and of those who support themselves as adults do (民法典第十八条). */
export const FIRST_WORK_AGE = 16;
/** Age of full capacity (民法典第十七条). */
export const ADULT_AGE = 18;

/** Youngest age at which somebody leaves each level of schooling: a year or two below the usual one. */
export const graduationAge: Readonly<Record<EducationName, number>> = {
  none: 0,
  primary: 10,
  junior: 13,
  senior: 16,
  college: 18,
};

/** Youngest age at which somebody goes to it. */
export const entryAge: Readonly<Record<EducationName, number>> = {
  none: 0,
  primary: 5,
  junior: 10,
  senior: 13,
  college: 14,
};
