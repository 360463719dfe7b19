import path from 'node:path';
import type { Attribution } from '../../analysis/attribute/attribute-scenario.ts';
import type { Game } from '../../analysis/attribute/groups.ts';
import { attributionTables } from '../../analysis/attribute/tables.ts';
import { plusMinus, withError } from '../../analysis/paired/justified.ts';
import { type AnalysisIdentity, writeAnalysis } from '../../analysis/write-analysis.ts';
import { unitOf } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { type Waterfall, waterfallChart } from '../../report/chart/waterfall.ts';
import { analysisMessages } from '../analysis-messages.ts';
import { drawSpecs, type Specs } from '../draw-specs.ts';
import { messages as common } from '../messages.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { printJson } from '../print-json.ts';
import { shownPath } from '../shown-path.ts';
import { tellEdited } from '../tell-edited.ts';
import type { AttributeOptions } from './options.ts';
import { attributionText } from './text.ts';

/** A finished attribution. */
interface Presented {
  readonly identity: AnalysisIdentity;
  readonly name: string;
  readonly game: Game;
  readonly attribution: Attribution;
}

/** What is charted, by the name of the file. */
const charted = {
  'waterfall-settled': 'settled_persons',
  'waterfall-registered-rate': 'registered_urbanization_rate',
  'waterfall-resident-rate': 'resident_urbanization_rate',
} as const;

/** Writes the files and charts of an attribution, and tells it. */
export async function present(presented: Presented, options: AttributeOptions, lang: Language): Promise<void> {
  const { identity, name, game, attribution } = presented;
  const { scenario, city } = game.inputs;
  const tables = attributionTables(game.groups, attribution, scenario.baseYear);
  const found = inShort(presented);
  const { folder, edited } = await writeAnalysis(options.out, name, identity, tables, found);
  await tellEdited(edited, folder, lang);
  const specs: Specs = Object.fromEntries(
    Object.entries(charted).map(([file, indicator]) => [
      file,
      (each: Language) => waterfallChart(waterfallOf(presented, indicator), each),
    ]),
  );
  const drawn = await orWithoutCharts(drawSpecs(folder, specs), lang);
  if (options.json) {
    printJson({ folder, ...identity, ...found });
    return;
  }
  const lines = [
    ...attributionText(game, attribution, city.areas, lang),
    '',
    common.resultIn(shownPath(folder))[lang],
    ...(drawn ? [analysisMessages.chartsIn(shownPath(path.join(folder, 'charts')))[lang]] : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The city at the end: one indicator as a waterfall. */
function waterfallOf({ game, attribution }: Presented, indicator: string): Waterfall {
  const { groups, inputs } = game;
  const { endYear, title } = inputs.scenario;
  const isEnd = (row: { indicator: string; area: string; year: number }): boolean =>
    row.indicator === indicator && row.area === 'city' && row.year === endYear;
  const whole = attribution.effects.whole.find(isEnd)!;
  const steps = attribution.effects.groups.filter(isEnd).map(({ group, shapley }) => ({
    name: groups.find(({ id }) => id === group)!.name,
    mean: shapley.mean,
    low: shapley.low,
    high: shapley.high,
    text: withError(shapley.mean, shapley.se),
  }));
  return {
    title,
    indicator,
    unit: unitOf(indicator),
    counted: whole.counted,
    year: endYear,
    baseline: whole.baseline.mean,
    whole: whole.whole.mean,
    steps,
    baselineText: plusMinus(whole.baseline.mean, whole.baseline.se),
    wholeText: plusMinus(whole.whole.mean, whole.whole.se),
  };
}

/** The answers in the JSON document and the manifest: the whole city at the end, and the reasons. */
function inShort({ game, attribution }: Presented): object {
  const { endYear } = game.inputs.scenario;
  const isEnd = (row: { area: string; year: number }): boolean => row.area === 'city' && row.year === endYear;
  return {
    effects: attribution.effects.groups.filter(isEnd),
    whole: attribution.effects.whole.filter(isEnd),
    interactions: attribution.effects.pairs.filter(isEnd),
    reasons: attribution.reasons,
    shadowPrices: attribution.prices.filter(({ year }) => year === endYear),
  };
}
