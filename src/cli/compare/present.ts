import path from 'node:path';
import { headlineSeries, moneyAtEnd } from '../../analysis/compare/headlines.ts';
import { type Comparison, comparisonTables, replicateTable } from '../../analysis/compare/tables.ts';
import { integerColumn, textColumn } from '../../analysis/tidy-table.ts';
import { writeAnalysis } from '../../analysis/write-analysis.ts';
import type { Language, Localized } from '../../language/language.ts';
import { pairedFanChart } from '../../report/chart/paired-fan.ts';
import { areasCalled, type Shown, yearsOf } from '../../report/readable/choice.ts';
import { writeReadableComparison } from '../../report/readable/comparison.ts';
import { READABLE } from '../../report/readable/write-readable.ts';
import { writeFolder } from '../../result/write-results.ts';
import { analysisMessages } from '../analysis-messages.ts';
import { drawSpecs } from '../draw-specs.ts';
import { messages as common } from '../messages.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { printJson } from '../print-json.ts';
import { shownPath } from '../shown-path.ts';
import { tellEdited } from '../tell-edited.ts';
import { compareMessages as messages } from './messages.ts';
import type { CompareOptions } from './options.ts';
import type { Presented } from './presented.ts';
import { comparisonText } from './text.ts';

/** Writes the files and the chart of a comparison, and tells it: tables, who wins and loses, where the files are. */
export async function present(presented: Presented, options: CompareOptions, lang: Language): Promise<void> {
  const { identity, name, base, titles, areas, runs, comparisons } = presented;
  const shown = shownOf(presented, options);
  const areaTable = {
    name: 'areas',
    columns: [
      textColumn('area', areas, ({ code }) => code),
      textColumn('name_zh', areas, ({ zh }) => zh),
      textColumn('name_en', areas, ({ en }) => en),
    ],
  };
  const scenarios = [{ id: base.id, title: base.title, replicates: runs[0].base.length }];
  const told = {
    name: 'scenarios',
    columns: [
      textColumn(
        'scenario',
        [...scenarios.map(({ id }) => id), ...comparisons.map(({ alternative }) => alternative)],
        (id) => id,
      ),
      textColumn('role', ['base', ...comparisons.map(() => 'alternative')], (role) => role),
      textColumn('title_zh', [base.title, ...titles], ({ zh }) => zh),
      textColumn('title_en', [base.title, ...titles], ({ en }) => en),
      integerColumn('replicates', [base.title, ...titles], () => runs[0].base.length),
    ],
  };
  const tables = [told, areaTable, ...comparisonTables(comparisons), replicateTable(runs)];
  const found = comparisons.map((comparison) => inShort(comparison, base.endYear));
  const written = await writeAnalysis(options.out, name, identity, tables, { comparisons: found });
  const { folder, edited } = written;
  await tellEdited(edited, folder, lang);
  const readable = await writeFolder(folder, READABLE, async (made) => {
    const compared = { base: base.title, endYear: base.endYear, replicates: runs[0].base.length };
    const named = areas.map(({ code, zh, en }) => ({ code, name: { zh, en } }));
    const alternatives = comparisons.map(({ differences }, n) => ({ title: titles[n], differences }));
    await writeReadableComparison({ ...compared, areas: named, alternatives }, made, lang, shown);
  });
  await tellEdited(readable.edited, readable.folder, lang);
  const drawn = await orWithoutCharts(
    drawSpecs(folder, {
      differences: (each) => pairedFanChart(seriesOf(presented), base.title, each),
    }),
    lang,
  );
  if (options.json) {
    printJson({ folder, ...identity, comparisons: found });
    return;
  }
  const lines = [
    ...comparisons.flatMap((comparison, n) => comparisonText(presented, comparison, titles[n], lang, shown)),
    common.resultIn(shownPath(folder))[lang],
    analysisMessages.tablesIn(shownPath(path.join(folder, READABLE)))[lang],
    ...(drawn ? [analysisMessages.chartsIn(shownPath(path.join(folder, 'charts')))[lang]] : []),
    '',
    nextOf(presented.simulated, [options.base, ...options.alternative])[lang],
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Years and areas the tables show. @throws InputError for those the runs do not have */
function shownOf({ base, areas }: Presented, { years, area }: CompareOptions): Shown {
  const all = Array.from({ length: base.endYear - base.baseYear + 1 }, (_, i) => base.baseYear + i);
  const named = areas.map(({ code, zh, en }) => ({ code, name: { zh, en } }));
  return {
    years: years === undefined ? undefined : yearsOf(years, all),
    areas: area === undefined ? undefined : areasCalled(area, named),
  };
}

const seriesOf = ({ comparisons, titles }: Presented) =>
  comparisons.flatMap(({ differences }, n) =>
    headlineSeries(differences).map((points) => {
      const { indicator, unit, counted } = points[0];
      return { alternative: titles[n], indicator, unit, counted, points };
    }),
  );

/** A comparison in the JSON document: the headlines and the money at the end, the settlers, the cost. */
function inShort(
  { alternative, differences, differsFrom, peopleDifferFrom, people, cost }: Comparison,
  endYear: number,
): object {
  return {
    alternative,
    differsFrom,
    peopleDifferFrom,
    headlines: headlineSeries(differences).map((series) => series.at(-1)!),
    money: moneyAtEnd(differences, endYear),
    settlers: people?.settlers ?? null,
    deadweight: people?.deadweight ?? null,
    cost,
  };
}

/** How to get on from here: pages and briefings are of runs. */
const nextOf = (simulated: boolean, given: readonly string[]): Localized =>
  simulated
    ? messages.nextPages(given.map((file) => `npx luohu run ${file}`).join('; '))
    : messages.nextOfFolders(given.join(' '));
