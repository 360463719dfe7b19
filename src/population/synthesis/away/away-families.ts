import { NONE, Role, Sex } from '../../codes.ts';
import { addHousehold, addPerson, type Draft, linkParents, marry } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { sum } from '../plan/sum.ts';
import { bell, byAge, type Kernel } from '../resident/pool.ts';

/** Ages of the head of a family that left as a whole: young families with children. Judgement. */
const headAge = byAge([
  [18, 0],
  [22, 0.5],
  [28, 1],
  [42, 1],
  [55, 0.4],
  [68, 0],
]);
/** A wife's age above her husband's, and a child's below its parent's. */
const wifeGap = bell(-2, 2.6, -15, 8);
const childGap = bell(-26, 4.5, -45, -16);

/** Shares of wholly absent households that are one person, and one parent with a child; the others are couples. Judgement. */
const ONE_PERSON = 0.15;
const ONE_PARENT = 0.05;
const YOUNGEST_WIFE = 18;

/** Oldest child that leaves with its parents, and most children. */
const OLDEST_CHILD = 22;
const MOST_CHILDREN = 2;

type DrawDecision = (decision: number) => number;

/**
 * Makes households none of whose members stayed: couples with their children, some parents and persons alone; exactly
 * `persons` in all, registered in the given place.
 */
export function makeAwayFamilies(draft: Draft, persons: number, area: number, urban: number, source: DrawSource): void {
  const from = draft.persons;
  const end = from + persons;
  const u: DrawDecision = (decision) => drawFor(source, draft.persons, decision);
  while (draft.persons < end) {
    const household = addHousehold(draft);
    draft.homeArea[household] = area;
    draft.homeUrban[household] = urban;
    const type = u(SynthesisDecision.householdType);
    const childless = type < ONE_PERSON;
    const isCouple = type >= ONE_PERSON + ONE_PARENT && end - draft.persons > 1;
    const children = childless ? 0 : Math.floor(u(SynthesisDecision.familyChildren) * (MOST_CHILDREN + 1));
    const head = addHead(draft, household, isCouple, u);
    if (isCouple) addWife(draft, household, head, u);
    addChildren(draft, household, head, Math.min(children, end - draft.persons), u);
  }
  draft.registerArea.fill(area, from, end);
  draft.registerUrban.fill(urban, from, end);
}

/** The husband of a couple, or a person alone of either sex. */
function addHead(draft: Draft, household: number, isCouple: boolean, u: DrawDecision): number {
  const isWoman = !isCouple && u(SynthesisDecision.loneParent) < 0.5;
  const age = differenceBy(headAge, u(SynthesisDecision.familyAge));
  return addPerson(draft, household, isWoman ? Sex.female : Sex.male, age, Role.head);
}

function addWife(draft: Draft, household: number, head: number, u: DrawDecision): void {
  const age = draft.age[head] + differenceBy(wifeGap, u(SynthesisDecision.familyPartner));
  marry(draft, head, addPerson(draft, household, Sex.female, Math.max(YOUNGEST_WIFE, age), Role.spouse));
}

function addChildren(draft: Draft, household: number, head: number, children: number, u: DrawDecision): void {
  const spouse = draft.spouse[head];
  const [mother, father] = draft.sex[head] === Sex.female ? [head, spouse] : [spouse, head];
  const parentAge = draft.age[mother === NONE ? father : mother];
  for (let i = 0; i < children; i++) {
    const age = parentAge + differenceBy(childGap, u(SynthesisDecision.firstChild));
    if (age < 0 || age > OLDEST_CHILD) continue;
    const sex = u(SynthesisDecision.childSex) < 0.52 ? Sex.male : Sex.female;
    linkParents(draft, addPerson(draft, household, sex, age, Role.child), mother, father);
  }
}

/** A difference of age drawn from a kernel's weights. */
function differenceBy(kernel: Kernel, u: number): number {
  let left = u * sum(kernel.weight);
  for (let i = 0; i < kernel.weight.length; i++) {
    left -= kernel.weight[i];
    if (left < 0) return kernel.first + i;
  }
  return kernel.first + kernel.weight.length - 1;
}
