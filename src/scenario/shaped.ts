import { z } from 'zod';
import type { Localized } from '../language/language.ts';
import type { Format } from './messages.ts';

/** What a part of a schema is called to the user: the error of the schema is a name of messages.ts, which has the words. */
export const formatName = (format: Format): { readonly error: Format } => ({ error: format });

/** Text of a named shape. */
export const shaped = (format: Format, pattern: RegExp): z.ZodString =>
  z.string(formatName(format)).regex(pattern, formatName(format));

/** A text for readers of both languages: written in one for both, or in each. */
export const writtenText = (longest: number) => {
  const words = z.string().min(1).max(longest);
  return z.union(
    [words, z.strictObject({ zh: words.describe('Chinese / 中文'), en: words.describe('English / 英文') })],
    formatName('reason'),
  );
};

/** What was written in one language stands for both. */
export const inBoth = (written: string | Localized): Localized =>
  typeof written === 'string' ? { zh: written, en: written } : written;
