import { NONE, Role } from '../../codes.ts';
import { addHousehold, linkParents } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import {
  addCell,
  addCouple,
  type Couple,
  drawNext,
  type FamilyMaker,
  marriedMen,
  marriedWomen,
  takeMother,
  takeSpouse,
  welcomeChildren,
} from './family-maker.ts';
import { kernels } from './kernels.ts';
import { ageOf, everyone, Group, putBack, singles, take, takeRank } from './pool.ts';

/** Share of two-generation households that are a couple with an elder and no child. Judgement. */
const ELDER_WITH_COUPLE = 0.05;
/** Share of couples among one-generation households of two and more. Judgement. */
const COUPLE_ALONE = 0.94;
/** Share of children in three generations with one parent at home. Judgement. */
const ONE_PARENT = 0.1;
/** Share of lone parents whose spouse is away, not dead or divorced. Judgement. */
const SPOUSE_AWAY = 0.6;
/** Share of elders in three generations and more who are looked for among the unmarried first. Judgement. */
const WIDOWED = 0.45;
/** Youngest age of a lone parent who is not married. */
const LONE_PARENT_AGE = 28;

const everyMan = [Group.singleMen, Group.marriedMen] as const;
const singleWomen = [Group.singleWomen] as const;

/** Great-grandparent, grandparents, parents and child: the grandparents head the household. */
export function makeFourGenerations(maker: FamilyMaker): void {
  const child = take(maker.pool, singles, kernels.greatGrandchild, 0, drawNext(maker, SynthesisDecision.firstChild));
  const mother = child < 0 ? -1 : takeMother(maker, ageOf(child));
  const elder = mother < 0 ? -1 : takeElder(maker, ageOf(mother), SynthesisDecision.elder);
  const oldest = elder < 0 ? -1 : takeElder(maker, ageOf(elder), SynthesisDecision.greatElder);
  if (oldest < 0) {
    for (const cell of [child, mother, elder]) if (cell >= 0) putBack(maker.pool, cell);
    makeByRank(maker, [Role.parent, Role.head, Role.child, Role.grandchild]);
    return;
  }
  const father = takeSpouse(maker, mother, SynthesisDecision.secondParent);
  const elderSpouse = takeSpouse(maker, elder, SynthesisDecision.elderSpouse);
  const household = addHousehold(maker.draft);
  const elders = addCouple(maker, household, elder, elderSpouse, Role.head, Role.spouse);
  const great = addCouple(maker, household, oldest, -1, Role.parent, Role.parent);
  const middle = addCouple(maker, household, mother, father, Role.child, Role.child);
  linkParents(maker.draft, elders.man === NONE ? elders.woman : elders.man, great.woman, great.man);
  linkGrown(maker, middle, elders);
  linkParents(maker.draft, addCell(maker, household, child, Role.grandchild), middle.woman, middle.man);
}

/** Elders, parents and child: the parents head the household. */
export function makeThreeGenerations(maker: FamilyMaker): void {
  const child = take(maker.pool, singles, kernels.grandchild, 0, drawNext(maker, SynthesisDecision.firstChild));
  const mother = child < 0 ? -1 : takeMother(maker, ageOf(child));
  const both = drawNext(maker, SynthesisDecision.loneParent) >= ONE_PARENT;
  const father = both ? takeSpouse(maker, mother, SynthesisDecision.secondParent, 1) : -1;
  const anchor = father < 0 ? mother : father;
  const elder = anchor < 0 ? -1 : takeElder(maker, ageOf(anchor), SynthesisDecision.elder);
  if (elder < 0) {
    for (const cell of [child, mother, father]) if (cell >= 0) putBack(maker.pool, cell);
    makeByRank(maker, [Role.parent, Role.head, Role.child]);
    return;
  }
  const elderSpouse = takeSpouse(maker, elder, SynthesisDecision.elderSpouse);
  const household = addHousehold(maker.draft);
  const parents = addCouple(maker, household, mother, father, Role.head, Role.spouse);
  linkParents(maker.draft, addCell(maker, household, child, Role.child), parents.woman, parents.man);
  const elders = addCouple(maker, household, elder, elderSpouse, Role.parent, Role.parent);
  linkGrown(maker, parents, elders);
  welcomeChildren(maker, parents);
}

/** Parents and child, one parent and child, grandparents and grandchild, or a couple with an elder. */
export function makeTwoGenerations(maker: FamilyMaker): void {
  const type = drawNext(maker, SynthesisDecision.householdType);
  if (type < maker.skipShare) {
    if (makeSkipGeneration(maker) || makeNuclear(maker) || makeCoupleWithElder(maker)) return;
  } else if (type < maker.skipShare + ELDER_WITH_COUPLE) {
    if (makeCoupleWithElder(maker) || makeNuclear(maker) || makeSkipGeneration(maker)) return;
  } else if (makeNuclear(maker) || makeCoupleWithElder(maker) || makeSkipGeneration(maker)) return;
  makeByRank(maker, [Role.head, Role.child]);
}

/** A couple, or two others of like age. */
export function makeOneGeneration(maker: FamilyMaker): void {
  const wanted = drawNext(maker, SynthesisDecision.householdType) < COUPLE_ALONE;
  const u = drawNext(maker, SynthesisDecision.firstParent);
  let first = wanted ? take(maker.pool, marriedWomen, kernels.coupleAlone, 0, u) : -1;
  if (first >= 0) {
    const husband = take(
      maker.pool,
      marriedMen,
      kernels.husband,
      ageOf(first),
      drawNext(maker, SynthesisDecision.secondParent),
    );
    if (husband >= 0) {
      addCouple(maker, addHousehold(maker.draft), first, husband, Role.head, Role.spouse);
      return;
    }
  } else first = take(maker.pool, singles, kernels.adult, 0, u);
  if (first < 0) first = take(maker.pool, everyone, kernels.adult, 0, u);
  if (first < 0) first = takeRank(maker.pool, maker.pool.size - 1);
  let second = take(maker.pool, singles, kernels.peer, ageOf(first), drawNext(maker, SynthesisDecision.partner));
  if (second < 0) second = takeRank(maker.pool, maker.pool.size - 1);
  const household = addHousehold(maker.draft);
  addCell(maker, household, first, Role.head);
  addCell(maker, household, second, Role.other);
}

