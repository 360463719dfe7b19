/// <reference lib="dom" />
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import type { Browser, Page } from 'playwright-core';
import { compile, type TopLevelSpec } from 'vega-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, downloaded, hasChromium, openChromium, openPage } from './chromium.ts';
import { smallRuns } from './results.ts';
import { buildPage, startServer, TOKEN, temporary, type WhatIfServer } from './what-if-server.ts';

interface Axe {
  run(of: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const { folder, remove } = temporary();
const out = path.join(folder, 'out');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const trick = `<img src=x onerror="document.title='pwned'">=1+1`;
let server: WhatIfServer;
let browser: Browser;
let [base, without] = ['', ''];

const open = (state: string, options = {}) =>
  openPage(browser, `${server.address}runs?token=${TOKEN}&${state}`, options);
const button = (page: Page, place: string) =>
  page.locator('button.result', { has: page.locator('.folder', { hasText: path.basename(place) }) });

describe.skipIf(!hasChromium)('the page of results (needs chromium)', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    const built = path.join(folder, 'page');
    await buildPage(built);
    [base, without] = smallRuns(out, ['--tables', 'all'], ['--without', 'national-land-2019', '--tables', 'all']);
    mkdirSync(path.join(out, 'half'));
    writeFileSync(path.join(out, 'half', 'manifest.json'), '{');
    const named = path.join(out, 'trick');
    cpSync(base, named, { recursive: true });
    const manifest = JSON.parse(readFileSync(path.join(named, 'manifest.json'), 'utf8')) as {
      scenario: { title: object };
      options: { seed: string };
    };
    manifest.scenario.title = { zh: trick, en: trick };
    manifest.options.seed = 'another';
    writeFileSync(path.join(named, 'manifest.json'), JSON.stringify(manifest));
    server = await startServer(built, out);
    browser = await openChromium();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    remove();
  });

