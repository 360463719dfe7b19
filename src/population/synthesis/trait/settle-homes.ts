import { HouseholdKind, isInCity } from '../../codes.ts';
import type { Draft } from '../draft.ts';
import type { SideRows } from '../resident/make-residents.ts';

/**
 * Where the residents of one side live and where the home of their household is, from the register of the head.
 * In a village the home is there. In town the home is the village of a village register of the city, and the town of a
 * town register in another area of it; people from outside the city have their home where they live.
 */
export function settleHomes(draft: Draft, rows: SideRows, area: number, side: 0 | 1): void {
  draft.residenceArea.fill(area, rows.firstPerson, rows.endPerson);
  draft.residenceUrban.fill(side, rows.firstPerson, rows.endPerson);
  for (let h = rows.firstHousehold; h < rows.endHousehold; h++) {
    const head = draft.head[h];
    const origin = draft.registerArea[head];
    const urban = draft.registerUrban[head];
    draft.homeArea[h] = area;
    draft.homeUrban[h] = side;
    if (side === 0 || draft.kind[h] === HouseholdKind.collective || !isInCity(origin)) continue;
    if (origin === area && urban === 1) continue;
    draft.homeArea[h] = origin;
    draft.homeUrban[h] = urban;
    draft.townArea[h] = area;
  }
}
