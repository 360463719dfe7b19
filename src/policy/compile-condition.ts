import type { Applicant } from './applicant.ts';
import type {
  Condition,
  HavingRelative,
  JoiningKey,
  PointsCount,
  PointsFact,
  PointsItem,
  PointsTable,
} from './condition.ts';
import { conditionKeys, type LeafKey, type Test as LeafTest } from './condition-keys.ts';
import { factOf } from './facts.ts';
import { inverseOf } from './relative.ts';

type Test = (applicant: Applicant) => boolean;

/** The plain keys a condition gives. */
export const leafKeysOf = (condition: Condition): LeafKey[] =>
  (Object.keys(condition) as (keyof Condition)[]).filter(
    (key): key is LeafKey => Object.hasOwn(conditionKeys, key) && condition[key] !== undefined,
  );

/** The test of one plain key with what it is given. */
export const leafTest = (key: LeafKey, condition: Condition): LeafTest =>
  (conditionKeys[key].test as (given: unknown) => LeafTest)(condition[key]);

/** The conditions, all of which must hold, as one function; nothing is allocated when it is called. */
export function compileConditions(conditions: readonly Condition[]): Test {
  return all(conditions.flatMap(testsOf));
}

/** The tests of one condition, all of which must hold. */
function testsOf(condition: Condition): Test[] {
  const tests: Test[] = leafKeysOf(condition).map((key) => leafTest(key, condition));
  for (const key of joiningKeys) if (condition[key] !== undefined) tests.push(joiningTest(key, condition));
  return tests;
}

/** How each key that joins conditions is tested. */
const joining: { readonly [K in JoiningKey]: (given: NonNullable<Condition[K]>) => Test } = {
  anyOf: (conditions) => any(conditions.map((condition) => compileConditions([condition]))),
  allOf: compileConditions,
  not: (condition) => {
    const test = compileConditions([condition]);
    return (applicant) => !test(applicant);
  },
  joins: ({ as, livingTogether, sponsor }) =>
    relativeTest({ is: as.map((name) => inverseOf[name]), livingTogether, registeredHere: true, when: sponsor }),
  relative: relativeTest,
  points: pointsTest,
};
export const joiningKeys = Object.keys(joining) as JoiningKey[];

/** The test of one key that joins conditions. */
export const joiningTest = (key: JoiningKey, condition: Condition): Test =>
  (joining[key] as (given: unknown) => Test)(condition[key]);

function relativeTest({ is, livingTogether, registeredHere, when }: HavingRelative): Test {
  const meets = when === undefined ? null : compileConditions([when]);
  return (applicant) =>
    applicant.someRelative(
      is,
      (relative) =>
        (registeredHere !== true || relative.registeredHere) &&
        (livingTogether !== true || relative.livingTogether) &&
        (meets === null || meets(relative.person)),
    );
}

function pointsTest({ atLeast, items }: PointsTable): Test {
  const points = pointsOf(items);
  return (applicant) => points(applicant) >= atLeast;
}

/** The points somebody has by a table. */
export function pointsOf(items: readonly PointsItem[]): (applicant: Applicant) => number {
  const counts = items.map((item) => {
    if (!('highestOf' in item)) return pointsCount(item);
    const each = item.highestOf.map(pointsCount);
    return (applicant: Applicant): number => {
      let best = 0;
      for (const count of each) best = Math.max(best, count(applicant));
      return best;
    };
  });
  return (applicant) => {
    let sum = 0;
    for (const count of counts) sum += count(applicant);
    return sum;
  };
}

function pointsCount({ points, when, per, most }: PointsCount): (applicant: Applicant) => number {
  const meets = when === undefined ? null : compileConditions([when]);
  const units = pointsFactsOf(per).map((name) => factOf[name]);
  return (applicant) => {
    if (meets !== null && !meets(applicant)) return 0;
    let least = units.length === 0 ? 1 : Number.POSITIVE_INFINITY;
    for (const unit of units) least = Math.min(least, Math.floor(unit(applicant) || 0));
    return most === undefined ? points * least : Math.min(most, points * least);
  };
}

/** The facts an item counts by; none where it counts once. */
export const pointsFactsOf = (per: PointsCount['per']): readonly PointsFact[] =>
  per === undefined ? [] : typeof per === 'string' ? [per] : per;

/** The items of all tables of points that conditions must meet. */
export const pointsItemsOf = (conditions: readonly Condition[]): readonly PointsItem[] =>
  conditions.flatMap(({ points, allOf = [] }) => [...(points?.items ?? []), ...pointsItemsOf(allOf)]);

function all(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (applicant) => first(applicant) && second(applicant);
  return (applicant) => {
    for (const test of tests) if (!test(applicant)) return false;
    return true;
  };
}

function any(tests: readonly Test[]): Test {
  return (applicant) => {
    for (const test of tests) if (test(applicant)) return true;
    return false;
  };
}
