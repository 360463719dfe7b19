import { FEWEST, fewestPersons, HouseholdType } from './plan-households.ts';
import type { SideResidents } from './plan-residents.ts';
import { sum } from './sum.ts';

/**
 * Makes the households of a side such that its people can fill them, which rounding persons and households apart does not: as long
 * as there are too few persons the largest household becomes one of the next smaller type, the smallest none; people who would have
 * nobody to join get a household of their own. Only a side of a handful of families is touched.
 */
export function fitHouseholds(side: SideResidents): SideResidents {
  const households = side.households.slice();
  const alone = side.alone.slice();
  const together = sum(side.family) - sum(alone);
  const several = (): Int32Array => households.map((count, type) => (type === HouseholdType.onePerson ? 0 : count));
  while (fewestPersons(several()) > together) {
    const large = households.findLastIndex((count) => count > 0);
    households[large]--;
    const small = FEWEST.findLastIndex((fewest) => fewest < FEWEST[large]);
    if (small > HouseholdType.onePerson) households[small]++;
  }
  if (together > 0 && sum(several()) === 0) {
    if (together > 1) households[HouseholdType.two]++;
    else {
      alone[side.family.findIndex((count, cell) => count > alone[cell])]++;
      households[HouseholdType.onePerson]++;
    }
  }
  return { ...side, alone, households };
}
