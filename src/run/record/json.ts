import type { z } from 'zod';
import type { Localized } from '../../language/language.ts';
import { checkShape } from '../../scenario/schema-findings.ts';

/** What somebody wrote as JSON: its value in the shape asked for, or what is wrong with it and where. */
type Read<T> =
  | { readonly value: T; readonly wrong: null }
  | { readonly value: null; readonly wrong: readonly { readonly path: string; readonly text: Localized }[] };

/** A value held against a schema; its mistakes are told as those of any other file. */
export function inShape<T>(value: unknown, schema: z.ZodType<T>): Read<T> {
  const checked = checkShape({ value: value as Record<string, unknown>, place: () => ({}) }, schema);
  if (checked.value !== undefined) return { value: checked.value, wrong: null };
  return { value: null, wrong: checked.findings.map(({ path, text }) => ({ path: path.map(String).join('.'), text })) };
}

/** JSON text in a shape; null for anything else. */
export function jsonIn<T>(bytes: Uint8Array | string, schema: z.ZodType<T>): T | null {
  try {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
