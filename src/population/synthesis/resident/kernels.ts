import { bell, byAge, mirror } from './pool.ts';

/**
 * Age differences inside families. Bell curves around what the fertility and marriage tables of 2000-2020 show: mothers
 * bear at 20-32 for the most part, husbands are about two years older.
 */
export const kernels = {
  /** Mother's age above her child's. */
  mother: bell(26, 4.5, 16, 45),
  /** Father's age above his child's, where there is no mother to go by. */
  father: bell(28, 5, 17, 50),
  /** Elder's age above a grown child's, either sex. */
  elder: bell(26.5, 4.8, 16, 48),
  /** A grown child's age from an elder parent's. */
  grownChild: mirror(bell(26.5, 4.8, 16, 48)),
  /** Grandparent's age above a grandchild's. */
  grandparent: bell(53, 7, 38, 75),
  husband: bell(2, 2.6, -8, 15),
  wife: mirror(bell(2, 2.6, -8, 15)),
  /** Persons of one generation without a couple: brothers and sisters, friends. */
  peer: bell(0, 6, -15, 15),
  /** First child of a two-generation household: mostly minors, fewer grown unmarried children. */
  child: byAge([
    [0, 1],
    [18, 1],
    [24, 0.8],
    [30, 0.45],
    [40, 0.25],
    [60, 0.05],
    [75, 0],
  ]),
  /** Youngest generation of three and of four. */
  grandchild: byAge([
    [0, 1],
    [12, 0.9],
    [20, 0.5],
    [28, 0.1],
    [32, 0],
  ]),
  greatGrandchild: byAge([
    [0, 1],
    [10, 0.6],
    [18, 0],
  ]),
  minor: byAge([
    [0, 1],
    [17, 1],
    [18, 0],
  ]),
  /** Wife of a couple living alone: young ones before the first child and those whose children have left. */
  coupleAlone: byAge([
    [18, 0.3],
    [22, 0.9],
    [28, 0.6],
    [34, 0.22],
    [42, 0.3],
    [50, 1],
    [65, 1.5],
    [100, 1.5],
  ]),
  adult: byAge([
    [15, 0],
    [18, 1],
    [60, 0.8],
    [100, 0.5],
  ]),
  elderAlone: byAge([
    [54, 0],
    [60, 0.3],
    [70, 1],
    [100, 1.5],
  ]),
} as const;

/** Weights of living alone by age, for single and for married persons (spouse away). Judgement on census shapes. */
export const livingAlone = {
  single: byAge([
    [16, 0],
    [20, 0.5],
    [28, 1],
    [45, 1],
    [60, 1.3],
    [75, 1.6],
    [100, 1.2],
  ]),
  married: byAge([
    [18, 0],
    [24, 0.12],
    [40, 0.1],
    [60, 0.12],
    [80, 0.2],
    [100, 0.2],
  ]),
} as const;

/** Weights of living in a collective household by age, men and women: pupils and students, workers, few elderly. */
export const livingCollectively = [
  byAge([
    [0, 0.02],
    [6, 0.1],
    [12, 1],
    [15, 3.5],
    [18, 4],
    [23, 2.4],
    [30, 1.3],
    [50, 0.9],
    [60, 0.4],
    [100, 0.5],
  ]),
  byAge([
    [0, 0.02],
    [6, 0.1],
    [12, 1],
    [15, 3.5],
    [18, 3.6],
    [23, 1.4],
    [30, 0.45],
    [50, 0.3],
    [60, 0.2],
    [100, 0.5],
  ]),
] as const;
