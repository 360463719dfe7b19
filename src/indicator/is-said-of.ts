import type { Entry } from './indicators.ts';

/** Whether the code of an indicator, its name in either language or its definition holds a word, in small or capital letters. */
export const isSaidOf = (
  { name, label, definition }: Pick<Entry, 'name' | 'label' | 'definition'>,
  word: string,
): boolean =>
  [name, label.zh, label.en, definition.zh, definition.en].some((text) =>
    text.toLowerCase().includes(word.toLowerCase()),
  );
