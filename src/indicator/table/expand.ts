import { inEach, type Localized, marks, text } from '../../language/language.ts';
import type { Year } from '../year.ts';
import type { Dimension, PartWords } from './dimension.ts';
import { dimensions } from './dimensions.ts';
import type { IndicatorKind, IndicatorUnit, Row } from './row.ts';

/** What is known of an indicator, whoever asks. */
export interface Entry {
  readonly name: string;
  readonly label: Localized;
  readonly definition: Localized;
  readonly unit: IndicatorUnit;
  readonly kind: IndicatorKind;
  /** Given out from a stock that runs out: what a sample does not carry. */
  readonly scarce: boolean;
  /** Parts of the name that stand for a part of a dimension, with what they mean. */
  readonly parts: readonly NamedPart[];
}

interface NamedPart extends PartWords {
  readonly name: string;
}

/** An indicator measured in every replicate. */
export interface Indicator extends Entry {
  /** Label of the row it comes from: its own without the parts. */
  readonly family: Localized;
  /** How the fiscal office reads it; absent where it does not. */
  readonly fiscal: Row<string>['fiscal'];
  /** Whether it is also told added up since the base year. */
  readonly summed: boolean;
  /** How it is made for several places together: their sum, their mean weighted by another indicator, or not at all. */
  readonly joined: 'sum' | { readonly weight: string } | null;
  readonly take: (year: Year) => number;
}

/** The indicators a row stands for: every combination of the parts of its dimensions, the last dimension running fastest. */
export function expand(pattern: string, row: Row<string>): Indicator[] {
  const [stem, ...named] = pattern.split(/\.?<([^>]*)>/).filter((piece) => piece !== '') as [string, ...string[]];
  const over = named.map((name) => (dimensions as Readonly<Record<string, Dimension>>)[name]);
  const of = row.of as (year: Year, ...parts: string[]) => number;
  const { label, definition, unit, kind, fiscal, yearByYear = false, scarce = false, weight } = row;
  const joined = kind !== 'rate' ? 'sum' : weight === undefined ? null : { weight };
  return combinations(over.map(({ parts }) => parts)).map((combination) => {
    const parts = combination.map((name, d) => ({ name, ...over[d].words[name] })).filter(({ name }) => name !== '');
    return {
      name: [stem, ...parts.map(({ name }) => name)].join('.'),
      label: labelled(label, parts),
      definition,
      unit,
      kind,
      scarce,
      parts,
      family: label,
      fiscal,
      summed: kind === 'flow' && !yearByYear,
      joined,
      take: (year) => of(year, ...combination),
    };
  });
}

const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((found, list) => found.flatMap((first) => list.map((part) => [...first, part])), [[]]);

/** A label with the parts in brackets behind it. */
export function labelled(label: Localized, parts: readonly PartWords[]): Localized {
  if (parts.length === 0) return label;
  const named = inEach((lang) => parts.map((part) => part.label[lang]).join(marks.comma[lang]));
  return text(`${label.zh}（${named.zh}）`, `${label.en} (${named.en})`);
}
