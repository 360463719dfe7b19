/**
 * What jumps in the first simulated year, which no census explains: `npm run startup [-- --places 150200,.. --replicates 10 --persons 20000 --write]`.
 * Every indicator of the city over four years from 2020, means over replicates, at twenty prefectures of all kinds; `--write` writes
 * src/process/start-up.md. A stock jumps where its first change is unlike the mean of the next three, a flow where its first year is unlike the mean
 * of the next three, both in units of what it is of; told is the median over the prefectures and how many jump alike.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from 'simple-statistics';
import { valueAt } from '../../src/analysis/hindcast/target-value.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import { indicatorName, indicators } from '../../src/indicator/indicators.ts';
import { expectedPersons } from '../../src/run/expected-persons.ts';
import { loadInputs, readShared, withDesign } from '../../src/run/load-inputs.ts';
import { placeScenario } from '../../src/run/place-name.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

/** By rank of the urban share over all provinces: every fifteenth or so of the prefectures. */
const PLACES =
  '150200,150400,621000,411200,130100,140900,210900,230600,320100,330700,340800,350800,360300,371400,420800,430500,441400,450300,510700,610600';
const BASE = 2020;
const YEARS = [1, 2, 3, 4].map((t) => BASE + t);
/** A jump is told from here on: this part of the level, and so many times what the years after differ by among each other. */
const PART = 0.1;
const TIMES = 3;
/** Persons a year or in stock below which an indicator of a sample says nothing. */
const FEW = 300;

const { values: options } = parseArgs({
  options: {
    places: { type: 'string', default: PLACES },
    replicates: { type: 'string', default: '10' },
    persons: { type: 'string', default: '20000' },
    write: { type: 'boolean', default: false },
  },
});

interface Jump {
  /** First change or first year less the mean of the next three, over the level. */
  readonly part: number;
  readonly isJump: boolean;
}

function jumpOf(kind: string, values: readonly number[]): Jump | null {
  const [base, ...later] = values;
  if (values.some((value) => !Number.isFinite(value))) return null;
  const isFlow = kind === 'flow';
  const series = isFlow ? later : later.map((value, t) => value - [base, ...later][t]);
  const [first, ...next] = series;
  const usual = next.reduce((sum, value) => sum + value, 0) / next.length;
  const level = isFlow ? Math.abs(usual) : later.reduce((sum, value) => sum + Math.abs(value), 0) / later.length;
  const spread = Math.max(...next) - Math.min(...next);
  if (level === 0) return null;
  const part = (first - usual) / level;
  return { part, isJump: Math.abs(part) > PART && Math.abs(first - usual) > TIMES * spread };
}

const session = openSession(2);
const regions = readRegions(readData);
const shared = readShared();
const jumps = new Map<string, Jump[]>();
for (const code of options.places.split(',')) {
  const place = regions.get(code)!;
  const overrides = { from: BASE, to: BASE + YEARS.length } as const;
  const command = { scenario: placeScenario(place, regions), overrides, sample: 1 } as Parameters<typeof loadInputs>[0];
  const whole = loadInputs(command, 'en', shared);
  const sample = Math.min(1, Number(options.persons) / expectedPersons(whole.city));
  const inputs = withDesign(whole, { sample, replicates: Number(options.replicates), bases: 5 });
  const results = await simulate(session, inputs, { bases: 'run' });
  const meanOf = (name: string, year: number): number =>
    results.reduce((sum, result) => sum + valueAt(result, name, 'city', year), 0) / results.length;
  for (const { name, kind, unit } of indicators) {
    const values = [BASE, ...YEARS].map((year) => meanOf(name, year));
    const known = kind === 'flow' ? [0, ...values.slice(1)] : values;
    const isFew = (unit === 'persons' || unit === 'households') && Math.max(...known.map(Math.abs)) < FEW / sample / 10;
    const jump = isFew ? null : jumpOf(kind, known);
    if (jump !== null) jumps.set(name, [...(jumps.get(name) ?? []), jump]);
  }
  console.error(code);
}
await closeSession(session);

const rows = [...jumps]
  .map(([name, of]) => ({
    name,
    places: of.length,
    jumping: of.filter(({ isJump }) => isJump).length,
    part: median(of.map(({ part }) => part)),
  }))
  .filter(({ jumping, places }) => jumping * 4 >= places)
  .sort((a, b) => b.jumping - a.jumping || Math.abs(b.part) - Math.abs(a.part));
const table = [
  '| indicator | first year beside the next three, median | prefectures that jump |',
  '|---|---|---|',
  ...rows.map(
    ({ name, part, jumping, places }) =>
      `| \`${name}\` ${indicatorName(name).en} | ${part > 0 ? '+' : ''}${(100 * part).toFixed(0)} % | ${jumping} of ${places} |`,
  ),
].join('\n');
console.log(table);
console.log(`${jumps.size} indicators told of, ${rows.length} jump in a quarter of the prefectures or more`);
if (options.write)
  writeFileSync(
    'src/process/start-up.md',
    `# What jumps in the first simulated year

Indicators of the city, 2020-24, means over ${options.replicates} replicates of some ${options.persons} persons at ${options.places.split(',').length} places (\`npm run startup -- --write\`). A stock jumps where
its first change is unlike the mean of the next three, a flow where its first year is: by more than ${100 * PART} % of the level and ${TIMES} times what the years after
differ by among each other. Listed is what jumps in a quarter of the places or more, of ${jumps.size} indicators.

${table}
`,
  );
