import { HouseholdKind } from '../../codes.ts';
import type { Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import type { SideRows } from '../resident/make-residents.ts';
import type { MemberLists } from '../resident/members-of.ts';

/**
 * Gives every family that was split between registers that of one of its members, drawn: registers keep their expectation. As many
 * families are split as there are registers that run out, few of a city's but a tenth of a small sample's migrants.
 */
export function uniteRegisters(draft: Draft, { start, list }: MemberLists, rows: SideRows, source: DrawSource): void {
  const { registerArea, registerUrban } = draft;
  for (let h = rows.firstHousehold; h < rows.endHousehold; h++) {
    if (draft.kind[h] !== HouseholdKind.family) continue;
    const members = list.subarray(start[h], start[h + 1]);
    const u = drawFor(source, draft.head[h], SynthesisDecision.oneRegister);
    const chosen = members[Math.floor(u * members.length)];
    for (const person of members) {
      registerArea[person] = registerArea[chosen];
      registerUrban[person] = registerUrban[chosen];
    }
  }
}
