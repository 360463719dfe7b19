/**
 * JSON of values that hold typed arrays, every number to its last bit: JavaScript writes the shortest text that reads back as
 * the same double. NaN, which JSON lacks, is written as null; minus zero becomes zero.
 */
const arrays = { f64: Float64Array, i32: Int32Array } as const;
type Kind = keyof typeof arrays;

export const toTypedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => {
    const kind = (Object.keys(arrays) as Kind[]).find((name) => item instanceof arrays[name]);
    return kind === undefined ? item : { [`$${kind}`]: [...(item as Float64Array)] };
  });

/** The value `toTypedJson` wrote. Trusts the text: it comes from where the page comes from. */
export function fromTypedJson<T>(text: string): T {
  return JSON.parse(text, (_key, item: unknown) => {
    if (item === null || typeof item !== 'object') return item;
    for (const kind of Object.keys(arrays) as Kind[]) {
      const numbers = (item as Record<string, unknown>)[`$${kind}`];
      if (Array.isArray(numbers)) return new arrays[kind]((numbers as (number | null)[]).map((n) => n ?? Number.NaN));
    }
    return item;
  }) as T;
}
