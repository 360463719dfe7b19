import type { Localized } from '../../language/language.ts';
import type { Service } from './cost.ts';

/** Stages of a life by the services they use; ages in full years, both ends inside, null to the end of life. */
export const lifeStages = [
  { id: 'infant', from: 0, to: 2 },
  { id: 'preschool', from: 3, to: 5 },
  { id: 'primary', from: 6, to: 11 },
  { id: 'junior', from: 12, to: 14 },
  { id: 'senior', from: 15, to: 17 },
  { id: 'working', from: 18, to: 59 },
  { id: 'elderly', from: 60, to: null },
] as const;
export type LifeStage = (typeof lifeStages)[number]['id'];

/** Ages at settling that are told one by one. */
export const settlingAges = [0, 3, 5, 8, 10, 20, 30, 35, 45, 55, 62, 70] as const;
type SettlingAge = (typeof settlingAges)[number];

/** Families whose members settle together, by the ages of the members. Examples, none of them counted. */
export const families = [
  { id: 'single', name: { zh: '单身青年（20岁）', en: 'A single young worker (20)' }, ages: [20] },
  { id: 'couple', name: { zh: '夫妻（30、30岁）', en: 'A couple (30, 30)' }, ages: [30, 30] },
  {
    id: 'one_child',
    name: { zh: '夫妻与一孩（35、35、8岁）', en: 'A couple and a child (35, 35, 8)' },
    ages: [35, 35, 8],
  },
  {
    id: 'two_children',
    name: { zh: '夫妻与两孩（35、35、10、5岁）', en: 'A couple and two children (35, 35, 10, 5)' },
    ages: [35, 35, 10, 5],
  },
  {
    id: 'three_generations',
    name: { zh: '三代（35、35、8、62岁）', en: 'Three generations (35, 35, 8, 62)' },
    ages: [35, 35, 8, 62],
  },
  { id: 'elder', name: { zh: '投靠子女的老人（62岁）', en: 'A parent who joins a child (62)' }, ages: [62] },
] as const satisfies readonly { id: string; name: Localized; ages: readonly SettlingAge[] }[];
type Family = (typeof families)[number]['id'];
/** The family whose cost a head stands beside published lifetimes. */
export const REFERENCE_FAMILY: Family = 'one_child';

/** A year's running cost of one person at a stage of life to all public payers, yuan at the prices of the year told. */
interface LifetimeYearlyRow {
  readonly stage: LifeStage;
  readonly service: Service;
  readonly settled: number;
  readonly asPermit: number;
}

/**
 * What a person or a family costs public payers from settling to the end of life, at present value:
 * sum over ages x from the age of settling to `lifetime.to_age` - 1 of the yearly cost of the stage of x times
 * ((1 + lifetime.growth) / (1 + lifetime.discount))^(x - age).
 */
export interface Lifetime {
  /** Year whose unit costs and rates are taken. */
  readonly year: number;
  readonly yearly: readonly LifetimeYearlyRow[];
  readonly ages: readonly {
    readonly age: SettlingAge;
    readonly settled: number;
    readonly asPermit: number;
    /** What settling itself adds. */
    readonly added: number;
  }[];
  readonly families: readonly {
    readonly id: Family;
    readonly settled: number;
    readonly added: number;
    /** A seat of its own for every child up to 17, were all built new: once, not in `settled`. */
    readonly seats: number;
  }[];
  /** Of the reference family a head, by service, as settled. */
  readonly reference: Readonly<Record<string, number>>;
}
