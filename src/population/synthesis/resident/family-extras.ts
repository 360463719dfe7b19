import { NONE, Role } from '../../codes.ts';
import { linkParents } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type AgeIndex, drawByAge, indexByAge } from './age-index.ts';
import { addCell, addCouple, drawNext, type FamilyMaker, marriedMen } from './family-maker.ts';
import { kernels } from './kernels.ts';
import { ageOf, everyone, Group, type Pool, take } from './pool.ts';

/** Further children a household takes in at most. */
const MORE_CHILDREN = 3;

/** Up to this age a single person who is left joins parents, when some are of an age. */
const GROWN_CHILD_AGE = 45;

/**
 * Places everyone still in the pool into households that exist: children and unmarried adults with parents of a plausible
 * age, couples with the parents of one of them, the rest as others in any household of several persons.
 * None of this changes how many generations a household has.
 *
 * @param firstOpen, endOpen range of draft households of two and more persons
 */
export function placeTheRest(maker: FamilyMaker, firstOpen: number, endOpen: number): void {
  const { pool, draft } = maker;
  const sizeOf = (person: number): number => draft.size[draft.household[person]];
  const parents = indexByAge(maker.parents.subarray(0, maker.parentCount), draft.age, MORE_CHILDREN, sizeOf);
  const anyHousehold = (): number => {
    const v = drawNext(maker, SynthesisDecision.extraHousehold);
    return firstOpen + Math.floor(v * (endOpen - firstOpen));
  };
  for (let age = 0; age <= GROWN_CHILD_AGE; age++) {
    for (const group of [Group.singleMen, Group.singleWomen]) {
      while (pool.counts[group + age] > 0) {
        const parent = drawHost(maker, parents, age);
        leave(pool, group + age);
        if (parent === NONE) addCell(maker, anyHousehold(), group + age, Role.other);
        else placeChild(maker, parent, group + age);
      }
    }
  }
  placeCouples(maker, parents, anyHousehold);
  for (const group of everyone) {
    for (let age = 0; age <= 100; age++) {
      while (pool.counts[group + age] > 0) {
        leave(pool, group + age);
        addCell(maker, anyHousehold(), group + age, Role.other);
      }
    }
  }
}

function drawHost(maker: FamilyMaker, parents: AgeIndex, age: number): number {
  const u = drawNext(maker, SynthesisDecision.extraHousehold);
  return drawByAge(parents, kernels.mother, age, u, drawNext(maker, SynthesisDecision.extraChoice));
}

function placeChild(maker: FamilyMaker, parent: number, cell: number): void {
  const { draft } = maker;
  const child = addCell(maker, draft.household[parent], cell, Role.child);
  const isMother = draft.sex[parent] === 1;
  const other = draft.spouse[parent];
  linkParents(draft, child, isMother ? parent : other, isMother ? other : parent);
}

function placeCouples(maker: FamilyMaker, parents: AgeIndex, anyHousehold: () => number): void {
  const { pool, draft } = maker;
  for (let age = 0; age <= 100; age++) {
    const wife = Group.marriedWomen + age;
    while (pool.counts[wife] > 0) {
      const husband = take(pool, marriedMen, kernels.husband, age, drawNext(maker, SynthesisDecision.partner));
      if (husband < 0) break;
      leave(pool, wife);
      const host = drawHost(maker, parents, ageOf(husband));
      const household = host === NONE ? anyHousehold() : draft.household[host];
      const role = host === NONE ? Role.other : Role.child;
      const couple = addCouple(maker, household, husband, wife, role, role);
      if (host === NONE) continue;
      const isMother = draft.sex[host] === 1;
      linkParents(draft, couple.man, isMother ? host : draft.spouse[host], isMother ? draft.spouse[host] : host);
    }
  }
}

function leave(pool: Pool, cell: number): void {
  pool.counts[cell]--;
  pool.size--;
}
