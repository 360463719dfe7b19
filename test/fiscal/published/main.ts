// Runs the built package, as a reader would, and writes src/fiscal/published.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { pageOf } from './page.ts';
import type { Money, Place } from './place.ts';

const root = path.join(import.meta.dirname, '../../..');
const places = ['baotou', 'chifeng', 'qingyang', 'sanmenxia', 'taiyuan', 'changzhi', 'jinzhong', 'quanzhou'];
/** Year whose allotment Shanxi published by city. */
const YEAR = 2024;
const REPLICATES = 12;

const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-allotments-'));
const luohu = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [path.join(root, 'dist/cli/main.js'), ...args, '--json', '--lang', 'en'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
const tableOf = (...parts: readonly string[]): DSVRowString[] => csvParse(readFileSync(path.join(...parts), 'utf8'));

/** Residents of a province at the end of a year: of the censuses those printed. */
function residentsOf(province: string, year: number): number {
  const row = tableOf(root, 'data/census', `${province}.csv`).find(
    ({ code, year: of }) => code === province && Number(of) === year,
  )!;
  return Number(row['population']);
}

/** Runs a place until two years after the allotment, which settles the years it counts, and reads what `fiscal` makes of it. */
function measured(name: string): Place {
  const run = luohu('run', name, '--replicates', String(REPLICATES), '--to', String(YEAR + 2), '--out', out);
  const { runs } = JSON.parse(run) as { runs: { folder: string }[] };
  const folder = path.resolve(root, runs[0]!.folder);
  luohu('fiscal', folder, '--from', String(YEAR));
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    scenario: { city: string };
    options: { sample: number };
  };
  const indicator = (id: string, year: number): number =>
    Number(
      tableOf(folder, 'indicators.csv').find(
        (row) => row['indicator'] === id && row['area'] === 'city' && Number(row['year']) === year,
      )?.['mean'] ?? Number.NaN,
    );
  const fiscal = path.join(folder, 'fiscal');
  const award = tableOf(fiscal, 'award.csv').filter(
    (row) => row['form'] === 'envelope' && row['area'] === 'city' && Number(row['year']) === YEAR,
  );
  const part = (name: string): number => Number(award.find((row) => row['part'] === name)?.['yuan'] ?? 0);
  const [interval] = tableOf(fiscal, 'award-intervals.csv').filter(
    (row) => row['form'] === 'envelope' && row['area'] === 'city' && Number(row['year']) === YEAR,
  );
  const base = tableOf(fiscal, 'award-base.csv').filter(
    (row) => row['area'] === 'city' && Number(row['year']) === YEAR && Number(row['vintage_age']) === 0,
  );
  const newSettler = tableOf(fiscal, 'new-settler.csv').filter((row) => row['form'] === 'envelope');
  const settlers = base.reduce((sum, row) => sum + Number(row['persons']), 0);
  const mean = (column: string): number =>
    base.reduce((sum, row) => {
      const own = newSettler.find((each) => each['tier'] === row['tier'])!;
      return sum + Number(row['persons']) * Number(own[column]);
    }, 0) / settlers;
  const costs = tableOf(fiscal, 'per-person.csv').filter((row) => Number(row['year']) === YEAR);
  const sumOf = (column: string): number => costs.reduce((sum, row) => sum + Number(row[column]), 0);
  const estimates = tableOf(fiscal, 'comparison.csv').filter((row) => row['component'] === 'public cost, total');
  const money: Money = {
    settlersPart: part('settlers') + part('permits'),
    childrenPart: part('children'),
    mean: Number(interval!['mean']),
    p10: Number(interval!['p10']),
    p90: Number(interval!['p90']),
    firstYear: mean('first_year_yuan'),
    allYears: mean('all_years_yuan'),
  };
  const allotment = tableOf(root, 'data/award-allotments.csv').find(
    (row) => row['area_code'] === manifest.scenario.city && Number(row['from']) === YEAR,
  );
  return {
    name: runs[0]!.folder.replace(/^.*\/([a-z]+)-[0-9a-f]+$/, '$1'),
    code: manifest.scenario.city,
    folder,
    sample: manifest.options.sample,
    residents: indicator('resident_population', YEAR),
    settlers,
    children: indicator('award_children', YEAR - 1),
    money,
    published: allotment === undefined ? null : Number(allotment['value']),
    servedYearly: sumOf('settled_public_yuan'),
    addedYearly: sumOf('marginal_public_yuan'),
    lifetime: Number(estimates[0]!['ours']),
    estimates: estimates.map((row) => ({
      author: row['author']!,
      region: row['region']!,
      value: Number(row['value']),
      now: Number(row['at_price_year']),
    })),
  };
}

const found = places.map(measured);
const shanxi = found.filter(({ code }) => code.startsWith('14'));
const envelope = shanxi.reduce((sum, { published }) => sum + published!, 0);
const shared = JSON.parse(
  luohu('fiscal', ...shanxi.map(({ folder }) => folder), '--from', String(YEAR), '--envelope', String(envelope)),
) as { rows: { city: string; share: number; settlersShare: number; childrenShare: number }[] };
/** Yuan that a province as a whole was published to share out in a year. */
const publishedOf = (province: string, year: number): number =>
  Number(
    tableOf(root, 'data/award-allotments.csv').find(
      (row) => row['area_code'] === province && Number(row['from']) === year && Number(row['to']) === year,
    )!['value'],
  );
/** The nation's fund of the year, and its residents of the year before, when the counts were taken. */
const nation = {
  yuan: Number(
    tableOf(root, 'data/fiscal-coefficients.csv').find(
      (row) => row['id'] === 'award.envelope' && row['region_code'] === '000000' && Number(row['year']) === YEAR,
    )!['value'],
  ),
  residents: Number(
    tableOf(root, 'data/observations/000000.csv').find(
      (row) => row['indicator'] === 'resident_population' && Number(row['year']) === YEAR - 1,
    )!['value'],
  ),
};
const page = pageOf({
  nation,
  ...{ year: YEAR, replicates: REPLICATES, places: found, shanxi: shared.rows, envelope },
  province: {
    shanxi: { yuan: publishedOf('140000', 2024), residents: residentsOf('140000', 2020) },
    fujian: { yuan: publishedOf('350000', 2020), residents: residentsOf('350000', 2020) },
  },
});
writeFileSync(path.join(root, 'src/fiscal/published.md'), page);
process.stdout.write(page);
