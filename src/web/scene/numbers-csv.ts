import type { IndicatorTable } from './compare.ts';

/** Every indicator, replicate by replicate, as replicates.parquet of a run holds them; numbers to the last digit. */
export function numbersCsv(scenario: string, tables: readonly IndicatorTable[]): string {
  const lines = ['scenario,replicate,area,year,indicator,value'];
  for (const { replicate, areas, years, indicators, values } of tables) {
    areas.forEach((area, a) => {
      years.forEach((year, y) => {
        indicators.forEach((indicator, i) => {
          const value = values[(y * areas.length + a) * indicators.length + i];
          if (!Number.isNaN(value)) lines.push(`${scenario},${replicate},${area},${year},${indicator},${value}`);
        });
      });
    });
  }
  return `${lines.join('\n')}\n`;
}
