import { hindcastInputs } from '../../analysis/backtest/model/hindcast-inputs.ts';
import { runHash } from '../../analysis/backtest/model/run-hash.ts';
import type { Task } from '../../analysis/backtest/model/simulate-tasks.ts';
import { backtestFolder, writeBacktest } from '../../analysis/backtest/write-backtest.ts';
import {
  askedOfRegisters,
  membersOf,
  NATION,
  printedRates,
  type RateBeside,
  REGISTER_YEARS,
  type RegisterRuns,
  rateMembers,
  ratesBeside,
  registerRuns,
  type Told,
  told,
  withoutRates,
  withSums,
} from '../../analysis/register-balance/register-runs.ts';
import { riseByChannel, settledBeside } from '../../analysis/register-balance/settled-beside.ts';
import { withParameters } from '../../analysis/simulate.ts';
import type { Language } from '../../language/language.ts';
import { logistic } from '../../math/logistic.ts';
import { csvText } from '../../result/csv.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { dataFiles } from '../../run/input-file.ts';
import { withDesign } from '../../run/load-inputs.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../scenario/city/regions.ts';
import { nationAt, readRates } from '../../scenario/city/register-rates.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { assertOut } from '../assert-out.ts';
import { BASES } from '../bases.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { tell } from '../tell.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';
import { simulateWithProgress } from './simulate.ts';

const REPLICATES = 8;
const PERSONS = 10_000;
const [FIRST, LAST] = REGISTER_YEARS;
/** Years since registers count by place everywhere. */
const COUNTED = Array.from({ length: LAST - 2015 }, (_, t) => 2016 + t);
const SETTLING = 'settlement.reportedRate';

/** What runs say of registers, beside what was printed. */
interface Registers {
  readonly nation: readonly (Told & { readonly year: number; readonly printed: number })[];
  readonly settled: ReturnType<typeof settledBeside>;
  readonly rise: ReturnType<typeof riseByChannel>;
  readonly levels: readonly RateBeside[];
  readonly changes: readonly RateBeside[];
}

/**
 * Registers of all places from 2010 to 2023, each run without the rates printed of its own province, added up to provinces and the nation; and
 * the same with settling doubled. The nation's figures were used for the nation's account: what comes back of them is a reproduction.
 */
export async function backtestRegisters(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  const { out, json } = options;
  await assertOut(out, lang);
  tell(messages.preparing()[lang]);
  const data = recordingReader(readData);
  const only = options.prefectures?.split(',').map((code) => code.trim());
  const all = [...readRegions(data.read).values()]
    .filter(isPlace)
    .map(({ code }) => code)
    .filter((code) => censusYears(data.read, code).includes(FIRST));
  const places = all.filter((code) => only?.includes(code) ?? true);
  const left = new Set(all.filter((code) => !places.includes(code)).map(provinceOf));
  const wholes = new Set(places.map(provinceOf).filter((province) => !left.has(province)));
  if (left.size === 0) wholes.add(NATION);
  const tasks = tasksOf(places, options, lang);
  const identity = {
    design: 'registers' as const,
    options: { only: only ?? null, runs: tasks.map(({ name }) => name) },
    data: dataFiles(data),
  };
  const folder = backtestFolder(out, identity);
  const kept = await simulateWithProgress(tasks, { ...options, folder }, lang);
  const half = kept.length / 2;
  const joined = (runs: readonly RegisterRuns[]): RegisterRuns => withSums(Object.assign({}, ...runs), places, wholes);
  const [usual, doubled] = [registersOf(joined(kept.slice(0, half))), registersOf(joined(kept.slice(half)))];
  await writeBacktest(folder, identity, { 'registers.csv': csvOf({ usual, doubled }) });
  if (json) printJson({ ...identity, folder, usual, doubled });
  else process.stdout.write(`${textOf(usual, doubled, places.length, folder, lang).join('\n')}\n`);
  return ExitStatus.done;
}

/** The runs of all places, then the same with settling doubled. */
function tasksOf(places: readonly string[], options: BacktestOptions, lang: Language): Task<RegisterRuns>[] {
  const replicates = options.replicates ?? REPLICATES;
  const settings = { replicates, seed: options.seed ?? 'luohu', sample: 1, endYear: LAST };
  const regions = readRegions(readData);
  const areas = printedRates(readData).map(([code]) => code);
  const inputsIn = new Map(
    [...new Set(places.map(provinceOf))].map((province) => [
      province,
      hindcastInputs(withoutRates(readData, province), settings, { scenario: (each) => each }, lang),
    ]),
  );
  const usual = places.map((place) => {
    const whole = inputsIn.get(provinceOf(place))!(place);
    const sample = options.sample ?? Math.min(1, PERSONS / expectedPersons(whole.city));
    return withDesign(whole, { sample, replicates, bases: BASES });
  });
  const doubled = usual.map((inputs) => {
    const rate = 2 * inputs.scenario.parameters[SETTLING][0].value;
    return { ...inputs, scenario: withParameters(inputs.scenario, { [SETTLING]: rate }) };
  });
  return [...usual, ...doubled].map((inputs, n) => {
    const place = places[n % places.length];
    const own = inputs.city.areas.map(({ code }) => code).filter((code) => areas.includes(code));
    return {
      name: `${place}-${runHash(inputs).slice(0, 10)}`,
      label: regions.get(place)!.name,
      inputs,
      asked: askedOfRegisters,
      keep: (results) => registerRuns(place, own, results),
    };
  });
}

