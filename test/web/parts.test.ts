import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { parameterNames } from '../../src/scenario/parameters.ts';
import { fromAddress, type PageState, toAddress } from '../../src/web/scene/address.ts';
import { fromBaseFile, toBaseFile } from '../../src/web/scene/base-file.ts';
import { compare } from '../../src/web/scene/compare.ts';
import { numbersCsv } from '../../src/web/scene/numbers-csv.ts';
import { fromTypedJson, toTypedJson } from '../../src/web/scene/typed-json.ts';

const offered = { scenarios: ['baotou', 'chifeng'], lang: 'zh' as const };

describe('an address', () => {
  const state = fc.record<PageState>({
    scenario: fc.constantFrom('baotou', 'chifeng'),
    lang: fc.constantFrom('zh', 'en'),
    sample: fc.constantFrom(0.005, 0.01, 0.02, 0.05),
    replicates: fc.constantFrom(4, 8, 12, 20, 40),
    seed: fc.option(fc.string({ minLength: 1 }), { nil: null }),
    definition: fc.constantFrom(null, 'law', 'place', 'kind', 'districts'),
    year: fc.option(fc.integer({ min: 2010, max: 2040 }), { nil: null }),
    area: fc.constantFrom('city', '150202'),
    measure: fc.constantFrom('registered_urbanization_rate', 'pupils.primary'),
    change: fc.record({
      without: fc.uniqueArray(fc.constantFrom('baotou-2024', 'baotou-2024:2.2.1.1', 'a@b:1')),
      add: fc.array(fc.record({ clause: fc.constant('chifeng-2016:2.1.2'), from: fc.constant('2026-01-01') }), {
        maxLength: 1,
      }),
      readings: fc.dictionary(fc.constant('baotou-2024:2.2.2.1'), fc.constant('another-county')),
      parameters: fc.dictionary(
        fc.constantFrom(...parameterNames),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    }),
  });

  it('keeps every state', () => {
    fc.assert(
      fc.property(state, (given) => {
        const read = fromAddress(toAddress(given), offered);
        const plain = (value: PageState) => JSON.parse(JSON.stringify(value)) as unknown;
        expect(plain(read)).toEqual(plain(given));
      }),
    );
  });

  it('that says wrong things says nothing', () => {
    const wrong =
      '?scenario=../etc&lang=fr&sample=7&replicates=x&definition=mine&year=soon&set=no.such@1&set=housing.rent@many&add=x';
    expect(fromAddress(wrong, offered)).toEqual(fromAddress('', offered));
    expect(() => fromAddress('?%ff&&==&set=@&add=@', offered)).not.toThrow();
  });
});

it('typed arrays go through JSON to the last bit', () => {
  const given = {
    a: Float64Array.of(0.1 + 0.2, Number.NaN, -1e-308, 2 ** 53),
    b: [Int32Array.of(-1, 7)],
    c: null,
    d: 'x',
  };
  expect(fromTypedJson(toTypedJson(given))).toEqual(given);
});

describe('a base file', () => {
  const bytes = (...values: number[]): SharedArrayBuffer => {
    const memory = new SharedArrayBuffer(values.length);
    new Uint8Array(memory).set(values);
    return memory;
  };
  const file = toBaseFile({ persons: bytes(1, 2, 3), households: bytes(4), villages: bytes(5, 6) });

  it('gives back its tables', () => {
    const read = fromBaseFile(file.buffer);
    expect([read.persons, read.households, read.villages].map((table) => [...new Uint8Array(table)])).toEqual([
      [1, 2, 3],
      [4],
      [5, 6],
    ]);
  });

  it.each([[0], [3], [file.length - 1]])('cut to %i bytes is refused', (length) => {
    expect(() => fromBaseFile(file.buffer.slice(0, length))).toThrow('not a whole base population');
  });
});

/** Two years, two areas, two indicators. */
const result = (replicate: number, values: readonly number[]): ReplicateResult => ({
  replicate,
  indicators: ['rate_gap', 'settled_persons'],
  years: [2020, 2021],
  areas: ['city', '150202'],
  values: Float64Array.from(values),
  settlements: new Float64Array(0),
  routes: [],
  personYears: 0,
});

describe('comparing', () => {
  const n = Number.NaN;
  const base = [result(0, [1, n, 0, n, 2, 10, 0, 0]), result(1, [5, n, 0, n, 6, 20, 0, 0])];
  const alternative = [result(1, [5, n, 0, n, 7, 24, 0, 0]), result(0, [1, n, 0, n, 5, 11, 0, 0])];

  it('takes differences replicate by replicate, whatever the order', () => {
    const [first, second] = compare({ base, alternative }, { indicator: 'rate_gap', cumulative: false });
    expect(first.difference).toMatchObject({ mean: 0, sd: 0 });
    expect(second).toMatchObject({
      year: 2021,
      base: { mean: 4 },
      alternative: { mean: 6 },
      difference: { mean: 2, p50: 2 },
    });
    expect(second.difference.sd).toBeCloseTo(Math.SQRT2, 12);
  });

  it('leaves out years without the flow, and adds flows up when asked to', () => {
    expect(
      compare({ base, alternative }, { indicator: 'settled_persons', cumulative: false }).map((row) => row.year),
    ).toEqual([2021]);
    const sums = compare({ base, alternative }, { indicator: 'settled_persons', cumulative: true });
    expect(sums.map((row) => row.alternative.mean)).toEqual([0, 17.5]);
  });

  it('of an indicator nobody measures is empty', () => {
    expect(compare({ base, alternative }, { indicator: 'nothing', cumulative: false })).toEqual([]);
  });

  it('refuses sides of other replicates', () => {
    expect(() =>
      compare({ base, alternative: [result(2, [])] }, { indicator: 'rate_gap', cumulative: false }),
    ).toThrow();
  });

  it('numbers as CSV leave out what is not defined', () => {
    expect(numbersCsv('x', [base[0]]).split('\n').slice(0, 4)).toEqual([
      'scenario,replicate,area,year,indicator,value',
      'x,0,city,2020,rate_gap,1',
      'x,0,city,2021,rate_gap,2',
      'x,0,city,2021,settled_persons,10',
    ]);
  });
});
