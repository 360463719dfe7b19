import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderCharts } from '../../src/report/render-charts.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { sample } from './sample.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'luohu-charts-'));
});
afterEach(() => rm(out, { recursive: true }));

it('writes specification and picture of every chart in both languages, and nothing else', async () => {
  const written = await renderCharts(sample(), out);
  expect(written).toHaveLength(14 * 2 * 2);
  expect((await readdir(join(out, 'charts'))).map((file) => `charts/${file}`).sort()).toEqual([...written].sort());
  expect(JSON.parse(await readFile(join(out, 'charts/rates.zh.vl.json'), 'utf8')).$schema).toContain('vega-lite/v6');
  expect(await readFile(join(out, 'charts/rates.zh.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>$/s);
});

it('writes the same bytes each time', async () => {
  const read = async (files: string[]) => Promise.all(files.map((file) => readFile(join(out, file), 'utf8')));
  const first = await read(await renderCharts(sample(), out));
  expect(await read(await renderCharts(sample(), out))).toEqual(first);
});

it('skips a chart whose indicators are absent and does not list it', async () => {
  const input = sample();
  const indicators = input.indicators.filter((row) => !row.indicator.startsWith('residents_by_age'));
  const written = await renderCharts({ ...input, indicators }, out);
  expect(written).toHaveLength(13 * 2 * 2);
  expect(written.filter((file) => file.includes('age-pyramid'))).toEqual([]);
});

it('refuses a chart that draws with a warning', async () => {
  const spec = {
    data: { values: [{ a: 1 }] },
    mark: 'bar' as const,
    encoding: { size: { field: 'a', type: 'nominal' as const } },
  };
  await expect(renderSvg({ ...spec, $schema: 'https://vega.github.io/schema/vega-lite/v6.json' })).rejects.toThrow(
    /^chart not drawn cleanly: /,
  );
});
