/**
 * How base populations fit the census over the places of the nation: `npm run fit` draws 40 places over all provinces and makes them
 * whole, `npm run fit -- --all --sample 0.1` makes a tenth of all of them (whole, 2.7 billion persons take hours). Writes
 * src/population/fit-of-all-places.md. With `--kept FILE` what is made is added to a file, and what it holds is not made again.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type FitSummary, summarizeFit } from '../../src/population/synthesis/fit/fit.ts';
import { synthesize } from '../../src/population/synthesis/synthesize.ts';
import { uniform } from '../../src/random/draw.ts';
import { baseKey } from '../../src/random/key.ts';
import { fitLabels } from '../../src/report/fit-labels.ts';
import { censusYears, placeCensus } from '../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, type Region, readRegions } from '../../src/scenario/city/regions.ts';
import { loadCityData } from '../../src/scenario/load-city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';
import { readData } from '../../src/scenario/read-data.ts';

const LARGEST_LEFT_OUT = 5;
/** Persons a sample has at least: of small places more is made. */
const LEAST_PERSONS = 20_000;

const { values: options } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    places: { type: 'string', default: '40' },
    seed: { type: 'string', default: 'fit' },
    sample: { type: 'string', default: '1' },
    kept: { type: 'string' },
  },
});

const sample = Number(options.sample);

/** The summary of one control in one place. */
interface PlaceFit extends FitSummary {
  readonly place: Region;
  readonly target: number;
}

/** Places of data/ in order of code, or as many as asked for, drawn province by province, without the largest. */
function placesToMake(): Region[] {
  const places = [...readRegions(readData).values()].filter(isPlace);
  if (options.all) return places;
  const residents = new Map(places.map(({ code }) => [code, placeCensus(readData, code, 2010)?.total.population ?? 0]));
  const largest = [...places]
    .sort((a, b) => residents.get(b.code)! - residents.get(a.code)!)
    .slice(0, LARGEST_LEFT_OUT);
  const key = baseKey(options.seed);
  const rank = ({ code }: Region): number => uniform(key, Number(code), 0, 0, 0);
  const left = places.filter((place) => !largest.includes(place)).sort((a, b) => rank(a) - rank(b));
  const turn = new Map(left.map((place) => [place.code, 0]));
  const seen = new Map<string, number>();
  for (const { code } of left) {
    turn.set(code, seen.get(provinceOf(code)) ?? 0);
    seen.set(provinceOf(code), turn.get(code)! + 1);
  }
  const drawn = left.sort((a, b) => turn.get(a.code)! - turn.get(b.code)! || rank(a) - rank(b));
  return drawn.slice(0, Number(options.places)).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function fitOf(place: Region, year: 2010 | 2020): PlaceFit[] {
  const parameters = Object.fromEntries(parameterNames.map((name) => [name, parameterSpecs[name].value]));
  const city = loadCityData(readData, place.code, year);
  const residents = city.areas.reduce((sum, { population }) => sum + population, 0);
  const rate = Math.min(1, Math.max(sample, LEAST_PERSONS / residents));
  const key = baseKey(options.seed, Number(place.code));
  const { fit, notes } = synthesize(city, parameters as ParameterValues, key, rate);
  // whole, a count is met to the person; of a sample the targets are fractions
  const wrong = fit.filter(
    (row) => rate === 1 && row.controlled && !row.control.includes('_share') && row.difference !== 0,
  );
  const told = [
    ...notes.map(({ en }) => en),
    ...wrong.map(({ control, area, difference }) => `${control} ${area} off by ${difference}`),
  ];
  process.stderr.write(`${place.code} ${place.name.en} ${year}\n${told.map((line) => `  ${line}\n`).join('')}`);
  return summarizeFit(fit).map((summary) => {
    const target = fit.filter((row) => row.control === summary.control).reduce((sum, row) => sum + row.target, 0);
    return { ...summary, place, target };
  });
}

/** `fitOf`, unless the file of kept results has it. */
function keptFitOf(place: Region, year: 2010 | 2020): PlaceFit[] {
  const { kept } = options;
  if (kept === undefined) return fitOf(place, year);
  const name = `${place.code} ${year} ${options.seed} ${sample}`;
  const lines = existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').filter(Boolean) : [];
  const found = lines.map((line) => JSON.parse(line) as [string, PlaceFit[]]).find(([key]) => key === name);
  if (found !== undefined) return found[1];
  const fits = fitOf(place, year);
  appendFileSync(kept, `${JSON.stringify([name, fits])}\n`);
  return fits;
}

const relativeError = ({ totalAbsoluteError, target }: PlaceFit): number => (100 * totalAbsoluteError) / target;

function tableRow(control: string, fits: readonly PlaceFit[]): string {
  const counted = fits.filter((fit) => fit.control === control && fit.target > 0);
  const label = fitLabels[control].name;
  const cells = (of: (fit: PlaceFit) => number, digits: number): string[] => {
    const sorted = [...counted].sort((a, b) => of(a) - of(b));
    const [median, worst] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)!];
    const where = of(worst) === 0 ? '' : ` ${worst.place.name.zh} ${worst.place.code}`;
    return [of(median).toFixed(digits), `${of(worst).toFixed(digits)}${where}`];
  };
  const used = counted[0].controlled ? '✓' : '';
  const columns = [...cells(relativeError, 2), ...cells((fit) => fit.srmse, 4)];
  return `| ${label.zh} ${label.en.replace('|', '')} | ${used} | ${counted.length} | ${columns.join(' | ')} |`;
}

