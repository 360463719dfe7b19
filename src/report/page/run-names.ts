import type { Localized } from '../../language/language.ts';
import type { RunTold } from '../read/read-run.ts';

/** Digits of the hash of a result that tell two runs apart. */
const HASH_DIGITS = 6;

/** Names of runs beside each other: their titles, with the seed and the hash of the result where titles are alike. */
export function runNames(runs: readonly RunTold[]): Localized[] {
  const titles = runs.map(({ manifest }) => manifest.scenario.title);
  return runs.map(({ manifest: { options, resultHash } }, i) => {
    const title = titles[i];
    const alike = titles.some((other, j) => j !== i && (other.zh === title.zh || other.en === title.en));
    if (!alike) return title;
    const mark = `${options.seed} ${resultHash.slice(0, HASH_DIGITS)} ${i + 1}`;
    return { zh: `${title.zh}（${mark}）`, en: `${title.en} (${mark})` };
  });
}
