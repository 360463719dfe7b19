import { HouseholdKind, NONE, Sex } from '../../codes.ts';
import { type Draft, marry } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { type AgeIndex, drawByAge, indexByAge } from './age-index.ts';
import { kernels } from './kernels.ts';

/** Share of wives heading a village household without their husband who are kept for husbands outside the city. Judgement. */
const HUSBAND_OUTSIDE = 0.5;

/** Kinds of place; spouses found for each other here live in different ones. */
const Place = { village: 0, town: 1, collective: 2 } as const;

/** Pairs of places of husband and wife, the commonest first: men leave, women stay. */
const PAIRS = [
  [Place.town, Place.village],
  [Place.collective, Place.village],
  [Place.collective, Place.town],
  [Place.village, Place.town],
  [Place.town, Place.collective],
  [Place.village, Place.collective],
] as const;

/**
 * Links married residents whose spouse is not in their household to each other, when both are registered in the area and
 * live in different kinds of place: he in a dormitory or in town, she in the village. Each stays in the own household.
 */
export function linkPartedCouples(draft: Draft, area: number, source: DrawSource): void {
  const men: number[][] = [[], [], []];
  const women: number[][] = [[], [], []];
  for (let i = 0; i < draft.persons; i++) {
    if (draft.married[i] === 0 || draft.spouse[i] !== NONE || draft.registerArea[i] !== area) continue;
    const place = placeOf(draft, i);
    if (draft.sex[i] === Sex.male) men[place].push(i);
    else if (place !== Place.village || !isKept(draft, i, source)) women[place].push(i);
  }
  const wives = women.map((persons) => indexByAge(persons, draft.age, 1));
  for (const [his, hers] of PAIRS) {
    for (const man of men[his]) if (draft.spouse[man] === NONE) findWife(draft, man, wives[hers], source);
  }
}

function findWife(draft: Draft, man: number, wives: AgeIndex, source: DrawSource): void {
  const u = drawFor(source, man, SynthesisDecision.partedAge);
  const v = drawFor(source, man, SynthesisDecision.partedChoice);
  const wife = drawByAge(wives, kernels.wife, draft.age[man], u, v);
  if (wife !== NONE) marry(draft, man, wife);
}

function placeOf(draft: Draft, i: number): number {
  if (draft.kind[draft.household[i]] === HouseholdKind.collective) return Place.collective;
  return draft.residenceUrban[i] === 1 ? Place.town : Place.village;
}

const isKept = (draft: Draft, i: number, source: DrawSource): boolean =>
  draft.head[draft.household[i]] === i && drawFor(source, i, SynthesisDecision.partedKeep) < HUSBAND_OUTSIDE;
