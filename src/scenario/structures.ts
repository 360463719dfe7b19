import type { Localized } from '../language/language.ts';
import type { ParameterName } from './parameters.ts';

/** What one answer to a contested question says of a parameter. */
interface StructuralValue {
  readonly value: number;
  readonly range: readonly [number, number];
}

/** One answer to a question on which the evidence disagrees. */
export interface StructuralVariant {
  readonly name: Localized;
  readonly sets: Readonly<Partial<Record<ParameterName, StructuralValue>>>;
}

/**
 * Contested effects, by question; the first variant of each is the default of the model and sets nothing. A scenario chooses
 * with `structure: {own-dwelling: raises}`, so that a result can be shown both ways. A parameter that the scenario itself sets
 * is left as it is.
 */
export const structures = {
  'own-dwelling': {
    lowers: {
      name: { zh: '自有住房降低落户意愿', en: 'owning a dwelling in town lowers the wish to settle' },
      sets: {},
    },
    raises: {
      name: { zh: '自有住房提高落户意愿', en: 'owning a dwelling in town raises the wish to settle' },
      sets: { 'settlement.owns': { value: 0.15, range: [0, 0.3] } },
    },
  },
  permit: {
    substitutes: {
      name: {
        zh: '居住证替代户口：权益差距缩小使落户意愿下降',
        en: 'the permit replaces the hukou: a smaller gap weakens the wish to settle',
      },
      sets: {},
    },
    complements: {
      name: {
        zh: '居住证是落户的台阶：权益差距缩小使落户意愿上升',
        en: 'the permit is a step towards the hukou: a smaller gap strengthens the wish',
      },
      sets: { 'settlement.serviceGain': { value: -0.2, range: [-0.4, 0] } },
    },
  },
  'peers-settled': {
    encourage: { name: { zh: '同村人落户带动落户', en: 'settled neighbours encourage settling' }, sets: {} },
    'no-effect': {
      name: { zh: '同村人落户没有影响', en: 'settled neighbours make no difference' },
      sets: { 'settlement.peers': { value: 0, range: [0, 0] } },
    },
  },
} as const satisfies Record<string, Record<string, StructuralVariant>>;

export type StructureQuestion = keyof typeof structures;
export const structureQuestions = Object.keys(structures) as StructureQuestion[];

/** Chosen variant by question; questions left out keep the default. */
export type Structure = Readonly<Partial<Record<StructureQuestion, string>>>;

/** What the chosen variants say of a parameter, with the variant's name; null when they are silent. */
export function structuralValue(
  structure: Structure,
  parameter: ParameterName,
): (StructuralValue & { origin: string }) | null {
  for (const question of structureQuestions) {
    const chosen = structure[question];
    if (chosen === undefined) continue;
    const variants: Readonly<Record<string, StructuralVariant>> = structures[question];
    const set = variants[chosen]?.sets[parameter];
    if (set) return { ...set, origin: `structure ${question}: ${chosen}` };
  }
  return null;
}
