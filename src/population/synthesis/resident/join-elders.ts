import { HouseholdKind, NO_TOWN, NONE, Role } from '../../codes.ts';
import { type Draft, linkParents } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { drawByAge, indexByAge } from './age-index.ts';
import { kernels } from './kernels.ts';
import { linkGrandchildren } from './link-grandchildren.ts';
import type { MemberLists } from './members-of.ts';

/** Share of families in town with a village register whose elders in the village are of one household with them. Judgement. */
const JOINED_SHARE = 0.35;

/** Ages of the head of a family in town that joins its elders. */
const YOUNGEST_HEAD = 20;
const OLDEST_HEAD = 60;

/**
 * Makes one economic household of a family in town and elders left in its village of register: the elders' household
 * takes the family's members in as child and grandchildren. Each part remains a census household of its own.
 *
 * @param area of register; only households with village registers there are looked at
 */
export function joinElders(draft: Draft, members: MemberLists, area: number, source: DrawSource): void {
  const elders: number[] = [];
  const families: number[] = [];
  for (let h = 0; h < draft.households; h++) {
    if (draft.homeArea[h] !== area || draft.homeUrban[h] !== 0 || draft.kind[h] !== HouseholdKind.family) continue;
    const head = draft.head[h];
    if (draft.registerArea[head] !== area || draft.registerUrban[head] !== 0) continue;
    if (draft.townArea[h] !== NO_TOWN) {
      const fits = draft.age[head] >= YOUNGEST_HEAD && draft.age[head] <= OLDEST_HEAD;
      if (fits && drawFor(source, head, SynthesisDecision.linkChance) < JOINED_SHARE) families.push(h);
    } else if (draft.residenceArea[head] === area) elders.push(head);
  }
  const alone = elders.filter((head) => lacksChildren(draft, members, draft.household[head]));
  const index = indexByAge(alone, draft.age, 1);
  for (const family of families) {
    if (!isPlain(draft, members, family)) continue;
    const head = draft.head[family];
    const u = drawFor(source, head, SynthesisDecision.linkHousehold);
    const elder = drawByAge(
      index,
      kernels.elder,
      draft.age[head],
      u,
      drawFor(source, head, SynthesisDecision.linkChoice),
    );
    if (elder !== NONE) takeIn(draft, members, draft.household[elder], family);
  }
}

/** Elders alone or with a grandchild: no grown or minor child and no parent lives with them. */
function lacksChildren(draft: Draft, members: MemberLists, household: number): boolean {
  for (let m = members.start[household]; m < members.start[household + 1]; m++) {
    const role = draft.role[members.list[m]];
    if (role !== Role.head && role !== Role.spouse && role !== Role.grandchild) return false;
  }
  return true;
}

/** A family of head, spouse and children only, all of one register. */
function isPlain(draft: Draft, members: MemberLists, household: number): boolean {
  const head = draft.head[household];
  for (let m = members.start[household]; m < members.start[household + 1]; m++) {
    const i = members.list[m];
    const role = draft.role[i];
    if (role !== Role.head && role !== Role.spouse && role !== Role.child) return false;
    if (draft.registerArea[i] !== draft.registerArea[head] || draft.registerUrban[i] !== 0) return false;
  }
  return true;
}

function takeIn(draft: Draft, members: MemberLists, host: number, family: number): void {
  const head = draft.head[family];
  const elder = draft.head[host];
  const spouse = draft.spouse[elder];
  const isWoman = draft.sex[elder] === 1;
  linkParents(draft, head, isWoman ? elder : spouse, isWoman ? spouse : elder);
  const partner = partnerIn(draft, family);
  const [mother, father] = draft.sex[head] === 1 ? [head, partner] : [partner, head];
  linkGrandchildren(draft, members, host, mother, father);
  draft.townArea[host] = draft.townArea[family];
  draft.joined[family] = host;
  for (let m = members.start[family]; m < members.start[family + 1]; m++) {
    const i = members.list[m];
    draft.role[i] = draft.role[i] === Role.child ? Role.grandchild : Role.child;
    draft.household[i] = host;
  }
}

/** The spouse of a family's head who lives in it, or NONE. */
function partnerIn(draft: Draft, family: number): number {
  const spouse = draft.spouse[draft.head[family]];
  return spouse !== NONE && draft.household[spouse] === family ? spouse : NONE;
}
