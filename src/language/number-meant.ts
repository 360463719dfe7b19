/** What people write behind a number: powers of ten, the longer ones first. */
const SIZES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
];
/** Words of units that say nothing of the size. */
const UNITS = /(?:元|人|户|套|年|个百分点|百分点|yuan|persons|people|points?)$/;

/** A number as it was meant, and whether it was told in per cent. */
interface Meant {
  readonly value: number;
  readonly isPercent: boolean;
}

/**
 * The number somebody meant who wrote it as people do: `5亿`, `1,200`, `33%`, `３３％`, `1.5 million`, `5亿元`. For hints alone: nothing is
 * computed with it.
 * @returns null where no one number can be meant
 */
export function numberMeant(text: string): Meant | null {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(UNITS, '').trim();
  const isPercent = typed.endsWith('%');
  const bare = typed
    .replace(/%$/, '')
    .replace(/(?<=\d)[,，_\s](?=\d{3}(?:\D|$))/g, '')
    .replace('−', '-')
    .trim();
  const [word, size] = SIZES.find(([each]) => bare.endsWith(each)) ?? ['', 1];
  const digits = bare.slice(0, bare.length - word.length).trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(digits)) return null;
  return { value: Number((Number(digits) * size).toPrecision(15)), isPercent };
}

/** The same as a share: per cent are hundredths. */
export function shareMeant(text: string): number | null {
  const meant = numberMeant(text);
  return meant === null ? null : meant.isPercent ? Number((meant.value / 100).toPrecision(15)) : meant.value;
}
