import { performance } from 'node:perf_hooks';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Language } from '../../language/language.ts';
import { headlines } from '../../result/headline.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { countingOf } from '../counting.ts';
import { headlineTable } from './headline-table.ts';
import { runCliMessages as told } from './messages.ts';

/** Seconds of the command before which nobody waits for a table, and after which a few replicates are better than none. */
const SOON = 3;
const LATE = 4.5;
/** Replicates of a first table, and those it has to do with when they are slow. */
const MANY = 10;
const FEW = 4;
/** Seconds between two tables at least. */
const APART = 8;

/**
 * Shows what there is while a run goes on: the headline table of the first replicates as soon as it says something, and again each time there are
 * twice as many, with the standard error of each mean.
 * @param years years of the table; the first, the middle and the last where left out
 * @param now seconds since the command began
 */
export function interimTables(
  inputs: Inputs,
  show: (text: string) => void,
  lang: Language,
  years: readonly number[] | undefined,
  now = () => performance.now() / 1000,
): (first: readonly ReplicateResult[]) => void {
  const { replicates, definition } = inputs.scenario;
  let shown = 0;
  let last = Number.NEGATIVE_INFINITY;
  return (first) => {
    const time = now();
    const begins = shown > 0 || (first.length >= MANY && time >= SOON) || (first.length >= FEW && time >= LATE);
    if (!begins || first.length < 2 * shown || time - last < APART || 4 * first.length > 3 * replicates) return;
    shown = first.length;
    last = time;
    const table = headlineTable(headlines(first, definition, { years }), countingOf(inputs), lang);
    show(`\n${told.interim(first.length, replicates)[lang]}\n${table}\n`);
  };
}
