import type { Leaf } from './condition-keys.ts';
import type { RelativeName } from './relative.ts';

/**
 * A condition of a rule: every key given must hold. The plain keys are those of condition-keys.ts; the others join conditions and
 * ask for relatives.
 */
export interface Condition extends Leaf {
  /** At least one holds. */
  readonly anyOf?: readonly Condition[] | undefined;
  /** All hold: for parts that name the same key. */
  readonly allOf?: readonly Condition[] | undefined;
  /** Does not hold (除外). */
  readonly not?: Condition | undefined;
  /** A townsperson registered here lets somebody join who is `as` to them (投靠). */
  readonly joins?: Joining | undefined;
  /** Has such a relative. */
  readonly relative?: HavingRelative | undefined;
  /** Points (积分) add up to the threshold. */
  readonly points?: PointsTable | undefined;
}

interface Joining {
  /** What the joiner is to the townsperson, in the words of the document. */
  readonly as: readonly RelativeName[];
  readonly livingTogether?: true | undefined;
  /** What the townsperson must be besides. */
  readonly sponsor?: Condition | undefined;
}

export interface HavingRelative {
  /** What the relative is to the person. */
  readonly is: readonly RelativeName[];
  readonly livingTogether?: true | undefined;
  readonly registeredHere?: true | undefined;
  readonly when?: Condition | undefined;
}

export interface PointsTable {
  readonly atLeast: number;
  readonly items: readonly PointsItem[];
}

export type PointsItem = PointsCount | HighestOf;

/** `points` once where `when` holds, or for every unit of `per` (of several facts, the least), at most `most`. */
export interface PointsCount {
  readonly points: number;
  readonly when?: Condition | undefined;
  readonly per?: PointsFact | readonly PointsFact[] | undefined;
  readonly most?: number | undefined;
}

/** The best of these alone counts (不累计，只计最高分). */
interface HighestOf {
  readonly highestOf: readonly PointsCount[];
}

/** What points are counted by. */
export const pointsFacts = ['insuredYears', 'yearsInTown', 'permitYears', 'floorArea'] as const;
export type PointsFact = (typeof pointsFacts)[number];

export type JoiningKey = Exclude<keyof Condition, keyof Leaf>;
