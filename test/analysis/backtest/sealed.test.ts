import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { scoreTable } from '../../../src/analysis/backtest/score-table.ts';
import { assessSealed } from '../../../src/analysis/backtest/sealed/assess-sealed.ts';
import { readSealed } from '../../../src/analysis/backtest/sealed/read-sealed.ts';
import { sealedHash, sealOf, writeSeal } from '../../../src/analysis/backtest/sealed/seal.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import type { Inputs } from '../../../src/run/load-inputs.ts';
import { InputError } from '../../../src/scenario/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-sealed-'));
});

/** What a seal reads of the inputs of a run. */
const inputs = {
  scenario: {
    id: 'chifeng',
    title: { zh: '赤峰', en: 'Chifeng' },
    baseYear: 2020,
    endYear: 2026,
    seed: 'test',
    replicates: 5,
  },
  city: { code: '150400' },
  command: { sample: 0.1 },
  hash: 'f00d',
} as unknown as Inputs;

/** Five replicates of two indicators: 60 to 64 percent in town in 2026, one point less each year before. */
const results = Array.from({ length: 5 }, (_, replicate): ReplicateResult => {
  const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
  return {
    replicate,
    indicators: ['resident_urbanization_rate', 'job_seekers'],
    years,
    areas: ['city', '150402'],
    values: Float64Array.from(years.flatMap((year) => [0, 1].flatMap(() => [60 + replicate - (2026 - year), 7]))),
    settlements: new Float64Array(0),
    routes: [],
    personYears: 0,
  };
});

const seal = (date = '2025-06-30') => writeSeal(folder, sealOf(inputs, results, date));

/** data/observations with these lines of the urban share of Chifeng. */
const observed = (...lines: string[]) => {
  const header = 'area_code,year,indicator,value,unit,source,url,confidence,note';
  const text = lines.map((line) => `${line},percent,bulletin,,published,`);
  return () => [header, ...text, ''].join('\n');
};
const rate = (year: number, value: number, area = '150400') => `${area},${year},resident_urbanization_rate,${value}`;

describe('a sealed forecast', () => {
  it('holds what can be observed later, by area and year, and the hash of the table', async () => {
    await seal();
    expect(readdirSync(folder).sort()).toEqual(['chifeng-2025-06-30.csv', 'chifeng-2025-06-30.json']);
    const [{ manifest, rows }] = readSealed(folder) as [ReturnType<typeof readSealed>[number]];
    expect(manifest).toMatchObject({ id: 'chifeng-2025-06-30', date: '2025-06-30', scenarioHash: 'f00d', sample: 0.1 });
    expect(rows).toHaveLength(6 * 2);
    expect(rows.find(({ area, year }) => area === 'city' && year === 2026)).toEqual({
      indicator: 'resident_urbanization_rate',
      area: 'city',
      year: 2026,
      mean: 62,
      p05: 60.2,
      p25: 61,
      p50: 62,
      p75: 63,
      p95: 63.8,
    });
  });

  it('is the same bytes when sealed again', async () => {
    const read = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    await seal();
    const first = read();
    await seal();
    expect(read()).toEqual(first);
    expect(await sealedHash(folder, 'chifeng-2025-06-30')).toBe('f00d');
    expect(await sealedHash(folder, 'chifeng-2025-07-01')).toBeNull();
  });

  const broken = (): string[] => {
    try {
      readSealed(folder);
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).message.split('\n');
    }
  };

  it('tells when its table was changed', async () => {
    const file = await seal();
    appendFileSync(file, '\n');
    expect(broken()).toEqual([
      expect.stringMatching(
        /chifeng-2025-06-30\.csv: must be as sealed on 2025-06-30 \(sha256 \w{12}\), got \w{12}: it was changed since$/,
      ),
    ]);
  });

  it('tells when its table is gone, and when a manifest is none', async () => {
    rmSync(await seal());
    writeFileSync(path.join(folder, 'other.json'), '{"id": 3');
    expect(broken()).toEqual([
      expect.stringMatching(/csv: must be the forecast sealed on 2025-06-30 \(sha256 \w{12}\), got nothing there$/),
      expect.stringMatching(/other\.json: must be a manifest written by luohu backtest --seal, got something else$/),
    ]);
  });

  it('is none where no folder is', () => expect(readSealed(path.join(folder, 'nowhere'))).toEqual([]));
});

describe('scores of sealed forecasts', () => {
  const scores = (read: () => string) => scoreTable(assessSealed(read, readSealed(folder)), 'model');

  it('wait for figures of the year of sealing or later', async () => {
    await seal();
    expect(scores(observed(rate(2023, 57), rate(2024, 58)))).toEqual([]);
  });

  it("take figures of one's own over published ones, and where nothing was published", async () => {
    await seal();
    const own = (year: number, value: number) => ({
      ...{ area: 'city', indicator: 'resident_urbanization_rate', year, value, error: 0.1, source: 'own table' },
    });
    const published = observed(rate(2023, 57), rate(2024, 58), rate(2025, 59));
    const figures = new Map([['150400', [own(2025, 60.9), own(2026, 66)]]]);
    const [assessment] = assessSealed(published, readSealed(folder), figures);
    const found = scoreTable(assessSealed(published, readSealed(folder), figures), 'model');
    const of = (horizon: string) => found.find((row) => row.forecaster === 'model' && row.horizon === horizon)!;
    expect(of('1').meanAbsoluteError).toBeCloseTo(0.1, 10);
    expect(of('2').meanAbsoluteError).toBe(4);
    expect(assessment!.outcome.source).toBe('own table');
    // of another city they say nothing
    const elsewhere = new Map([['150200', [own(2026, 66)]]]);
    expect(
      scoreTable(assessSealed(published, readSealed(folder), elsewhere), 'model').map(({ horizon }) => horizon),
    ).not.toContain('2');
  });

  it('hold the median and the intervals against them, beside naive forecasts from the last figure before', async () => {
    await seal();
    const rows = scores(observed(rate(2023, 57), rate(2024, 58), rate(2025, 60.9), rate(2026, 66)));
    const of = (id: string, horizon: number) =>
      rows.find((row) => row.forecaster === id && row.horizon === `${horizon}`)!;
    expect(of('model', 1)).toMatchObject({ units: 1, coverage50: 1, coverage90: 1 });
    expect(of('model', 1).meanAbsoluteError).toBeCloseTo(0.1, 10);
    expect(of('model', 2)).toMatchObject({ coverage90: 0, meanAbsoluteError: 4 });
    expect(of('no-change', 2).meanAbsoluteError).toBeCloseTo(8, 10);
    expect(of('straight-line', 1).meanAbsoluteError).toBeCloseTo(1.9, 10);
    // 2025 is still open on the day: its figure counts, those of years before do not
    expect(new Set(rows.map(({ horizon }) => horizon))).toEqual(new Set(['1', '2']));
  });

  it('need a figure before the sealing to start a naive forecast from', async () => {
    await seal();
    expect(scores(observed(rate(2025, 60)))).toEqual([]);
  });

  it('leave out areas and indicators that were not sealed', async () => {
    await seal();
    expect(scores(observed(rate(2024, 58, '150499'), rate(2025, 60, '150499')))).toEqual([]);
  });
});
