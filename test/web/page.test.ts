/// <reference lib="dom" />
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSite } from '../../src/web/server/export-site.ts';
import { luohu, root } from '../cli/luohu.ts';
import { after, downloaded, hasChromium, openChromium, openPage, shownAgain } from './chromium.ts';
import { meansOf, moneyOf, numbersIn, simulatedIn } from './numbers.ts';
import { serveFolder } from './static-server.ts';
import { buildPage, offersOf, startServer, TOKEN, temporary, type WhatIfServer } from './what-if-server.ts';

/** What axe-core leaves in a page. */
interface Axe {
  run(of: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const SMALL = 'sample=0.005&replicates=4&lang=en';
const { folder, remove } = temporary();
const built = path.join(folder, 'page');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let server: WhatIfServer;
let browser: Browser;

const trick = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script>{{1+1}}=1+1`;

const drawn = (page: Page, chart: string): Promise<string> =>
  page.locator(`[data-chart="${chart}"] .chart`).innerHTML();
const sentence = (page: Page): Promise<string> => page.locator('.sentence').innerText();
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const open = (state: string, options = {}) => openPage(browser, `${server.address}?token=${TOKEN}&${state}`, options);

/** Sets a slider as a hand does, without a key. */
const slide = (page: Page, lever: string, to: number): Promise<void> =>
  page.locator(`[data-lever="${lever}"]`).evaluate((slider, value) => {
    (slider as HTMLInputElement).value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, to);

describe.skipIf(!hasChromium)('the what-if page (needs chromium)', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    await buildPage(built);
    const file = path.join(folder, 'trick.yaml');
    const text = readFileSync(path.join(root, 'scenarios/sanmenxia.yaml'), 'utf8').replace(/^id:.*\n/m, '');
    writeFileSync(file, text.replace(/^title:.*$/m, `title: ${JSON.stringify({ zh: trick, en: trick })}`));
    server = await startServer(built, path.join(folder, 'out'), ['scenarios/sanmenxia.yaml', file]);
    browser = await openChromium();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    remove();
  });

  it('shows rates, settlements and services without a complaint, its memory shared', async () => {
    const { page, complaints } = await open(SMALL);
    expect(await sentence(page)).toMatch(/Sanmenxia in 2035: resident urbanization rate \d\d\.\d %, registered/);
    for (const chart of ['rates', 'settlements', 'services', 'cost']) {
      expect(await page.locator(`[data-chart="${chart}"] svg path`).count(), chart).toBeGreaterThan(5);
    }
    expect(await page.locator('[data-chart="difference"]').isVisible()).toBe(false);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a lever moved changes the charts and the address, and reloading keeps all of it', async () => {
    const { page, complaints } = await open(SMALL);
    const before = await drawn(page, 'services');
    await after(page, () => slide(page, 'rental.capacityFactor', 2));
    console.info(
      `what-if page: ${await page.evaluate(() => document.body.dataset['milliseconds'])} ms from a lever to the charts, 4 replicates of 0.5 %`,
    );
    expect(await drawn(page, 'services')).not.toBe(before);
    expect(await page.locator('[data-chart="difference"] svg').isVisible()).toBe(true);
    expect(query(page).getAll('set')).toEqual(['rental.capacityFactor@2']);

    const clause = page.locator('.clause input[type="checkbox"]:enabled').first();
    const reference = await clause.getAttribute('data-reference');
    await after(page, () => clause.press('Space'));
    expect(query(page).getAll('without')).toEqual([reference]);
    await after(page, () => page.locator('.measures tr[data-measure="public_rental_waiting"] input').check());
    await after(page, () => page.locator('select[name="area"]').selectOption({ index: 1 }));
    const [said, table, difference] = [
      await sentence(page),
      await page.locator('.measures').innerText(),
      await drawn(page, 'difference'),
    ];

    await page.reload();
    await shownAgain(page, 0);
    expect(await sentence(page)).toBe(said);
    expect(await page.locator('.measures').innerText()).toBe(table);
    expect(await drawn(page, 'difference')).toBe(difference);
    expect(await page.locator(`[data-reference="${reference}"]`).isChecked()).toBe(false);
    expect(await page.locator('#value-rental\\.capacityFactor').inputValue()).toBe('2');
    expect(await page.locator('.chips li').count()).toBe(2);

    await after(page, () => page.getByRole('button', { name: 'Reset all' }).click());
    expect(query(page).has('set')).toBe(false);
    expect(await page.locator('.chips li').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('begins with questions of the city; answers, undoes, redoes, and sets reforms side by side', async () => {
    const { page, complaints } = await open(SMALL);
    const questions = page.locator('.ask .question');
    expect(await questions.count()).toBeGreaterThan(4);
    expect(await questions.first().innerText()).toMatch(/^What if there were no Sanmenxia.*\?$/);
    const before = await sentence(page);
    await after(page, () => questions.first().click());
    expect(query(page).getAll('without')).toEqual(['sanmenxia-2019']);
    expect(await questions.first().getAttribute('aria-pressed')).toBe('true');
    const answered = await sentence(page);
    expect(answered).toMatch(/the changes make|do not move it/);
    expect(await page.locator('.results.stale').count()).toBe(0);
    expect(await page.locator('[data-chart="map"] svg').textContent()).toMatch(
      /A change can be told in \d of \d+ counties/,
    );

    await after(page, () => page.click('#undo'));
    expect(await sentence(page)).toBe(before);
    await after(page, () => page.keyboard.press('Control+Shift+Z'));
    expect(await sentence(page)).toBe(answered);
    await after(page, () => page.goBack());
    expect(query(page).has('without')).toBe(false);
    await after(page, () => page.goForward());
    expect(await sentence(page)).toBe(answered);

    await page.fill('input[name="reform"]', 'No plan');
    await page.click('#keep-reform');
    await after(page, () => questions.last().click());
    await page.fill('input[name="reform"]', 'A lever');
    await page.click('#keep-reform');
    await page.click('#compare-reforms');
    const table = page.locator('.reforms table');
    await table.waitFor();
    expect(await table.locator('thead th').allInnerTexts()).toEqual(['Measure', 'Before (mean)', 'No plan', 'A lever']);
    const row = (measure: string) => page.locator(`.results .measures tr[data-measure="${measure}"] td`);
    const beside = await table.locator('tr[data-measure="registered_urbanization_rate"] td').allInnerTexts();
    const [old, , difference] = await row('registered_urbanization_rate').allInnerTexts();
    expect([beside[0], beside[2]]).toEqual([old, difference]);
    await page.reload();
    await shownAgain(page, 0);
    expect(await page.locator('.reforms .chips li').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('No plan'), expect.stringContaining('A lever')]),
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['zh', 'en'])('fits a phone, nothing beyond its edge (%s)', async (lang) => {
    const { page } = await open(`sample=0.005&replicates=4&lang=${lang}&without=sanmenxia-2019`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(() => document.documentElement.scrollWidth === 390);
    // letters as large as ever: charts are drawn for the screen, not shrunk to it
    for (const chart of ['rates', 'map', 'services', 'cost']) {
      const drawing = page.locator(`[data-chart="${chart}"] .chart svg`);
      await page.waitForFunction(
        (name) => {
          const svg = document.querySelector<SVGSVGElement>(`[data-chart="${name}"] .chart svg`)!;
          const { width } = svg.getBoundingClientRect();
          return width / svg.viewBox.baseVal.width > 0.97 && width <= svg.closest('.chart')!.clientWidth;
        },
        chart,
        { timeout: 30_000 },
      );
      expect(await drawing.isVisible(), chart).toBe(true);
    }
    await page.context().close();
  });

  it('gives the numbers of luohu run --sample to the last digit: the scenario, a variation, another seed', async () => {
    const { page } = await open(SMALL);
    const files = {
      base: path.join(folder, 'sanmenxia.yaml'),
      variation: path.join(folder, 'sanmenxia', 'what-if.yaml'),
    };
    copyFileSync(path.join(root, 'scenarios/sanmenxia.yaml'), files.base);
    mkdirSync(path.dirname(files.variation));
    await after(page, () => page.locator('[data-reference="sanmenxia-2019"]').uncheck());
    await after(page, () => slide(page, 'inMigration.factor', 1.4));
    const shown = {
      base: await downloaded(page, '#numbers-base'),
      variation: await downloaded(page, '#numbers-alternative'),
      seed: '',
    };
    writeFileSync(files.variation, await downloaded(page, '#download-yaml'));
    // no base population was made beforehand for this seed: it is synthesised in the page
    await after(page, () =>
      page
        .locator('input[name="seed"]')
        .fill('another')
        .then(() => page.keyboard.press('Enter')),
    );
    shown.seed = await downloaded(page, '#numbers-base');

    expect(luohu(['check', files.variation]).status).toBe(0);
    const out = path.join(folder, 'runs');
    const common = ['--sample', '0.005', '--replicates', '4', '--bases', '1', '--out', out, '--json'];
    const folders = (...args: string[]): string[] => {
      const { stdout, stderr } = luohu(['run', ...args, ...common]);
      expect(stderr).not.toMatch(/must/);
      return (JSON.parse(stdout) as { runs: { folder: string }[] }).runs.map((run) => run.folder);
    };
    const [base, variation] = folders(files.base, files.variation);
    const [seed] = folders(files.base, '--seed', 'another');
    expect(simulatedIn(shown.base)).toEqual(await numbersIn(base));
    expect(simulatedIn(shown.variation)).toEqual(await numbersIn(variation));
    expect(simulatedIn(shown.seed)).toEqual(await numbersIn(seed));
    expect(shown.base).not.toBe(shown.variation);

    expect(luohu(['fiscal', variation]).status).toBe(0);
    const money = meansOf(shown.variation);
    const told = moneyOf(variation);
    expect(told.size).toBeGreaterThan(300);
    // what is linear in the counts is the same; what settling adds is a product of counts, here taken replicate by replicate:
    // the mean of products over four replicates whose settling follows paths of its own, against the product of the means
    for (const [key, yuan] of told)
      expect(Math.abs(money.get(key)! / yuan - 1), key).toBeLessThan(key.startsWith('settled') ? 0.25 : 1e-9);
    await page.context().close();
  });

  it('runs at full scale with the command line, tells how far it is, shows the results and offers the workbook', async () => {
    const { page, complaints } = await open(`${SMALL}&set=rental.capacityFactor@2`);
    const sampled = await page.locator('.measures').innerText();
    expect(await page.locator('#workbook').isDisabled()).toBe(true);
    await page.locator('select[name="full-sample"]').selectOption('0.05');
    await page.locator('input[name="full-replicates"]').fill('2');
    await after(page, async () => {
      await page.click('#run-full');
      await page.locator('progress').waitFor({ state: 'visible' });
    });
    await page.locator('.files a').first().waitFor();
    await page.locator('input[name="source"][value="full"]:checked').waitFor();
    expect(await page.locator('.measures').innerText()).not.toBe(sampled);
    const link = page.locator('.files a', { hasText: 'manifest.json' }).last();
    const manifest = await (
      await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)
    ).json();
    expect(manifest).toMatchObject({ options: { replicates: 2, sample: 0.05 }, scenario: { city: '411200' } });
    const folders = readdirSync(path.join(folder, 'out')).filter((name) => name.startsWith('sanmenxia'));
    expect(folders).toHaveLength(2);

    await after(page, () => page.locator('input[name="source"][value="sample"]').check());
    expect(await page.locator('.measures').innerText()).toBe(sampled);
    await page.locator('#workbook:enabled').click();
    const book = page.locator('.workbook a');
    await book.waitFor();
    const answer = await page.request.get(new URL((await book.getAttribute('href'))!, page.url()).href);
    const variation = folders.find((name) => name.includes('what-if'))!;
    const written = readFileSync(path.join(folder, 'out', variation, 'fiscal', 'fiscal.xlsx'));
    expect(written.equals(await answer.body())).toBe(true);
    expect(written.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('stops a full-scale run when it is told to', async () => {
    const { page } = await open(SMALL);
    await page.click('#run-full');
    await page.click('#stop-full');
    await page.locator('#run-full:enabled').waitFor({ timeout: 60_000 });
    expect(await page.locator('.files a').count()).toBe(0);
    await page.context().close();
  });

  it('works by keyboard alone', async () => {
    const { page } = await open(SMALL);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
    const slider = page.locator('[data-lever="school.capacityFactor"]');
    await after(page, () => slider.press('ArrowRight'));
    const moved = Number(query(page).get('set')!.split('@')[1]);
    expect(moved).toBeGreaterThan(1);
    expect(await slider.getAttribute('aria-valuetext')).toBe(`${moved} factor`);
    await after(page, () => slider.press('ArrowLeft'));
    expect(query(page).has('set')).toBe(false);
    await page.context().close();
  });

  it.each(['zh', 'en'])('is free of what axe finds, in %s, every part open', async (lang) => {
    const { page } = await open(`sample=0.005&replicates=4&lang=${lang}&set=rental.capacityFactor@2`, { script: axe });
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await page.locator('[data-chart="run-counties"] svg').waitFor();
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run(document));
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === 'zh' ? 'zh-CN' : 'en');
    await page.context().close();
  });

  it('changes its language without losing the state', async () => {
    const { page } = await open(`${SMALL}&set=rental.capacityFactor@2`);
    await after(page, () => page.click('#language'));
    expect(await sentence(page)).toMatch(/^三门峡市2035年户籍人口城镇化率/);
    expect(query(page).getAll('set')).toEqual(['rental.capacityFactor@2']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('language');
    await page.context().close();
  });

  it('shows names, titles and quotes as text, whatever they hold', async () => {
    const { page, complaints } = await open(`${SMALL}&scenario=trick&set=rental.capacityFactor@2`);
    expect(await page.locator('select[name="scenario"] option').last().innerText()).toBe(trick);
    expect(await page.locator('[data-chart="rates"] svg').innerHTML()).toContain('&lt;img src=x');
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(await page.title()).toContain(trick);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('tells what is wrong with an address instead of showing other numbers', async () => {
    const { page } = await open(`${SMALL}&without=sanmenxia-2019:99.9`);
    expect(await page.locator('#progress.fault').innerText()).toContain('99.9');
    expect(await page.locator('.measures').count()).toBe(0);
    await page.context().close();
  });

  it('works as a folder on a plain web server, without shared memory, with the same numbers', async () => {
    const target = path.join(folder, 'export');
    const options = {
      page: built,
      offers: offersOf('scenarios/sanmenxia.yaml'),
      bases: server.bases,
      lang: 'en' as const,
    };
    await exportSite(target, { ...options, onScenario: () => {} });
    await exportSite(target, { ...options, onScenario: () => {} });
    await expect(exportSite(folder, { ...options, onScenario: () => {} })).rejects.toThrow('must be an empty folder');
    const host = await serveFolder(target, '/any/where/');
    const { page, complaints } = await openPage(browser, `${host.address}?${SMALL}&set=rental.capacityFactor@2`);
    expect(await page.evaluate(() => [crossOriginIsolated, typeof SharedArrayBuffer])).toEqual([false, 'undefined']);
    const exported = await downloaded(page, '#numbers-alternative');
    expect(await page.locator('#run-full, #save-yaml').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('luohu serve');
    const served = await open(`${SMALL}&set=rental.capacityFactor@2`);
    expect(exported).toBe(await downloaded(served.page, '#numbers-alternative'));
    expect(complaints).toEqual([]);
    await page.context().close();
    await served.page.context().close();
    host.close();
  });
});
