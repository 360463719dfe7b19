import { parquetWriteFile } from 'hyparquet-writer';
import type { ReplicateResult } from '../indicator/result.ts';
import { inReplicateOrder } from './merge.ts';

/** Writes every defined number of every replicate as one row: scenario, replicate, area, year, indicator, value. */
export function writeReplicates(file: string, scenario: string, results: readonly ReplicateResult[]): void {
  const columns = { replicate: [] as number[], area: [] as string[], year: [] as number[], indicator: [] as string[] };
  const values: number[] = [];
  for (const result of inReplicateOrder(results)) {
    const { areas, years, indicators } = result;
    result.values.forEach((value, cell) => {
      if (Number.isNaN(value)) return;
      const place = Math.floor(cell / indicators.length);
      columns.replicate.push(result.replicate);
      columns.area.push(areas[place % areas.length]!);
      columns.year.push(years[Math.floor(place / areas.length)]!);
      columns.indicator.push(indicators[cell % indicators.length]!);
      values.push(value);
    });
  }
  parquetWriteFile({
    filename: file,
    createdBy: 'luohu',
    columnData: [
      { name: 'scenario', data: values.map(() => scenario), type: 'STRING', nullable: false },
      { name: 'replicate', data: columns.replicate, type: 'INT32', nullable: false },
      { name: 'area', data: columns.area, type: 'STRING', nullable: false },
      { name: 'year', data: columns.year, type: 'INT32', nullable: false },
      { name: 'indicator', data: columns.indicator, type: 'STRING', nullable: false },
      { name: 'value', data: values, type: 'DOUBLE', nullable: false },
    ],
  });
}
