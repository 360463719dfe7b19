import { HouseholdKind, NONE, Role } from '../../codes.ts';
import { type Draft, linkParents, marry } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { drawByAge, indexByAge } from '../resident/age-index.ts';
import { addCell } from '../resident/family-maker.ts';
import { kernels } from '../resident/kernels.ts';
import { linkGrandchildren } from '../resident/link-grandchildren.ts';
import type { MemberLists } from '../resident/members-of.ts';
import { ageOf, everyone, Group, type Pool, putBack, take } from '../resident/pool.ts';

/** Share of married men away alone whose wife with children is looked for first. Judgement. */
const HUSBAND_ALONE = 0.4;
/** Share of married women away who are with their husband and have left elders at home. Judgement. */
const COUPLES_TOGETHER = 0.75;
/** Grown children one home can have away at most. */
const MOST_GROWN_CHILDREN = 2;

/** Households a person away may belong to, by what is missing at home. */
interface Hosts {
  readonly households: Int32Array;
  /** Married women heading a household whose husband is not there. */
  readonly wives: number[];
  /** Heads of households without children at home: elders, some with a grandchild. */
  readonly elders: number[];
  /** Heads or their wives. */
  readonly parents: number[];
}

/** The households of one home side with the register of that place. Joined families are seen through their elders. */
export function findHosts(draft: Draft, members: MemberLists, area: number, urban: 0 | 1): Hosts {
  const households: number[] = [];
  const wives: number[] = [];
  const elders: number[] = [];
  const parents: number[] = [];
  for (let h = 0; h < draft.households; h++) {
    if (draft.homeArea[h] !== area || draft.homeUrban[h] !== urban || draft.joined[h] !== NONE) continue;
    const head = draft.head[h];
    if (draft.kind[h] !== HouseholdKind.family) continue;
    if (draft.registerArea[head] !== area || draft.registerUrban[head] !== urban) continue;
    households.push(h);
    const spouse = draft.spouse[head];
    let hasChild = false;
    for (let m = members.start[h]; m < members.start[h + 1]; m++) {
      if (draft.role[members.list[m]] === Role.child) hasChild = true;
    }
    if (spouse === NONE && draft.sex[head] === 1 && draft.married[head] === 1) wives.push(head);
    else if (!hasChild) elders.push(head);
    const wifeAtHome = spouse !== NONE && draft.sex[spouse] === 1 && draft.household[spouse] === h;
    parents.push(wifeAtHome ? spouse : head);
  }
  return { households: Int32Array.from(households), wives, elders, parents };
}

/**
 * Attaches everyone in the pool to a household at home: husbands to wives left with children, couples to elders, the
 * others as grown children, and those for whom no parent is of an age as others.
 */
export function attachAway(draft: Draft, members: MemberLists, pool: Pool, hosts: Hosts, source: DrawSource): void {
  const u = (decision: number): number => drawFor(source, draft.persons, decision);
  attachHusbands(draft, members, pool, hosts, u);
  attachCouples(draft, members, pool, hosts, u);
  const index = indexByAge(hosts.parents, draft.age, MOST_GROWN_CHILDREN);
  for (const group of everyone) {
    for (let age = 0; age <= 100; age++) {
      while (pool.counts[group + age] > 0) {
        const parent = drawByAge(
          index,
          kernels.mother,
          age,
          u(SynthesisDecision.awayHousehold),
          u(SynthesisDecision.awayChoice),
        );
        pool.counts[group + age]--;
        pool.size--;
        if (parent !== NONE) addChild(draft, parent, group + age);
        else {
          const any = Math.floor(u(SynthesisDecision.awayHousehold) * hosts.households.length);
          addAway(draft, hosts.households[any], group + age, Role.other);
        }
      }
    }
  }
}

type DrawDecision = (decision: number) => number;

function attachHusbands(draft: Draft, members: MemberLists, pool: Pool, { wives }: Hosts, u: DrawDecision): void {
  const most = Math.min(wives.length, Math.floor(HUSBAND_ALONE * sumOf(pool, Group.marriedMen)));
  for (let i = 0; i < most; i++) {
    const wife = wives[Math.floor((i * wives.length) / most)];
    const cell = take(pool, [Group.marriedMen], kernels.husband, draft.age[wife], u(SynthesisDecision.awayPartner));
    if (cell < 0) continue;
    const husband = addAway(draft, draft.household[wife], cell, Role.spouse);
    marry(draft, wife, husband);
    giveFather(draft, members, wife, husband);
  }
}

/** The children a wife has at home are those of the husband who is away. */
function giveFather(draft: Draft, members: MemberLists, wife: number, husband: number): void {
  const household = draft.household[wife];
  for (let m = members.start[household]; m < members.start[household + 1]; m++) {
    const child = members.list[m];
    if (draft.mother[child] === wife && draft.father[child] === NONE) linkParents(draft, child, wife, husband);
  }
}

function attachCouples(draft: Draft, members: MemberLists, pool: Pool, { elders }: Hosts, u: DrawDecision): void {
  let couples = Math.floor(COUPLES_TOGETHER * sumOf(pool, Group.marriedWomen));
  const order = [...elders].sort((a, b) => rankOf(draft, members, b) - rankOf(draft, members, a) || a - b);
  for (const elder of order) {
    if (couples === 0) return;
    const grandchild = roleIn(draft, members, draft.household[elder], Role.grandchild);
    const age = draft.age[elder];
    const draw = u(SynthesisDecision.awayAge);
    const wife =
      grandchild === NONE
        ? take(pool, [Group.marriedWomen], kernels.grownChild, age, draw)
        : take(pool, [Group.marriedWomen], kernels.mother, draft.age[grandchild], draw);
    if (wife < 0) continue;
    const husband = take(pool, [Group.marriedMen], kernels.husband, ageOf(wife), u(SynthesisDecision.awayPartner));
    if (husband < 0) {
      putBack(pool, wife);
      continue;
    }
    const man = addChild(draft, elder, husband);
    const woman = addAway(draft, draft.household[elder], wife, Role.child);
    marry(draft, man, woman);
    linkGrandchildren(draft, members, draft.household[elder], woman, man);
    couples--;
  }
}

/** Households with a grandchild first, then elders of 50 and over, then the others. */
function rankOf(draft: Draft, members: MemberLists, elder: number): number {
  if (roleIn(draft, members, draft.household[elder], Role.grandchild) !== NONE) return 2;
  return draft.age[elder] >= 50 ? 1 : 0;
}

function roleIn(draft: Draft, members: MemberLists, household: number, role: number): number {
  for (let m = members.start[household]; m < members.start[household + 1]; m++) {
    if (draft.role[members.list[m]] === role) return members.list[m];
  }
  return NONE;
}

/** Adds a grown child of a head or a head's wife. */
function addChild(draft: Draft, parent: number, cell: number): number {
  const child = addAway(draft, draft.household[parent], cell, Role.child);
  const other = draft.spouse[parent];
  const isWoman = draft.sex[parent] === 1;
  linkParents(draft, child, isWoman ? parent : other, isWoman ? other : parent);
  return child;
}

/** Adds a person who is away, with the register of the household's head. */
function addAway(draft: Draft, household: number, cell: number, role: number): number {
  const head = draft.head[household];
  const person = addCell({ draft }, household, cell, role);
  draft.registerArea[person] = draft.registerArea[head];
  draft.registerUrban[person] = draft.registerUrban[head];
  return person;
}

function sumOf(pool: Pool, group: number): number {
  let sum = 0;
  for (let age = 0; age <= 100; age++) sum += pool.counts[group + age];
  return sum;
}
