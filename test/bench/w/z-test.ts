import { csvParse } from 'd3-dsv';
import type { Counts } from './counts.ts';

/** Largest |z| of a program that is right: one in three thousand right ones would be above it (48 numbers, two sides). */
export const LARGEST_Z = 4.5;

/** Mean of a number of one household; of n households it varies by sd / sqrt(n). */
interface Moment {
  readonly mean: number;
  readonly sd: number;
  /** Standard error of the mean itself; 0 where it is known exactly. */
  readonly error: number;
}

export const counted = ['settled', 'births', 'deaths'] as const;
type Counted = (typeof counted)[number];

/** Reference values: the 15 years and, last, their sum. */
export type Reference = readonly Readonly<Record<Counted, Moment>>[];

/** Reads reference.csv. */
export function readReference(text: string): Reference {
  return csvParse(text).map((line) => {
    const moment = (name: Counted): Moment => ({
      mean: Number(line[name]),
      sd: Number(line[`${name}_sd`]),
      error: Number(line[`${name}_error`]),
    });
    return { settled: moment('settled'), births: moment('births'), deaths: moment('deaths') };
  });
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
      const { mean, sd, error } = reference[y][what];
      return { what, year: y + 1, z: (sum / households - mean) / Math.sqrt(sd ** 2 / households + error ** 2) };
    });
  });
  return scores.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