function tableOf(year: number, fits: readonly PlaceFit[]): string {
  const controls = [...new Set(fits.map(({ control }) => control))];
  const ordered = [true, false].flatMap((controlled) =>
    controls.filter((control) => fits.some((fit) => fit.control === control && fit.controlled === controlled)),
  );
  const head =
    '| 表 table | 已控制 used | 地区 places | TAE % 中位 median | 最大 worst | SRMSE 中位 median | 最大 worst |';
  const rows = ordered.map((control) => tableRow(control, fits));
  return [`## ${year}`, '', head, '|---|---|---|---|---|---|---|', ...rows, ''].join('\n');
}

const places = placesToMake();
const made = ([2010, 2020] as const).map((year) => {
  const fits = places.flatMap((place) =>
    censusYears(readData, place.code).includes(year) ? keptFitOf(place, year) : [],
  );
  return tableOf(year, fits);
});
const drawn = options.all
  ? ['全部地区。All places.']
  : [
      `按省轮流、以种子“${options.seed}”抽取的 ${places.length} 个地区（不含人口最多的 ${LARGEST_LEFT_OUT} 个）：`,
      `${places.length} places drawn province by province with seed "${options.seed}", the ${LARGEST_LEFT_OUT} largest left out:`,
      `${places.map(({ name, code }) => `${name.zh} ${code}`).join('、')}。`,
    ];
const page = [
  '# 各地基年人口与普查的吻合程度 Fit of the base populations',
  '',
  '由 `npm run fit` 生成。TAE：各格绝对误差之和占目标总和；SRMSE：均方根误差除以目标均值（Voas & Williamson 2001）。',
  'Made by `npm run fit`. TAE: total absolute error over the total of the targets; SRMSE: root mean square error over the mean target.',
  '打勾者合成时用到：计数逐格相等，比重只有抽样误差。Ticked tables were used: counts are met cell by cell, shares within the error of drawing.',
  '2010年的目标含普查漏登的0—4岁儿童（`base.missedChildren`）。Targets of 2010 hold the children of 0-4 its census missed (`base.missedChildren`).',
  '',
  ...drawn,
  ...(sample < 1
    ? [
        `每地按 ${100 * sample}% 的人口（至少 2 万人，不足者全部）合成，目标为各数的同一份额：已控制的计数表只差取整；城镇户籍另有假设比重超过可容人数之处，运行时有说明。Samples of ${100 * sample} % of the people, 20,000 at least, targets that share of the counts: tables of counts that were used are off by rounding, and town registers also where the share assumed is more than townspeople can hold, which a run tells.`,
      ]
    : []),
  '',
  ...made,
].join('\n');
writeFileSync(new URL('../../src/population/fit-of-all-places.md', import.meta.url), page);
