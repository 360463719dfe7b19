import type { Language } from '../../language/language.ts';
import { compareDifferencesChart } from '../chart/compare-differences.ts';
import { compareRatesChart } from '../chart/compare-rates.ts';
import { tilesZonesChart } from '../chart/tiles.ts';
import type { ChartInput, Choice } from '../chart-input.ts';
import { type ChartName, charts } from '../charts.ts';
import type { CompareInput } from '../compare-input.ts';
import type { ChartSpec } from '../head.ts';
import { ofArea } from '../of-area.ts';

/** What a reader of the page has chosen. */
export interface PageChoice {
  readonly lang: Language;
  /** `city` or the code of an area. */
  readonly area: string;
  /** One year for the charts that can show one; null for the whole run. */
  readonly year: number | null;
}

/** Charts of the whole, whatever area is chosen: they show all of them, or are not made for one. */
export const ofWhole: ReadonlySet<string> = new Set<ChartName>([
  'target-dots',
  'map',
  'tiles',
  'tiles-places',
  'map-others',
  'counties',
  'county-fans',
  'flows',
  'age-pyramid',
  'counted-provinces',
  'own-figures',
  'fit',
]);

/** Charts that can show one year. */
export const yearly: ReadonlySet<string> = new Set<ChartName>([
  'map',
  'tiles',
  'tiles-places',
  'map-others',
  'counties',
  'who-settles',
  'flows',
  'age-pyramid',
]);

/** A chart of one run under a choice; null where the tables have nothing for it. */
export const drawRun = (name: ChartName, input: ChartInput, choice: PageChoice): ChartSpec | null =>
  drawn(charts[name], name, input, choice);

/** The same for a phone, where it shows the same in other views; undefined of all other charts. */
export const drawForPhone = (name: ChartName, input: ChartInput, choice: PageChoice): ChartSpec | null | undefined =>
  name === 'tiles-places' ? drawn(tilesZonesChart, name, input, choice) : undefined;

function drawn(
  chart: (input: ChartInput, lang: Language, choice: Choice) => ChartSpec | null,
  name: ChartName,
  input: ChartInput,
  { lang, area, year }: PageChoice,
): ChartSpec | null {
  const choice: Choice = year === null || !yearly.has(name) ? {} : { year };
  return chart(ofWhole.has(name) ? input : ofArea(input, area), lang, choice);
}

/** Charts of several runs together, in the order of the page. */
export const comparisons = {
  'compare-rates': compareRatesChart,
  'compare-differences': compareDifferencesChart,
} as const satisfies Record<string, (input: CompareInput, lang: Language) => ChartSpec | null>;
export type ComparisonName = keyof typeof comparisons;
