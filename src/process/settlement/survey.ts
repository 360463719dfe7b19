import { isInCity } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';

/**
 * Base-year households in the pool of settlement that are asked every year: a quarter of them, between the fewest and the most; all
 * where there are no more than the fewest. In a small sample asking everybody took a fifth of the time of a replicate.
 */
const PART = 1 / 4;
const FEWEST = 2500;
const MOST = 10_000;

/**
 * The yearly survey of a run. Who is willing, firm, aware and eligible is a question to everybody, while only those who come to
 * act matter for the course of events: so the shares are taken from a random part of the households, the same ones every year,
 * and carry a sampling error of about 0.4 percentage points of a share in a whole city, 0.9 in a replicate of a small sample.
 */
export interface Survey {
  /** Whether answers are noted this year. Who is asked, and what happens otherwise, is the same. */
  asking: boolean;
  /** Share of the families and of the people in dormitories who are asked. */
  readonly rate: number;
  readonly families: RowList;
  /** People in collective households, who decide each for themselves. */
  readonly alone: RowList;
}

/** A list of rows that grows. */
export interface RowList {
  rows: Int32Array;
  count: number;
}

/** Opens the survey: the share asked depends on the base population alone. */
export function openSurvey(population: Population): Survey {
  const pool = householdsInPool(population);
  const list = (): RowList => ({ rows: new Int32Array(4096), count: 0 });
  const asked = Math.min(MOST, Math.max(FEWEST, PART * pool));
  return { asking: true, rate: Math.min(1, asked / pool), families: list(), alone: list() };
}

/** Families with somebody in a town of the city who holds no town register there. */
function householdsInPool({ persons, households }: Population): number {
  const { household, residenceArea, residenceUrban, registerArea, registerUrban } = persons.columns;
  const seen = new Uint8Array(households.rows);
  let count = 0;
  for (let i = 0; i < persons.rows; i++) {
    if (residenceUrban[i] === 0 || !isInCity(residenceArea[i])) continue;
    if (registerUrban[i] === 1 && registerArea[i] === residenceArea[i]) continue;
    const h = household[i];
    count += 1 - seen[h];
    seen[h] = 1;
  }
  return count;
}