function registersOf(runs: RegisterRuns): Registers {
  const rates = readRates(readData);
  const beside = ratesBeside(readData, runs);
  if (membersOf(runs, NATION, 'all', FIRST).length === 0) return { nation: [], settled: [], rise: [], ...beside };
  return {
    nation: COUNTED.map((year) => ({
      year,
      printed: 100 * logistic(nationAt(rates, year)),
      ...told(rateMembers(runs, NATION, year)),
    })),
    settled: settledBeside(readData, runs),
    rise: riseByChannel(runs, COUNTED),
    ...beside,
  };
}

const columns = ['runs', 'what', 'code', 'from', 'year', 'printed', 'mean', 'p05', 'p95'] as const;

/** registers.csv: rates in percent, changes in points a year, settled persons and channels in persons. */
function csvOf(runs: Readonly<Record<'usual' | 'doubled', Registers>>): string {
  return csvText(
    columns,
    Object.entries(runs).flatMap(([name, { nation, settled, rise, levels, changes }]) => [
      ...nation.map(({ year, printed, mean, low, high }) => [name, 'rate', NATION, '', year, printed, mean, low, high]),
      ...levels.map(({ code, year, printed, mean, low, high }) => [
        name,
        'rate',
        code,
        '',
        year,
        printed,
        mean,
        low,
        high,
      ]),
      ...changes.map(({ code, from, year, printed, mean, low, high }) => [
        name,
        'yearly change',
        code,
        from ?? '',
        year,
        printed,
        mean,
        low,
        high,
      ]),
      ...settled.map(({ from, to, printed, mean, low, high }) => [
        name,
        'settled persons',
        NATION,
        from,
        to,
        printed,
        mean,
        low,
        high,
      ]),
      ...rise.flatMap(({ year, ...parts }) =>
        Object.entries(parts).map(([part, persons]) => [name, `rise: ${part}`, NATION, '', year, '', persons, '', '']),
      ),
    ]),
  );
}

const one = (value: number): string => value.toFixed(1);
const two = (value: number): string => value.toFixed(2);
const millions = (persons: number): string => (persons / 1e6).toFixed(1);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${two(value)}`;

function textOf(usual: Registers, doubled: Registers, places: number, folder: string, lang: Language): string[] {
  const say = messages.registers;
  return [
    say.title(places)[lang],
    ...(usual.nation.length > 0 ? nationText(usual, doubled, lang) : []),
    '',
    say.places()[lang],
    plainTable(
      say.placesHead()[lang].split(','),
      [
        [say.levels()[lang], usual.levels, doubled.levels] as const,
        [say.changes()[lang], usual.changes, doubled.changes] as const,
      ].map(([name, rows, others]) => [name, ...scoreOf(rows), scoreOf(others)[1]]),
    ),
    '',
    messages.resultIn(folder)[lang],
  ];
}

/** The nation's rate, settled persons, and what raised its town registers. */
function nationText(usual: Registers, doubled: Registers, lang: Language): string[] {
  const say = messages.registers;
  return [
    '',
    say.nation()[lang],
    plainTable(
      say.nationHead()[lang].split(','),
      usual.nation.map(({ year, printed, mean, low, high }, n) => [
        String(year),
        two(printed),
        two(mean),
        signed(mean - printed),
        `${one(low)}–${one(high)}`,
        two(doubled.nation[n].mean),
      ]),
    ),
    '',
    say.settled()[lang],
    plainTable(
      say.settledHead()[lang].split(','),
      usual.settled.map(({ from, to, printed, mean, low, high, inside }, n) => [
        from === to ? String(to) : `${from}–${to}`,
        millions(printed),
        millions(mean),
        `${millions(low)}–${millions(high)}`,
        inside ? say.yes()[lang] : say.no()[lang],
        millions(doubled.settled[n].mean),
      ]),
    ),
    '',
    say.rise()[lang],
    plainTable(
      say.riseHead()[lang].split(','),
      usual.rise.map(({ year, rise, settled, relabelled, setRight, left, rest }) =>
        [String(year)].concat([rise, settled, relabelled, setRight, -left, rest].map(millions)),
      ),
    ),
    ...refutation(usual, doubled, lang),
  ];
}

/** Number, mean absolute error, bias and share inside the 90 % interval. */
function scoreOf(rows: readonly RateBeside[]): string[] {
  const mean = (of: (row: RateBeside) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);
  return [
    String(rows.length),
    two(mean((row) => Math.abs(row.mean - row.printed))),
    signed(mean((row) => row.mean - row.printed)),
    `${Math.round(100 * mean(({ printed, low, high }) => (printed >= low && printed <= high ? 1 : 0)))}%`,
  ];
}

/** Which of the nation's figures lie outside what runs with settling doubled say, and how far. */
function refutation(usual: Registers, doubled: Registers, lang: Language): string[] {
  const off = ({ nation }: Registers): number => Math.abs(nation.at(-1)!.mean - nation.at(-1)!.printed);
  const outside = doubled.settled.filter(
    ({ inside, low, high, printed }) => !inside && (printed < low || printed > high),
  );
  return [
    '',
    messages.registers.refuted(
      two(off(doubled)),
      two(off(usual)),
      outside.map(({ from, to }) => `${from}–${to}`),
    )[lang],
  ];
}
