import { csvParse } from 'd3-dsv';
import type { Counts } from './counts.ts';

/** Largest |z| of a program that is right: one in three thousand right ones would be above it (48 numbers, two sides). */
export const LARGEST_Z = 4.5;

/** Mean of one number a household, and its standard deviation over households: of n households the mean varies by sd / sqrt(n). */
interface Moment {
  readonly mean: number;
  readonly sd: number;
}

export const counted = ['settled', 'births', 'deaths'] as const;
type Counted = (typeof counted)[number];

/** Reference values: the 15 years and, last, their sum. */
export interface Reference {
  /** Households the values were taken from. */
  readonly households: number;
  readonly rows: readonly Readonly<Record<Counted, Moment>>[];
}

/** Reads reference.csv. */
export function readReference(text: string): Reference {
  const lines = csvParse(text);
  const rows = lines.map((line) => {
    const moment = (name: Counted): Moment => ({ mean: Number(line[name]), sd: Number(line[`${name}_sd`]) });
    return { settled: moment('settled'), births: moment('births'), deaths: moment('deaths') };
  });
  return { households: Number(lines[0]!['households']), rows };
}

/** One number of a program against the reference. */
export interface Score {
  readonly what: Counted;
  /** 1 to 15; 16 is the sum of all years. */
  readonly year: number;
  readonly z: number;
}

/** z of every yearly number and of the sums, largest |z| first. Counts of several runs can be added up before. */
export function zScores(counts: Counts, households: number, reference: Reference): Score[] {
  const scores = counted.flatMap((what) => {
    const years = [...counts[what]];
    return [...years, years.reduce((sum, n) => sum + n, 0)].map((sum, y) => {
      const { mean, sd } = reference.rows[y]![what];
      const error = sd * Math.sqrt(1 / households + 1 / reference.households);
      return { what, year: y + 1, z: (sum / households - mean) / error };
    });
  });
  return scores.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
