import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackRows } from '../../src/report/page/page-data.ts';
import {
  MOST_INDICATORS,
  type ResultCheck,
  type ResultDetail,
  type ResultDifferences,
  type ResultEntry,
  type ResultList,
} from '../../src/web/scene/results.ts';
import { smallRuns } from './results.ts';
import { startServer, TOKEN, temporary, type WhatIfServer } from './what-if-server.ts';

const { folder, remove } = temporary();
const out = path.join(folder, 'out');
let server: WhatIfServer;
let [base, without, other] = ['', '', ''];

beforeAll(async () => {
  const page = path.join(folder, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(page, 'runs.html'), '<!doctype html><title>runs</title>');
  [base, without, other] = smallRuns(
    out,
    ['--tables', 'all'],
    ['--without', 'national-land-2019'],
    ['--seed', 'another'],
  );
  server = await startServer(page, out);
}, 240_000);
afterAll(async () => {
  await server.close();
  remove();
});

async function ask(address: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${server.address}${address}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return { status: response.status, body: await response.text() };
}
const json = async <T>(address: string): Promise<T> => {
  const { status, body } = await ask(address);
  expect(status, body).toBe(200);
  return JSON.parse(body) as T;
};
const list = async (): Promise<readonly ResultEntry[]> => (await json<ResultList>('api/results')).results;
const entryOf = async (place: string): Promise<ResultEntry> =>
  (await list()).find((each) => each.folder === path.basename(place))!;
const rowsIn = (place: string) => csvParse(readFileSync(path.join(place, 'indicators.csv'), 'utf8'));