function makeNuclear(maker: FamilyMaker): boolean {
  const child = take(maker.pool, singles, kernels.child, 0, drawNext(maker, SynthesisDecision.firstChild));
  if (child < 0) return false;
  const couple = drawNext(maker, SynthesisDecision.loneParent) < maker.coupleShare;
  let parent = couple ? takeMother(maker, ageOf(child)) : takeLoneParent(maker, ageOf(child));
  if (parent < 0) parent = couple ? takeLoneParent(maker, ageOf(child)) : takeMother(maker, ageOf(child));
  if (parent < 0) {
    putBack(maker.pool, child);
    return false;
  }
  const spouse = couple ? takeSpouse(maker, parent, SynthesisDecision.secondParent) : -1;
  const household = addHousehold(maker.draft);
  const parents = addCouple(maker, household, parent, spouse, Role.head, Role.spouse);
  linkParents(maker.draft, addCell(maker, household, child, Role.child), parents.woman, parents.man);
  welcomeChildren(maker, parents);
  return true;
}

/** A married mother whose husband is away, a single mother, or a father alone. */
function takeLoneParent(maker: FamilyMaker, childAge: number): number {
  const u = drawNext(maker, SynthesisDecision.firstParent);
  const kind = drawNext(maker, SynthesisDecision.partner);
  if (kind < SPOUSE_AWAY) return take(maker.pool, marriedWomen, kernels.mother, childAge, u);
  const groups = kind < 0.8 ? singleWomen : everyMan;
  const kernel = kind < 0.8 ? kernels.mother : kernels.father;
  const parent = take(maker.pool, groups, kernel, childAge, u);
  if (parent >= 0 && ageOf(parent) >= LONE_PARENT_AGE) return parent;
  if (parent >= 0) putBack(maker.pool, parent);
  return take(maker.pool, marriedWomen, kernels.mother, childAge, u);
}

function makeSkipGeneration(maker: FamilyMaker): boolean {
  const child = take(maker.pool, singles, kernels.minor, 0, drawNext(maker, SynthesisDecision.firstChild));
  if (child < 0) return false;
  const elder = take(maker.pool, everyone, kernels.grandparent, ageOf(child), drawNext(maker, SynthesisDecision.elder));
  if (elder < 0) {
    putBack(maker.pool, child);
    return false;
  }
  const spouse = takeSpouse(maker, elder, SynthesisDecision.elderSpouse);
  const household = addHousehold(maker.draft);
  addCouple(maker, household, elder, spouse, Role.head, Role.spouse);
  addCell(maker, household, child, Role.grandchild);
  return true;
}

function makeCoupleWithElder(maker: FamilyMaker): boolean {
  const elder = take(maker.pool, everyone, kernels.elderAlone, 0, drawNext(maker, SynthesisDecision.elder));
  if (elder < 0) return false;
  const age = ageOf(elder);
  let grown = take(maker.pool, marriedMen, kernels.grownChild, age, drawNext(maker, SynthesisDecision.firstParent));
  if (grown < 0)
    grown = take(maker.pool, everyone, kernels.grownChild, age, drawNext(maker, SynthesisDecision.firstParent));
  if (grown < 0) {
    putBack(maker.pool, elder);
    return false;
  }
  const spouse = takeSpouse(maker, grown, SynthesisDecision.secondParent);
  const household = addHousehold(maker.draft);
  const couple = addCouple(maker, household, grown, spouse, Role.head, Role.spouse);
  linkGrown(maker, couple, addCouple(maker, household, elder, -1, Role.parent, Role.parent));
  return true;
}

/** An elder by the age of a grown child: often one left alone. */
function takeElder(maker: FamilyMaker, childAge: number, decision: number): number {
  const u = drawNext(maker, decision);
  const widowed = u < WIDOWED;
  const v = widowed ? u / WIDOWED : (u - WIDOWED) / (1 - WIDOWED);
  const alone = widowed ? take(maker.pool, singles, kernels.elder, childAge, v) : -1;
  return alone < 0 ? take(maker.pool, everyone, kernels.elder, childAge, v) : alone;
}

/** Elders are taken for the man's parents where there is a man, as is the custom. */
function linkGrown(maker: FamilyMaker, couple: Couple, elders: Couple): void {
  linkParents(maker.draft, couple.man === NONE ? couple.woman : couple.man, elders.woman, elders.man);
}

/** When nobody fits: the oldest, youngest and evenly ranked persons between take the given roles, oldest first. */
function makeByRank(maker: FamilyMaker, roles: readonly number[]): void {
  const household = addHousehold(maker.draft);
  for (let i = 0; i < roles.length; i++) {
    const rest = roles.length - 1 - i;
    const top = maker.pool.size - 1;
    const rank = i === 0 ? top : rest === 0 ? 0 : Math.floor((top * rest) / (rest + 1));
    addCell(maker, household, takeRank(maker.pool, rank), roles[i]);
  }
}

/** One household of one person, already chosen. */
export function makeOnePerson(maker: FamilyMaker, cell: number): void {
  addCell(maker, addHousehold(maker.draft), cell, Role.head);
}
