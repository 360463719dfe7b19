import { agePyramidChart } from './chart/age-pyramid.ts';
import { countiesChart } from './chart/counties.ts';
import { ratesChart } from './chart/rates.ts';
import { registerBalanceChart } from './chart/register-balance.ts';
import { servicesChart } from './chart/services.ts';
import { settlementsChart } from './chart/settlements.ts';
import type { ChartInput, Language } from './chart-input.ts';
import type { ChartSpec } from './head.ts';

/** Draws one chart, or answers null when the tables lack what it shows. */
export type Chart = (input: ChartInput, lang: Language) => ChartSpec | null;

/** All charts by the name of their files, in the order a reader meets them. */
export const charts = {
  rates: ratesChart,
  settlements: settlementsChart,
  'age-pyramid': agePyramidChart,
  counties: countiesChart,
  services: servicesChart,
  'register-balance': registerBalanceChart,
} as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof charts;
