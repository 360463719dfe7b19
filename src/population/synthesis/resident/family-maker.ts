import { NONE } from '../../codes.ts';
import { addPerson, type Draft, marry } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { kernels } from './kernels.ts';
import { ageOf, Group, isMarried, type Pool, sexOf, take } from './pool.ts';

/** What the making of one side's families works with. */
export interface FamilyMaker {
  readonly draft: Draft;
  readonly pool: Pool;
  readonly source: DrawSource;
  /** Persons that the households not yet begun need at least. */
  reserved: number;
  /** Chance that the parents of a two-generation household are a couple. */
  readonly coupleShare: number;
  /** Chance of grandparents alone with a grandchild among two-generation households. */
  readonly skipShare: number;
  /** Mothers (or lone fathers) whose household may take in further children, `parentCount` of them. */
  readonly parents: Int32Array;
  parentCount: number;
}

export const marriedWomen = [Group.marriedWomen] as const;
export const marriedMen = [Group.marriedMen] as const;

/** A draw for the next person to be added; each decision once a household. */
export const drawNext = (maker: FamilyMaker, decision: number): number =>
  drawFor(maker.source, maker.draft.persons, decision);

/** Whether a person may join who is not needed, when `pending` more are needed in this household. */
const hasSpare = (maker: FamilyMaker, pending = 0): boolean => maker.pool.size > maker.reserved + pending;

/** Takes the spouse of a married person (cell), when there is one to spare; -1 otherwise. */
export function takeSpouse(maker: FamilyMaker, cell: number, decision: number, pending = 0): number {
  if (cell < 0 || !isMarried(cell) || !hasSpare(maker, pending)) return -1;
  const u = drawNext(maker, decision);
  if (sexOf(cell) === 1) return take(maker.pool, marriedMen, kernels.husband, ageOf(cell), u);
  return take(maker.pool, marriedWomen, kernels.wife, ageOf(cell), u);
}

/** Adds the person of a cell to a household; NONE for cell -1. */
export function addCell({ draft }: { draft: Draft }, household: number, cell: number, role: number): number {
  if (cell < 0) return NONE;
  const person = addPerson(draft, household, sexOf(cell), ageOf(cell), role);
  draft.married[person] = isMarried(cell) ? 1 : 0;
  return person;
}

/** A man and a woman of a household as person rows; NONE for one who is not there. */
export interface Couple {
  readonly man: number;
  readonly woman: number;
}

/** Adds a person and its spouse (-1: none), the man in the first of the two roles; a person alone takes it too. */
export function addCouple(
  maker: FamilyMaker,
  household: number,
  cell: number,
  spouseCell: number,
  role: number,
  spouseRole: number,
): Couple {
  if (spouseCell < 0) {
    const person = addCell(maker, household, cell, role);
    return sexOf(cell) === 1 ? { man: NONE, woman: person } : { man: person, woman: NONE };
  }
  const [manCell, womanCell] = sexOf(cell) === 1 ? [spouseCell, cell] : [cell, spouseCell];
  const man = addCell(maker, household, manCell, role);
  const woman = addCell(maker, household, womanCell, spouseRole);
  marry(maker.draft, man, woman);
  return { man, woman };
}

/** Notes that the household of these parents may take in further children. */
export function welcomeChildren(maker: FamilyMaker, parents: Couple): void {
  maker.parents[maker.parentCount++] = parents.woman === NONE ? parents.man : parents.woman;
}

/** Takes a married woman as mother of a child of the given age; -1 when none is of an age. */
export function takeMother(maker: FamilyMaker, childAge: number): number {
  return take(maker.pool, marriedWomen, kernels.mother, childAge, drawNext(maker, SynthesisDecision.firstParent));
}
