import type { Language } from '../language/language.ts';
import { agePyramidChart } from './chart/age-pyramid.ts';
import { capacityChart } from './chart/capacity.ts';
import { countedProvincesChart } from './chart/counted-provinces.ts';
import { countedYearsChart } from './chart/counted-years.ts';
import { countiesChart } from './chart/counties.ts';
import { countyFansChart } from './chart/county-fans.ts';
import { fitChart } from './chart/fit.ts';
import { flowsChart } from './chart/flows.ts';
import { mapChart, mapOthersChart } from './chart/map.ts';
import { moveAccountChart } from './chart/move-account.ts';
import { ownFiguresChart } from './chart/own-figures.ts';
import { ratesChart } from './chart/rates.ts';
import { registerBalanceChart } from './chart/register-balance.ts';
import { servicesChart } from './chart/services.ts';
import { settlementsChart } from './chart/settlements.ts';
import { targetDotsChart } from './chart/target-dots.ts';
import { tilesChart, tilesPlacesChart } from './chart/tiles.ts';
import { whoSettlesChart } from './chart/who-settles.ts';
import type { ChartInput, Choice } from './chart-input.ts';
import type { ChartSpec } from './head.ts';

/** Draws one chart, or answers null when the tables lack what it shows. Some can show one year in place of the whole run. */
export type Chart = (input: ChartInput, lang: Language, choice?: Choice) => ChartSpec | null;

/** All charts by the name of their files, in the order a reader meets them. */
export const charts = {
  rates: ratesChart,
  'target-dots': targetDotsChart,
  map: mapChart,
  tiles: tilesChart,
  'tiles-places': tilesPlacesChart,
  'map-others': mapOthersChart,
  settlements: settlementsChart,
  'who-settles': whoSettlesChart,
  flows: flowsChart,
  counties: countiesChart,
  'county-fans': countyFansChart,
  'age-pyramid': agePyramidChart,
  services: servicesChart,
  capacity: capacityChart,
  'register-balance': registerBalanceChart,
  'counted-years': countedYearsChart,
  'counted-provinces': countedProvincesChart,
  'move-account': moveAccountChart,
  'own-figures': ownFiguresChart,
  fit: fitChart,
} as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof charts;
