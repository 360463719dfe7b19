import path from 'node:path';
import { designRuns, type SplitIndicator, splitIndicators } from '../../analysis/calibration/variance-design.ts';
import { type IndicatorName, indicatorName, unitOf } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import { varianceByHorizonChart } from '../../report/chart/variance-by-horizon.ts';
import type { ChartSpec } from '../../report/head.ts';
import { csvText } from '../../result/csv.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { designOf } from '../../run/design.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { folderName } from '../../run/folder-name.ts';
import { type Inputs, withDesign } from '../../run/load-inputs.ts';
import { writeWhole } from '../../run/write-whole.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { assertOut } from '../assert-out.ts';
import { BASES } from '../bases.ts';
import { drawSpecs } from '../draw-specs.ts';
import { ExitStatus } from '../exit-status.ts';
import { loadAll } from '../load-all.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { withSession } from '../with-session.ts';
import { calibrateMessages as say } from './messages.ts';
import type { CalibrateOptions } from './options.ts';

/** What the table shows. */
const indicators = [
  'resident_population',
  'resident_urbanization_rate',
  'registered_population',
  'registered_urbanization_rate',
  'rate_gap',
] as const satisfies readonly IndicatorName[];

const LEAST_REPLICATES = 4;

/** Splits the variance of each scenario, year by year; `variance-<id>-<hash>` in the folder asked for has the table and the chart. */
export async function showVariance(options: CalibrateOptions, lang: Language): Promise<ExitStatus> {
  const overrides = overridesOf(options);
  await assertOut(options.out, lang);
  const all = loadAll(
    options.scenario.map((scenario) => ({ scenario, overrides, sample: options.sample ?? 1 })),
    lang,
  ).map((inputs) =>
    options.sample === undefined
      ? withDesign(inputs, { replicates: inputs.scenario.replicates, sample: sampleOf(inputs), bases: BASES })
      : inputs,
  );
  const few = all.filter(({ scenario }) => scenario.replicates < LEAST_REPLICATES);
  if (few.length > 0)
    throw new InputError(
      few.map(({ scenario }) => ({ file: scenario.file, message: say.varianceReplicates(scenario.replicates)[lang] })),
    );
  for (const inputs of all) assertMemory(inputs, Math.min(options.workers, inputs.scenario.replicates));
  const reports: object[] = [];
  await withSession({ workers: options.workers, lang }, async (session, signal, progress) => {
    for (const inputs of all) {
      const { scenario } = inputs;
      const runs = designRuns(scenario);
      let done = -1;
      const split = await splitIndicators(session, inputs, indicators, {
        signal,
        onRun: (run) => {
          done = run;
        },
        onProgress: (years, total) => progress.advance(done * total + years, runs * total),
      });
      progress.stop();
      const folder = path.join(options.out, `variance-${folderName(inputs)}`);
      await writeWhole(path.join(folder, 'variance.csv'), csvOf(split));
      await orWithoutCharts(drawSpecs(folder, { 'variance-by-horizon': chartOf(split, scenario.title) }), lang);
      if (options.json)
        reports.push({ scenario: scenario.id, replicates: scenario.replicates, folder, indicators: split });
      else process.stdout.write(textOf(split, scenario, folder, lang));
    }
  });
  if (options.json) printJson({ variance: reports });
  return ExitStatus.done;
}

const sampleOf = ({ city }: Inputs): number => designOf(expectedPersons(city), {}).sample;

/** variance.csv: parts of the variance in squared units of the indicator, with standard errors. */
const csvOf = (split: readonly SplitIndicator[]): string =>
  csvText(
    ['indicator', 'year', 'mean', 'part', 'variance', 'standard_error'],
    split.flatMap(({ indicator, year, mean, split: { questions, ...parts } }) =>
      [
        ...Object.entries(parts),
        ...Object.entries(questions).map(([q, part]) => [`structure: ${q}`, part] as const),
      ].map(([part, { variance, standardError }]) => [indicator, year, mean, part, variance, standardError]),
    ),
  );

const chartOf =
  (split: readonly SplitIndicator[], title: Localized) =>
  (lang: Language): ChartSpec =>
    varianceByHorizonChart(
      split.map(({ indicator, year, split: { chance, paths, parameters, structure } }) => ({
        indicator,
        year,
        variance: {
          chance: chance.variance,
          paths: paths.variance,
          parameters: parameters.variance,
          structure: structure.variance,
        },
      })),
      title,
      lang,
    );

/** The last year as a table. */
function textOf(
  split: readonly SplitIndicator[],
  { title, replicates, endYear }: Scenario,
  folder: string,
  lang: Language,
): string {
  const last = split.filter(({ year }) => year === endYear);
  const rows = last.map(({ indicator, mean, split: { chance, paths, parameters, structure, total } }) => {
    const digits = unitOf(indicator) === 'persons' ? 0 : 2;
    const shown = (value: number) =>
      value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const percent = ({ variance, standardError }: typeof total) => {
      const [part, error] = [variance, standardError].map((each) => Math.round((100 * each) / total.variance));
      return `${part} ± ${error}`;
    };
    return [
      indicatorName(indicator)[lang],
      shown(mean),
      shown(Math.sqrt(total.variance)),
      ...[chance, paths, parameters, structure].map(percent),
    ];
  });
  return [
    '',
    say.varianceHeading(title, endYear, replicates)[lang],
    plainTable(say.varianceHead()[lang].split(','), rows),
    say.varianceNote()[lang],
    say.varianceIn(folder)[lang],
    '',
  ].join('\n');
}
