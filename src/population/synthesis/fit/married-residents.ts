import { isInCity } from '../../codes.ts';
import type { Draft } from '../draft.ts';

/** Married residents of each area wherever their spouse lives, men and women: [area][sex]. */
export type MarriedResidents = readonly Int32Array[];

/** Counts them while the draft knows: the finished tables know only the spouses who have been made and found. */
export function marriedResidents(draft: Draft, areas: number): MarriedResidents {
  const married = Array.from({ length: areas }, () => new Int32Array(2));
  for (let i = 0; i < draft.persons; i++) {
    if (draft.married[i] === 1 && isInCity(draft.residenceArea[i])) married[draft.residenceArea[i]][draft.sex[i]]++;
  }
  return married;
}
