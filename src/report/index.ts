/**
 * Charts of a finished run, for the command line and for notebooks: every chart is a function from tables to a Vega-Lite
 * specification.
 */
export { agePyramidChart } from './chart/age-pyramid.ts';
export { countiesChart } from './chart/counties.ts';
export { ratesChart } from './chart/rates.ts';
export { registerBalanceChart } from './chart/register-balance.ts';
export { servicesChart } from './chart/services.ts';
export { settlementsChart } from './chart/settlements.ts';
export * from './chart-input.ts';
export { type Chart, type ChartName, charts } from './charts.ts';
export type { ChartSpec } from './head.ts';
export { indicatorLabel, routeLabel } from './labels.ts';
export { renderCharts } from './render-charts.ts';
export { renderSvg } from './render-svg.ts';
