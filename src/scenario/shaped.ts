import { z } from 'zod';
import type { Format } from './messages.ts';

/** What a part of a schema is called to the user: the error of the schema is a name of messages.ts, which has the words. */
export const formatName = (format: Format): { readonly error: Format } => ({ error: format });

/** Text of a named shape. */
export const shaped = (format: Format, pattern: RegExp): z.ZodString =>
  z.string(formatName(format)).regex(pattern, formatName(format));
