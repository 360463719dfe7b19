/**
 * Charts of a finished run, for the command line, the pages and for notebooks: every chart is a function from tables to a
 * Vega-Lite specification, and `renderSvg`, `renderPng` draw one without a browser.
 */
export { agePyramidChart } from './chart/age-pyramid.ts';
export { capacityChart } from './chart/capacity.ts';
export { compareDifferencesChart } from './chart/compare-differences.ts';
export { compareRatesChart } from './chart/compare-rates.ts';
export { countedProvincesChart } from './chart/counted-provinces.ts';
export { countedYearsChart } from './chart/counted-years.ts';
export { countiesChart } from './chart/counties.ts';
export { countyFansChart } from './chart/county-fans.ts';
export { fitChart } from './chart/fit.ts';
export { flowsChart } from './chart/flows.ts';
export { mapChart, mapOthersChart } from './chart/map.ts';
export { moveAccountChart } from './chart/move-account.ts';
export { ownFiguresChart } from './chart/own-figures.ts';
export { ratesChart } from './chart/rates.ts';
export { registerBalanceChart } from './chart/register-balance.ts';
export { servicesChart } from './chart/services.ts';
export { settlementsChart } from './chart/settlements.ts';
export { targetDotsChart } from './chart/target-dots.ts';
export { tilesChart, tilesPlacesChart } from './chart/tiles.ts';
export { whoSettlesChart } from './chart/who-settles.ts';
export * from './chart-input.ts';
export { type Chart, type ChartName, charts } from './charts.ts';
export type { CompareInput } from './compare-input.ts';
export type { ChartSpec } from './head.ts';
export { ofArea } from './of-area.ts';
export { type PageSource, reportPage } from './page/page.ts';
export { pairedDifferences } from './paired-differences.ts';
export { type RunTold, readRun } from './read/read-run.ts';
export { renderCharts } from './render-charts.ts';
export { type PngOptions, renderPng } from './render-png.ts';
export { renderSvg } from './render-svg.ts';
export { routeLabel } from './route-label.ts';
