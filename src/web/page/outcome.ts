import type { Localized } from '../../language/language.ts';
import type { ChartInput } from '../../report/chart-input.ts';
import { mergeIndicators, mergeSettlements } from '../../result/merge.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isMoney } from '../chart/measures.ts';
import type { WhatIf } from '../chart/what-if.ts';
import { type Compared, compare, type IndicatorTable, type Measure, type Pair } from '../scene/compare.ts';
import type { Scene } from '../scene/scene.ts';
import { words } from './words.ts';

/** Finished results of both sides and what they are of. */
export interface Outcome extends Pair {
  readonly money: Pair<IndicatorTable>;
  readonly alternativeScenario: Scenario;
  readonly changed: boolean;
}

/** What the charts and the table of a place are drawn from; comparisons are made once. */
export function whatIfOf(outcome: Outcome, scene: Scene, area: string): WhatIf {
  const made = new Map<string, readonly Compared[]>();
  const here = <T extends { readonly area: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.area === area);
  return {
    scenario: outcome.alternativeScenario,
    place: placeName(scene, area),
    changed: outcome.changed,
    compare: (measure: Measure) => {
      const key = JSON.stringify(measure);
      const rows = made.get(key) ?? compare(isMoney(measure) ? outcome.money : outcome, measure, area);
      made.set(key, rows);
      return rows;
    },
    observations: here(scene.observations),
    targets: area === 'city' ? scene.targets : [],
  };
}

/** The alternative alone, as the charts of a finished run take it. */
export function chartInputOf({ alternative, alternativeScenario }: Outcome, scene: Scene): ChartInput {
  return {
    scenario: alternativeScenario,
    areas: scene.city.areas,
    indicators: mergeIndicators(alternative),
    settlements: mergeSettlements(alternative),
    observations: scene.observations,
    targets: scene.targets,
  };
}

/** Name of the city or of one of its areas. */
function placeName({ city }: Scene, area: string): Localized {
  if (area === 'city') return city.name;
  return city.areas.find(({ code }) => code === area)?.name ?? { zh: words.zh.whole, en: words.en.whole };
}