  it('is reached from the first page, and a result is chosen by a click and left by going back', async () => {
    const { page, complaints } = await openPage(
      browser,
      `${server.address}?token=${TOKEN}&lang=en&sample=0.005&replicates=4`,
    );
    await page.click('#runs');
    await page.waitForSelector('button.result');
    expect(await page.locator('button.result').count()).toBe(4);
    expect(await button(page, 'half').innerText()).toContain('manifest.json must be what luohu wrote');
    await after(page, () => button(page, base).click());
    expect(await page.locator('#result-title').innerText()).toBe('Alxa League');
    expect(await button(page, base).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[data-chart="indicator"] svg path').count()).toBeGreaterThan(5);
    await after(page, () => page.goBack());
    expect(await page.locator('#result-title').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('finds an indicator by words of either language, draws it for a county, and hands it out', async () => {
    const { page, complaints } = await open('lang=en');
    await after(page, () => button(page, base).click());
    for (const [words, name] of [
      ['小学 随迁', 'pupils.primary.accompanying'],
      ['primary accompanying', 'pupils.primary.accompanying'],
    ]) {
      await page.fill('#find-indicator', words);
      await expect
        .poll(() =>
          page.locator('#indicator option').evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
        )
        .toContain(name);
      expect(await page.locator('#indicator option').count()).toBeLessThan(6);
    }
    await after(page, () => page.selectOption('#indicator', 'pupils.primary.accompanying'));
    await after(page, () => page.selectOption('[name="area"]', '152921'));
    const figure = page.locator('[data-chart="indicator"]');
    await expect
      .poll(() => figure.locator('.chart').getAttribute('aria-label'))
      .toContain('Primary pupils (accompanying)');
    expect(await figure.innerText()).toContain('Alxa Left Banner');
    expect(await figure.innerText()).toContain(path.basename(base));

    const wanted = csvParse(readFileSync(path.join(base, 'indicators.csv'), 'utf8')).filter(
      (row) => row['area'] === '152921' && row['indicator'] === 'pupils.primary.accompanying',
    );
    const csv = csvParse(await downloaded(page, '[data-chart="indicator"] button:has-text("CSV")'));
    expect(csv.map(({ area, year, mean }) => [area, year, Number(mean)])).toEqual(
      wanted.map(({ area, year, mean }) => [area, year, Number(mean)]),
    );
    const spec = JSON.parse(
      await downloaded(page, '[data-chart="indicator"] button:has-text("Vega-Lite")'),
    ) as TopLevelSpec;
    expect(compile(spec).spec.marks!.length).toBeGreaterThan(0);
    expect(await downloaded(page, '[data-chart="indicator"] button:has-text("SVG")')).toMatch(/^<svg/);
    expect(await downloaded(page, '[data-chart="indicator"] button:has-text("PNG")')).toContain('PNG');

    const before = await figure.locator('.chart').innerHTML();
    await page.reload();
    await page.waitForFunction(() => Number(document.body.dataset['shown'] ?? 0) > 0);
    expect(await figure.locator('.chart').innerHTML()).toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('takes pairs from each other and says of others that they are none', async () => {
    const { page, complaints } = await open('lang=en&indicator=settled_persons');
    await after(page, () => button(page, without).click());
    const select = page.locator('[name="base"]');
    const group = (label: string) => select.locator(`optgroup[label="${label}"] option`).allInnerTexts();
    expect((await group('Pairs, replicate by replicate')).join()).toContain(path.basename(base));
    expect((await group('Side by side, not paired')).join()).toContain('trick');
    const choose = async (place: string): Promise<void> => {
      const label = (await select.locator('option').allInnerTexts()).find((each) =>
        each.endsWith(path.basename(place)),
      )!;
      await after(page, () => select.selectOption({ label }));
    };
    await choose(base);
    expect(await page.locator('#between').innerText()).toMatch(
      /^Difference: .* less Alxa League, replicate by replicate/,
    );
    expect(await page.locator('[data-chart="difference"] svg').isVisible()).toBe(true);
    await choose('trick');
    expect(await page.locator('#between').innerText()).toContain('they differ in seed');
    expect(await page.locator('[data-chart="both"] svg').isVisible()).toBe(true);
    expect(await page.locator('[data-chart="difference"]').isVisible()).toBe(false);
    expect(await page.title()).not.toBe('pwned');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('pivots areas, indicators and years, and hands the table out', async () => {
    const { page } = await open('lang=en&indicator=births');
    await after(page, () => button(page, base).click());
    const shape = async () => [
      await page.locator('table.pivot tbody tr').count(),
      await page.locator('table.pivot thead th').count(),
    ];
    expect(await shape()).toEqual([5, 4]);
    await after(page, () => page.selectOption('[name="rows"]', 'year'));
    expect(await shape()).toEqual([3, 6]);
    await after(page, () => page.fill('#find-indicator', 'births'));
    await after(page, () => page.selectOption('[name="rows"]', 'indicator'));
    await after(page, () => page.selectOption('[name="columns"]', 'area'));
    await after(page, () => page.selectOption('[name="statistic"]', 'mean'));
    await after(page, () => page.selectOption('[name="year"]', '2022'));
    const csv = csvParse((await downloaded(page, '#pivot-csv')).replace(/^\ufeff/, ''));
    const wanted = csvParse(readFileSync(path.join(base, 'indicators.csv'), 'utf8')).find(
      (row) => row['area'] === '152921' && row['indicator'] === 'births' && row['year'] === '2022',
    )!;
    expect(Number(csv.find((row) => row['indicator'] === 'births')!['Alxa Left Banner 152921'])).toBe(
      Number(wanted['mean']),
    );
    await page.context().close();
  });

  it('says when files are no longer as the run wrote them, once it is asked', async () => {
    const { page } = await open('lang=en');
    await after(page, () => button(page, without).click());
    await page.click('#check');
    await expect.poll(() => page.locator('#checked').innerText()).toContain('All files are as the run wrote them');
    appendFileSync(path.join(without, 'settlements.csv'), '\n');
    await page.click('#check');
    await expect
      .poll(() => page.locator('#checked').innerText())
      .toContain('Changed or gone since the run: settlements.csv');
    await page.context().close();
  });

  it.each(['zh', 'en'])('is free of what axe finds, in %s, and no wider than a phone', async (lang) => {
    const { page, complaints } = await open(`lang=${lang}`, { script: axe });
    await after(page, () => button(page, without).click());
    await after(page, () => page.selectOption('[name="base"]', { index: 1 }));
    for (const details of await page.locator('details').all())
      await details.evaluate((each: HTMLDetailsElement) => (each.open = true));
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run(document));
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((each) => each.html).join(' ')}`)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.reload();
    await page.waitForFunction(() => Number(document.body.dataset['shown'] ?? 0) > 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
