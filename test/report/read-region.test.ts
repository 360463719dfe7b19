import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishFromFolder } from '../../src/cli/run/draw-charts.ts';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import { readRun } from '../../src/report/read/read-run.ts';
import { csvText } from '../../src/result/csv.ts';
import { writeReplicates } from '../../src/result/parquet.ts';
import { regionTold } from './page/run-told.ts';
import { nationSample } from './region-sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luohu-region-'));
const nation = nationSample();
const statistics = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** A folder of the nation as a run leaves it: provinces and places side by side. */
beforeAll(() => {
  const write = (name: string, columns: string, rows: readonly (readonly (string | number)[])[]) =>
    writeFileSync(path.join(folder, name), csvText(columns.split(','), rows));
  const places = nation.places!;
  write('areas.csv', 'area,name_zh,name_en,level', [
    ['city', '全国', 'China', 'nation'],
    ...nation.areas.map(({ code, name, level }) => [code, name.zh, name.en, level]),
    ...places.map(({ code, name }) => [code, name.zh, name.en, 'prefecture']),
  ]);
  write('indicators.csv', `area,year,indicator,unit,${statistics.join(',')}`, [
    ...nation.indicators.map((row) => [
      row.area,
      row.year,
      row.indicator,
      row.unit,
      ...statistics.map((name) => row[name]),
    ]),
    ...places.flatMap(({ code, years, resident, registered }) =>
      years.flatMap((year, y) =>
        Object.entries({ resident, registered }).map(([rate, { p05, mean, p95 }]) => [
          ...[code, year, `${rate}_urbanization_rate`, 'percent', mean[y]],
          ...[p05[y], mean[y], mean[y], mean[y], p95[y]],
        ]),
      ),
    ),
  ]);
  write('settlements.csv', 'year,area,route,document,clause,persons_mean', [
    [2020, 'city', 'kin', 'national-1998', 'kin', 5],
    [2021, 'city', 'kin', 'national-1998', 'kin', 7],
    [2021, '510100', 'kin', 'national-1998', 'kin', 3],
  ]);
  write('fit.csv', 'control,area,category,target,synthesised,difference,controlled', []);
  write(
    'counted.csv',
    'area,year,indicator,counted,simulated_p50,simulated_p05,simulated_p95,inside_90,source,confidence,simulated_mean',
    nation.counted!.map((row) => [
      ...[row.area, row.year, row.indicator, row.counted, row.mean, row.p05, row.p95],
      ...[row.inside ? 'yes' : 'no', row.source.en, 'published', row.mean],
    ]),
  );
  write(
    'migration.csv',
    'year,province,scope,arrivals,arrivals_wanted,arrivals_without_factor',
    nation.accounts!.map((row) => [row.year, row.province, row.scope, row.arrivals, row.wanted, row.withoutFactor]),
  );
  write(
    'places.csv',
    'code,name_zh,name_en',
    places.map(({ code, name }) => [code, name.zh, name.en]),
  );
  const years = [2020, 2021];
  const values = Float64Array.from({ length: years.length * indicatorNames.length }, (_, i) => i);
  const title = { zh: '全国', en: 'China' };
  const described = { scenario: { id: 'china', title }, areas: [], entries: [] };
  writeReplicates(path.join(folder, 'replicates.parquet'), described, [
    { replicate: 0, areas: ['city'], years, indicators: indicatorNames, values } as never,
  ]);
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ ...regionTold(nation).manifest, files: [] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a nation has its provinces as areas and its places on the map alone', async () => {
  const { input, inputs, replicates } = await readRun(folder, 'en', () => 'none');
  expect(input.parts).toBe('provinces');
  expect(input.areas).toHaveLength(31);
  expect(new Set(input.indicators.map(({ area }) => area)).size).toBe(32);
  expect(input.places).toEqual(nation.places);
  expect(input.counted).toEqual(nation.counted);
  expect(input.accounts).toEqual(nation.accounts);
  expect(input.observations!.some(({ area }) => area === '510000')).toBe(true);
  expect(inputs).toBeNull(); // its first place is made up
  // what settled in the base year is of some places only
  expect(input.settlements.map(({ year, area }) => `${year} ${area}`)).toEqual(['2021 city']);
  expect(replicates.get('settled_persons')!.get(0)!.get(2020)).toBe(0);
  expect(replicates.get('settled_persons')!.get(0)!.get(2021)).toBeGreaterThan(0);
});

it('a region run draws its charts into its folder', { timeout: 60_000 }, async () => {
  const said: string[] = [];
  const progress = { step: () => {}, note: (line: string) => said.push(line) };
  await finishFromFolder(folder, progress as never, 'en');
  expect(said).toEqual([]);
  const drawn = readdirSync(path.join(folder, 'charts'));
  for (const name of [
    'map',
    'tiles',
    'tiles-places',
    'map-others',
    'counted-years',
    'counted-provinces',
    'move-account',
    'counties',
  ])
    for (const lang of ['zh', 'en']) expect(drawn).toContain(`${name}.${lang}.svg`);
});
