import { type Localized, text } from '../language/language.ts';

/** How far a figure can be trusted; the same words as in the data tables. `assumption` is nobody's figure but ours. */
export type Mark = 'published' | 'derived' | 'recalled' | 'assumption';

export const markNames: Readonly<Record<Mark, Localized>> = {
  published: text('公布', 'published'),
  derived: text('推算', 'derived'),
  recalled: text('凭记忆、未复核', 'recalled, not re-read'),
  assumption: text('假设', 'assumption'),
};
