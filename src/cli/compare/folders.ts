import path from 'node:path';
import { assertComparable, comparableRun } from '../../analysis/compare/comparable.ts';
import { compareResults } from '../../analysis/compare/compare-results.ts';
import type { Prices } from '../../analysis/compare/cost.ts';
import { readRun } from '../../analysis/compare/read-run.ts';
import { resultsWithMoney } from '../../analysis/paired/money.ts';
import { analysisName } from '../../analysis/write-analysis.ts';
import type { Language } from '../../language/language.ts';
import { reckoningOfRun } from '../../result/fiscal-coefficients.ts';
import type { Manifest } from '../../result/manifest.ts';
import { readTableCards } from '../../result/read-table-cards.ts';
import { assertUnchanged } from '../../result/verify.ts';
import { HELD_PERSONS } from '../../run/parts.ts';
import { ExitStatus } from '../exit-status.ts';
import { readResult } from '../read-result.ts';
import type { CompareOptions } from './options.ts';
import { present } from './present.ts';

/** Whether the replicates of a finished run began with different base populations. */
function takesSeveral({ command: { bases }, options: { sample }, counts, region }: Manifest): boolean {
  if (sample === 1 || region !== undefined) return false;
  return bases === undefined ? HELD_PERSONS >= 2 * sample * counts.basePersons : bases > 1;
}

/** Compares finished results as their folders hold them; nothing is simulated. */
export async function compareFolders(
  options: CompareOptions,
  prices: Prices | null,
  lang: Language,
): Promise<ExitStatus> {
  const folders = [options.base, ...options.alternative];
  const runs = [];
  for (const folder of folders) {
    const manifest = await readResult(folder, lang);
    await assertUnchanged(folder, manifest);
    const { results, areas } = await readRun(folder, manifest);
    const reckoning = reckoningOfRun(manifest, areas, lang);
    runs.push({ manifest, areas, results: resultsWithMoney(results, reckoning) });
  }
  const [base, ...alternatives] = runs as [(typeof runs)[number], ...typeof runs];
  const [first, ...others] = runs.map(({ manifest, areas }, n) =>
    comparableRun(
      folders[n],
      manifest,
      areas.map(({ code }) => code),
    ),
  );
  assertComparable(first, others);
  const names = alternatives.map((_, n) => path.basename(path.resolve(folders[n + 1])));
  const hashOf = ({ manifest }: typeof base): object => ({
    scenario: manifest.scenario.id,
    hash: manifest.scenarioHash,
    result: manifest.resultHash,
  });
  const identity = {
    analysis: 'compare' as const,
    question: { base: hashOf(base), alternatives: alternatives.map(hashOf), prices },
  };
  await present(
    {
      identity,
      name: analysisName(identity, base.manifest.scenario.id),
      base: base.manifest.scenario,
      titles: alternatives.map(({ manifest }) => manifest.scenario.title),
      areas: base.areas,
      runs: alternatives.map(({ results }, n) => ({ alternative: names[n], base: base.results, results })),
      comparisons: alternatives.map(({ results }, n) => compareResults(names[n], base.results, results, null, prices)),
      tables: readTableCards(folders[0]),
      simulated: false,
      severalBases: takesSeveral(base.manifest),
    },
    options,
    lang,
  );
  return ExitStatus.done;
}
