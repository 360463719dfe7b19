import { type Localized, text } from '../../language/language.ts';

/** Words for one part of a dimension: as it stands behind an indicator's name, and what it means. */
export interface PartWords {
  readonly label: Localized;
  /** What belongs to it, without a full stop. */
  readonly means: Localized;
}

/** One way to break indicators down: its parts in the order in which they are written, each with its words. */
export interface Dimension<Part extends string = string> {
  readonly parts: readonly Part[];
  readonly words: Readonly<Record<Part, PartWords>>;
}

export const part = (label: Localized, means: Localized): PartWords => ({ label, means });

/** A dimension of the parts given, none of which may lack its words. */
export const dimension = <Part extends string>(
  parts: readonly Part[],
  words: Readonly<Record<Part, PartWords>>,
): Dimension<Part> => ({ parts, words });

/** A dimension of a few parts in the order in which their words stand. */
export const partsOf = <Part extends string>(words: Readonly<Record<Part, PartWords>>): Dimension<Part> =>
  dimension(Object.keys(words) as Part[], words);

/** The dimension with the whole before its parts: '', which adds nothing to the name. */
export const orWhole = <Part extends string>({ parts, words }: Dimension<Part>): Dimension<Part | ''> => {
  const whole: PartWords = { label: text('', ''), means: text('', '') };
  return dimension<Part | ''>(['', ...parts], { ...words, '': whole } as Record<Part | '', PartWords>);
};
