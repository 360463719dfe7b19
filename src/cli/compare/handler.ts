import { stat } from 'node:fs/promises';
import type { Prices } from '../../analysis/compare/cost.ts';
import { indicatorNames } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { suggest } from '../../scenario/suggest.ts';
import { assertOut } from '../assert-out.ts';
import type { ExitStatus } from '../exit-status.ts';
import { refuse } from '../refuse.ts';
import { compareMessages as messages } from './messages.ts';
import type { CompareOptions } from './options.ts';

/** Compares scenarios by simulating them, or finished results by reading them: each in a file of its own. */
export async function compare(options: CompareOptions, lang: Language): Promise<ExitStatus> {
  const given = [options.base, ...options.alternative];
  const prices = pricesOf(options, lang);
  const isFolder = await Promise.all(given.map(isDirectory));
  const folder = given.find((_, n) => isFolder[n]);
  const file = given.find((_, n) => !isFolder[n]);
  if (folder !== undefined && file !== undefined) refuse(messages.mixed(folder, file), lang);
  if (folder === undefined) {
    known('indicator', options.indicator, lang);
    await assertOut(options.out, lang);
    return (await import('./scenarios.ts')).compareFiles(options, prices, lang);
  }
  for (const option of ['replicates', 'sample', 'to', 'definition', 'precision', 'year', 'seed'] as const)
    if (options[option] !== undefined) refuse(messages.onlyScenarios(option), lang);
  await assertOut(options.out, lang);
  return (await import('./folders.ts')).compareFolders(options, prices, lang);
}

/** A folder, or the manifest inside one. */
const isDirectory = (given: string): Promise<boolean> =>
  stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What the alternatives cost; null where no money was named. */
function pricesOf({ cost, 'unit-cost': unitCosts }: CompareOptions, lang: Language): Prices | null {
  if (cost === undefined && unitCosts === undefined) return null;
  const units = (unitCosts ?? []).map((given) => {
    const [indicator = '', amount = '', ...rest] = given.split('=');
    const yuan = Number(amount);
    if (indicator === '' || amount.trim() === '' || rest.length > 0 || !Number.isFinite(yuan))
      refuse(messages.unitCostForm(given), lang);
    known('unit-cost', indicator, lang);
    return { indicator, yuan };
  });
  return { fixed: cost ?? 0, units };
}

function known(option: string, indicator: string, lang: Language): void {
  if (indicatorNames.includes(indicator)) return;
  refuse(messages.unknownIndicator(option, indicator, suggest(indicator, indicatorNames)), lang);
}
