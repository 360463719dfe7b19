import { NONE, Role, Sex } from '../codes.ts';
import { SynthesisDecision } from './decision.ts';
import { addHousehold, addPerson, type Draft, linkParents, marry } from './draft.ts';
import { type DrawSource, drawFor } from './draw-source.ts';
import { bell, byAge, type Kernel } from './pool.ts';

/** Ages of the head of a family that left as a whole: young families with children. Judgement. */
const headAge = byAge([
  [18, 0],
  [22, 0.5],
  [28, 1],
  [42, 1],
  [55, 0.4],
  [68, 0],
]);
const wifeGap = bell(-2, 2.6, -15, 8);
const motherGap = bell(26, 4.5, 16, 45);

/** Shares of wholly absent households that are one person, one parent, a couple. Judgement. */
const ONE_PERSON = 0.15;
const ONE_PARENT = 0.2;

/** Oldest child that leaves with its parents. */
const OLDEST_CHILD = 22;

/**
 * Makes households none of whose members stayed: couples and parents with children, some alone, exactly `persons` in all,
 * registered in the given place.
 */
export function makeAwayFamilies(draft: Draft, persons: number, area: number, urban: number, source: DrawSource): void {
  const end = draft.persons + persons;
  const u = (decision: number): number => drawFor(source, draft.persons, decision);
  const from = draft.persons;
  while (draft.persons < end) {
    const household = addHousehold(draft);
    draft.homeArea[household] = area;
    draft.homeUrban[household] = urban;
    const type = u(SynthesisDecision.householdType);
    const children = u(SynthesisDecision.familyChildren) * 3 + (type < ONE_PARENT ? 1 : 0);
    const age = ageBy(headAge, 0, u(SynthesisDecision.familyAge));
    const alone = type < ONE_PARENT || end - draft.persons === 1;
    const wifeAge = Math.max(18, age + ageBy(wifeGap, 0, u(SynthesisDecision.familyPartner)));
    const lone = type < ONE_PERSON + (ONE_PARENT - ONE_PERSON) / 2 ? Sex.male : Sex.female;
    const head = addPerson(draft, household, alone ? lone : Sex.male, age, Role.head);
    let mother = alone && lone === Sex.female ? head : NONE;
    if (!alone) {
      mother = addPerson(draft, household, Sex.female, wifeAge, Role.spouse);
      marry(draft, head, mother);
    }
    if (type < ONE_PERSON) continue;
    const father = mother === head ? NONE : head;
    addChildren(draft, household, mother, father, Math.min(Math.floor(children), end - draft.persons), u);
  }
  draft.registerArea.fill(area, from, end);
  draft.registerUrban.fill(urban, from, end);
}

function addChildren(
  draft: Draft,
  household: number,
  mother: number,
  father: number,
  children: number,
  u: (decision: number) => number,
): void {
  const parentAge = draft.age[mother === NONE ? father : mother];
  for (let i = 0; i < children; i++) {
    const age = parentAge - ageBy(motherGap, 0, u(SynthesisDecision.firstChild));
    if (age < 0 || age > OLDEST_CHILD) continue;
    const sex = u(SynthesisDecision.childSex) < 0.52 ? Sex.male : Sex.female;
    linkParents(draft, addPerson(draft, household, sex, age, Role.child), mother, father);
  }
}

/** An age (or difference of age) drawn from a kernel's weights. */
function ageBy(kernel: Kernel, at: number, u: number): number {
  const total = kernel.weight.reduce((sum, weight) => sum + weight, 0);
  let left = u * total;
  for (let i = 0; i < kernel.weight.length; i++) {
    left -= kernel.weight[i];
    if (left < 0) return at + kernel.first + i;
  }
  return at + kernel.first + kernel.weight.length - 1;
}
