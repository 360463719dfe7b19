import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assertComparable, comparableRun } from '../../analysis/compare/comparable.ts';
import { readRun } from '../../analysis/compare/read-run.ts';
import { seriesIn } from '../../analysis/compare/series.ts';
import { estimate } from '../../analysis/paired/estimate.ts';
import { resultsWithMoney } from '../../analysis/paired/money.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { comparedMoney, type MoneyName, moneyNames } from '../../indicator/table/money.ts';
import { type Language, type Localized, text } from '../../language/language.ts';
import { writeTwoSides } from '../../report/workbook/index.ts';
import type { TwoSidedMeasure, TwoSides } from '../../report/workbook/two-sides-book.ts';
import { csvText } from '../../result/csv.ts';
import { reckoningOfRun } from '../../result/fiscal-coefficients.ts';
import { assertUnchanged } from '../../result/verify.ts';
import { writeFolder } from '../../result/write-results.ts';
import { InputError } from '../../scenario/errors.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { readResult } from '../read-result.ts';
import { tellEdited } from '../tell-edited.ts';
import { fiscalMessages } from './messages.ts';
import type { FiscalOptions } from './options.ts';

const FILE = 'compared.xlsx';

/** What is set side by side, section by section; the first is shown by year too. */
const sections: readonly { readonly name: Localized; readonly measures: readonly MoneyName[] }[] = [
  { name: text('奖励资金与落户支出', 'Award and cost of settling'), measures: comparedMoney },
  {
    name: text('各项服务的全部成本', 'Cost of services, all of it'),
    measures: moneyNames.filter((name) => name.startsWith('service_')),
  },
  {
    name: text('各负担者承担的服务成本', 'Cost of services by who pays'),
    measures: moneyNames.filter((name) => name.startsWith('payer_')),
  },
];

/**
 * Two finished runs of one place, the first the base: their money side by side, paired as `luohu compare` pairs them.
 * @throws InputError where the runs do not share seed, replicates, sample, years or data, or lack what money is reckoned from
 */
export async function twoSidesOf(options: FiscalOptions, date: string, lang: Language): Promise<ExitStatus> {
  const { run: folders, coefficients: file, from, unit, json } = options;
  const runs = [];
  for (const folder of folders) {
    const manifest = await readResult(folder, lang);
    await assertUnchanged(folder, manifest);
    const { results, areas } = await readRun(folder, manifest);
    const reckoning = reckoningOfRun(manifest, areas, lang, { file, from });
    const codes = areas.map(({ code }) => code);
    runs.push({
      manifest,
      comparable: comparableRun(folder, manifest, codes),
      results: resultsWithMoney(results, reckoning),
    });
  }
  const [base, alternative] = runs as [(typeof runs)[number], (typeof runs)[number]];
  assertComparable(base.comparable, [alternative.comparable]);
  const poor = runs.flatMap(({ results }, i) =>
    results[0]!.indicators.includes(comparedMoney[0])
      ? []
      : [
          text(
            `${folders[i]}：${fiscalMessages.lacks('service_*').zh}`,
            `${folders[i]}: ${fiscalMessages.lacks('service_*').en}`,
          ),
        ],
  );
  if (poor.length > 0) throw new InputError(poor.map((what) => ({ message: what[lang] })));

  const { scenario, options: made } = alternative.manifest;
  const sides: TwoSides = {
    base: base.manifest.scenario.title,
    alternative: scenario.title,
    city: scenario.cityName,
    // nobody has settled in the base year, and its money is no budget's
    years: base.results[0]!.years.slice(1),
    replicates: base.results.map(({ replicate }) => replicate),
    sample: made.sample,
    sections: sections.map(({ name, measures }) => ({
      name,
      measures: measures.map((id) => measureOf(id, base.results, alternative.results)),
    })),
  };
  const parent = path.resolve(folders[1]!);
  await assertOut(parent, lang);
  const name = `fiscal-against-${base.manifest.scenario.id}`;
  const { folder: written, edited } = await writeFolder(parent, name, async (place) => {
    await writeFile(path.join(place, 'compared.csv'), tableOf(sides));
    await writeFile(path.join(place, FILE), await writeTwoSides(sides, lang, { unit, date }));
  });
  await tellEdited(edited, written, lang, options.force);
  if (json) printJson({ folder: written, differences: rowsOf(sides) });
  else process.stdout.write(`${told(sides, lang)}\n${fiscalMessages.twoWritten(path.join(written, FILE))[lang]}\n`);
  return ExitStatus.done;
}

/** One kind of money on both sides, year by year without the base year, and the paired difference of the sums. */
function measureOf(
  id: MoneyName,
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
): TwoSidedMeasure {
  const yearly = (results: readonly ReplicateResult[]): number[][] =>
    results.map((result) => [...seriesIn(result, result.indicators.indexOf(id), 0, false)].slice(1));
  const [before, after] = [yearly(base), yearly(alternative)];
  const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    id,
    name: indicatorName(id),
    base: before,
    alternative: after,
    difference: estimate(after.map((values, r) => total(values) - total(before[r]!))),
  };
}

const rowsOf = ({ sections: parts }: TwoSides) =>
  parts.flatMap(({ measures }) =>
    measures.map(({ id, base, alternative, difference }) => {
      const meanOf = (values: TwoSidedMeasure['base']): number =>
        values.flat().reduce((all, value) => all + value, 0) / values.length;
      const { mean, se, low, high, p05, p95 } = difference;
      return { indicator: id, base: meanOf(base), alternative: meanOf(alternative), mean, se, low, high, p05, p95 };
    }),
  );

function tableOf(sides: TwoSides): string {
  const columns = ['indicator', 'base', 'alternative', 'mean', 'se', 'low', 'high', 'p05', 'p95'] as const;
  return csvText(
    columns.map((column) => (column === 'mean' ? 'difference' : column)),
    rowsOf(sides).map((row) => columns.map((column) => row[column])),
  );
}

/** The first section for the terminal. */
function told(sides: TwoSides, lang: Language): string {
  const wan = (yuan: number): string => (Number.isNaN(yuan) ? '–' : Math.round(yuan / 1e4).toLocaleString('en-US'));
  const all = rowsOf(sides);
  const rows = sides.sections[0]!.measures.map(({ id, name }) => {
    const { base, alternative, mean, se, low, high } = all.find(({ indicator }) => indicator === id)!;
    return [name[lang], wan(base), wan(alternative), `${wan(mean)} ± ${wan(se)}`, `${wan(low)} – ${wan(high)}`];
  });
  const { city, base, alternative, years } = sides;
  return [
    fiscalMessages.twoTitle(city, base, alternative)[lang],
    plainTable(fiscalMessages.twoHead(years[0]!, years.at(-1)!)[lang].split('|'), rows),
    fiscalMessages.twoNote(sides.replicates.length)[lang],
  ].join('\n');
}
