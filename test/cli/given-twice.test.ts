import { afterEach, expect, test, vi } from 'vitest';
import yargs, { type Argv } from 'yargs';
import { backtestOptions } from '../../src/cli/backtest/options.ts';
import { compareOptions } from '../../src/cli/compare/options.ts';
import { eligibleOptions } from '../../src/cli/eligible/options.ts';
import { fiscalOptions } from '../../src/cli/fiscal/options.ts';
import { newOptions } from '../../src/cli/new/options.ts';
import { lastOf, wordOption } from '../../src/cli/options.ts';
import { policyOptions } from '../../src/cli/policy/options.ts';
import { populationOptions } from '../../src/cli/population/options.ts';
import { runOptions } from '../../src/cli/run/options.ts';
import { traceOptions } from '../../src/cli/trace/options.ts';
import type { Language } from '../../src/language/language.ts';
import { text } from '../../src/language/language.ts';

interface Declared {
  readonly string: readonly string[];
  readonly number: readonly string[];
  readonly array: readonly string[];
  readonly narg: Readonly<Record<string, number>>;
  readonly choices: Readonly<Record<string, readonly (string | number)[]>>;
}

const all = {
  backtestOptions,
  compareOptions,
  eligibleOptions,
  fiscalOptions,
  newOptions,
  policyOptions,
  populationOptions,
  runOptions,
  traceOptions,
} as unknown as Readonly<Record<string, (lang: Language) => (parser: Argv) => Argv>>;

/** Options that are lists parted by commas, given once or several times. */
const lists = ['years', 'area', 'only', 'charts', 'tables', 'indicators', 'prefectures', 'figures'];

afterEach(() => vi.restoreAllMocks());

test.each(Object.entries(all))('%s: an option given twice is one value, and that is said', (_, options) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const fresh = () =>
    options('en')(
      yargs([])
        .exitProcess(false)
        .fail((_, error) => {
          if (error !== undefined) throw error; // a value that is none; what is missing beside it does not matter here
        })
        .help(false)
        .version(false),
    );
  const declared = (fresh() as unknown as { getOptions(): Declared }).getOptions();
  const names = [...declared.string, ...declared.number, ...Object.keys(declared.choices)].filter(
    (name) => !declared.array.includes(name) && name in declared.narg && !(declared.narg[name]! > 1),
  );
  expect(names.length).toBeGreaterThan(1);
  for (const name of new Set(names)) {
    let taken = 0;
    for (const value of [declared.choices[name]?.[0] ?? 'all', '2', '2020', '0.5', '0/2', 'settled']) {
      let given: Record<string, unknown>;
      try {
        given = fresh().parse([`--${name}`, String(value), `--${name}`, String(value)]) as Record<string, unknown>;
      } catch {
        continue;
      }
      taken++;
      const isList = Array.isArray(given[name]) && !lists.includes(name);
      expect(isList, `--${name} ${value}`).toBe(false);
    }
    expect(taken, name).toBeGreaterThan(0);
  }
});

test('of a value given twice the last counts, and which it is is said once', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const last = lastOf<unknown>('odd-option', 'en');
  expect([last('a'), last(['a', 'b']), last([1, 2])]).toEqual(['a', 'b', 2]);
  expect(said.mock.calls.map(([line]) => line)).toEqual([
    'warning: --odd-option was given 2 times, the last counts: b\n',
  ]);
});

test('a text with characters that steer a terminal is refused by its code', () => {
  const { coerce } = wordOption('seed', text('种子', 'seed'), 'en');
  expect(coerce('种子 1')).toBe('种子 1');
  for (const [given, code] of [
    ['\u001b[2J', '001B'],
    ['a\u202eb', '202E'],
    ['a\u0000', '0000'],
  ])
    expect(() => coerce(given)).toThrow(`--seed must hold no control characters that are not seen, got U+${code}`);
});
