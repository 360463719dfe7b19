import { NONE, Role } from '../../codes.ts';
import { type Draft, linkParents } from '../draft.ts';
import type { MemberLists } from './members-of.ts';

/** Makes a couple (NONE allowed) the parents of the grandchildren left with its elders, where these have none and ages fit. */
export function linkGrandchildren(
  draft: Draft,
  members: MemberLists,
  household: number,
  mother: number,
  father: number,
): void {
  for (let m = members.start[household]; m < members.start[household + 1]; m++) {
    const i = members.list[m];
    if (draft.role[i] !== Role.grandchild || draft.mother[i] !== NONE || draft.father[i] !== NONE) continue;
    linkParents(draft, i, mother, father);
  }
}