describe('the list of results', () => {
  it('tells of every run what it is, the newest first', async () => {
    const entries = await list();
    expect(entries.map(({ folder: name }) => name).sort()).toEqual(
      [base, without, other].map((place) => path.basename(place)).sort(),
    );
    expect(await entryOf(without)).toMatchObject({
      kind: 'place',
      state: 'whole',
      problem: null,
      title: { en: expect.stringContaining('Alxa League') },
      run: { replicates: 4, sample: 0.1, from: 2020, to: 2023, place: { zh: '阿拉善盟' }, pairing: { seed: 'luohu' } },
    });
    const times = entries.map(({ finished }) => Date.parse(finished));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('is behind the token like everything else, and the page stands at /runs', async () => {
    expect((await fetch(`${server.address}api/results`)).status).toBe(401);
    expect((await ask('runs')).body).toContain('<title>runs');
  });

  it('is read anew: what came or went meanwhile is seen', async () => {
    const copy = path.join(out, 'copy');
    cpSync(base, copy, { recursive: true });
    const { id } = await entryOf(copy);
    expect((await ask(`api/results/${id}`)).status).toBe(200);
    rmSync(copy, { recursive: true });
    expect(await entryOf(copy)).toBeUndefined();
    expect((await ask(`api/results/${id}`)).status).toBe(404);
  });

  it('has nothing to say of a folder that is not there', async () => {
    const bare = await startServer(path.join(folder, 'page'), path.join(folder, 'nowhere'));
    const response = await fetch(`${bare.address}api/results`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await response.json()).toMatchObject({ results: [], left: 0 });
    await bare.close();
  });
});

describe('a hostile folder', () => {
  const make: Record<string, (place: string) => void> = {
    'half-manifest': (place) => writeFileSync(path.join(place, 'manifest.json'), '{"format":'),
    'list-manifest': (place) => writeFileSync(path.join(place, 'manifest.json'), '[]'),
    'other-manifest': (place) => writeFileSync(path.join(place, 'manifest.json'), '{"package":1,"scenario":{}}'),
    'huge-table': (place) => {
      cpSync(base, place, { recursive: true });
      truncateSync(path.join(place, 'indicators.csv'), 1e9);
    },
    'huge-manifest': (place) => {
      writeFileSync(path.join(place, 'manifest.json'), '');
      truncateSync(path.join(place, 'manifest.json'), 1e9);
    },
    'linked-table': (place) => {
      cpSync(base, place, { recursive: true });
      rmSync(path.join(place, 'areas.csv'));
      symlinkSync('/etc/passwd', path.join(place, 'areas.csv'));
    },
    pipe: (place) => execFileSync('mkfifo', [path.join(place, 'manifest.json')]),
    'half.partial': (place) => writeFileSync(path.join(place, 'run.json'), '{'),
  };

  it.each(Object.entries(make))(
    '%s is listed as broken with one line and opens without a crash',
    async (name, fill) => {
      const place = path.join(out, name);
      mkdirSync(place);
      try {
        fill(place);
        const entry = await entryOf(place);
        expect(entry.state).toBe('broken');
        expect(entry.run).toBeNull();
        for (const lang of ['zh', 'en'] as const) expect(entry.problem![lang]).toMatch(/^[^\n]{5,300}$/);
        expect(await json<ResultDetail>(`api/results/${entry.id}`)).toMatchObject({ measured: null, tables: [] });
        expect((await ask(`api/results/${entry.id}/rows?indicator=births`)).status).toBe(422);
        expect((await ask(`api/results/${entry.id}/check`)).status).toBe(422);
        const { id } = await entryOf(base);
        expect((await ask(`api/results/${id}/differences/${entry.id}?indicator=births`)).status).toBe(422);
        expect((await ask(`api/results/${entry.id}/differences/${id}?indicator=births`)).status).toBe(422);
      } finally {
        rmSync(place, { recursive: true });
      }
    },
  );

  it('that is a link out of the folder of results is not followed', async () => {
    const place = path.join(out, 'outside');
    symlinkSync(path.join(folder, 'page'), place);
    const entry = await entryOf(place);
    expect([entry.state, entry.problem!.en]).toEqual([
      'broken',
      'outside is a link that leads out of the folder of results',
    ]);
    rmSync(place);
  });

  it('without a result, or hidden, is not listed', async () => {
    for (const name of ['notes', '.being-written']) mkdirSync(path.join(out, name));
    writeFileSync(path.join(out, '.being-written', 'manifest.json'), '{}');
    writeFileSync(path.join(out, 'manifest.json'), '{}');
    expect((await list()).map(({ folder: name }) => name)).not.toEqual(expect.arrayContaining(['notes']));
    expect((await list()).every(({ state }) => state === 'whole')).toBe(true);
  });

  it.each(['..%2f..', 'etc', '%00', '0000000000000000', 'copy', '__proto__'])(
    'is not reached by an id like %s',
    async (id) => {
      const { status, body } = await ask(`api/results/${id}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('"entry"');
    },
  );

  it('is not reached by the name of the folder', async () => {
    expect((await ask(`api/results/${path.basename(base)}`)).status).toBe(404);
  });
});

describe('a run', () => {
  it('offers every indicator with its words, every area with its name, and its own tables', async () => {
    const detail = await json<ResultDetail>(`api/results/${(await entryOf(base)).id}`);
    const measured = detail.measured!;
    expect(measured.years).toEqual([2020, 2021, 2022, 2023]);
    expect(measured.areas[0]).toEqual({ code: 'city', name: { zh: '阿拉善盟', en: 'Alxa League' } });
    expect(measured.areas.map(({ code }) => code)).toContain('152921');
    expect(measured.indicators.map(({ name }) => name)).toEqual([
      ...new Set(rowsIn(base).map((row) => row['indicator'])),
    ]);
    expect(measured.indicators.find(({ name }) => name === 'births')).toMatchObject({
      label: { zh: '出生', en: 'Births' },
      unit: 'persons',
      kind: 'flow',
    });
    expect(detail.tables.length).toBeGreaterThan(0);
    expect(detail.limits.length).toBeGreaterThan(0);
  });

  it('gives the rows of the indicators asked for, every number as its file has it', async () => {
    const { id } = await entryOf(base);
    const names = ['births', 'pupils.primary'];
    const query = new URLSearchParams(names.map((name) => ['indicator', name]));
    const rows = unpackRows(await json(`api/results/${id}/rows?${query}`));
    const wanted = rowsIn(base).filter((row) => names.includes(row['indicator']));
    expect(rows).toHaveLength(wanted.length);
    const key = (row: { area?: string; year?: unknown; indicator?: string }) =>
      `${row.area} ${row.year} ${row.indicator}`;
    const found = new Map(rows.map((row) => [key(row), row]));
    for (const row of wanted) {
      expect(found.get(key(row))!.mean).toBe(Number(row['mean']));
      expect(found.get(key(row))!.p95).toBe(Number(row['p95']));
    }
    expect(await json(`api/results/${id}/rows?indicator=no.such`)).toEqual([]);
  });

  it('is not asked for no indicator or for too many', async () => {
    const { id } = await entryOf(base);
    const many = Array.from({ length: MOST_INDICATORS + 1 }, (_, n) => `indicator=i${n}`).join('&');
    for (const query of ['', many]) expect((await ask(`api/results/${id}/rows?${query}`)).status).toBe(422);
  });

  it('is told apart from a pair by what they do not share', async () => {
    const ids = await Promise.all([base, other].map(async (place) => (await entryOf(place)).id));
    expect(await json(`api/results/${ids[0]}/differences/${ids[1]}?indicator=births`)).toEqual({
      unpaired: ['seed'],
      rows: null,
    });
  });

  it('less its pair has the difference of the means, in a county too, and less itself nothing', async () => {
    const [a, b] = await Promise.all([without, base].map(async (place) => (await entryOf(place)).id));
    const indicator = 'settled_persons';
    const meanOf = (place: string, area: string, year: number) =>
      Number(
        rowsIn(place).find(
          (row) => row['area'] === area && row['indicator'] === indicator && row['year'] === String(year),
        )!['mean'],
      );
    for (const area of ['city', '152921']) {
      const { rows } = await json<ResultDifferences>(
        `api/results/${a}/differences/${b}?indicator=${indicator}&area=${area}`,
      );
      expect(rows!.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
      for (const { year, mean, low, high, replicates } of rows!) {
        expect(mean).toBeCloseTo(meanOf(without, area, year) - meanOf(base, area, year), 6);
        expect(replicates).toBe(4);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
      }
    }
    const same = await json<ResultDifferences>(`api/results/${a}/differences/${a}?indicator=${indicator}`);
    expect(same.rows!.every(({ p05, p95 }) => p05 === 0 && p95 === 0)).toBe(true);
  });

  it('is shown although a file was edited, and the check says so when it is asked for', async () => {
    const place = path.join(out, 'edited');
    cpSync(other, place, { recursive: true });
    const { id } = await entryOf(place);
    expect(await json<ResultCheck>(`api/results/${id}/check`)).toEqual({
      changed: [],
      otherVersion: null,
      otherCode: false,
    });
    appendFileSync(path.join(place, 'settlements.csv'), '\n');
    rmSync(path.join(place, 'fit.csv'));
    expect((await json<ResultDetail>(`api/results/${id}`)).measured).not.toBeNull();
    expect(new Set((await json<ResultCheck>(`api/results/${id}/check`)).changed)).toEqual(
      new Set(['settlements.csv', 'fit.csv']),
    );
    appendFileSync(path.join(place, 'replicates.parquet'), 'x');
    const { status, body } = await ask(`api/results/${id}/differences/${id}?indicator=births`);
    expect([status, body]).toEqual([422, expect.stringContaining('replicates.parquet')]);
    rmSync(place, { recursive: true });
  });
});
