/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Chromium of the system; tests that need it are skipped by name where it is missing. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(program);

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });

/** A page and everything its console complains of. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
}

/**
 * Opens a page and waits for its results.
 * @param script run before the page's own, beside its content security policy
 */
export async function openPage(
  browser: Browser,
  address: string,
  { script, ...options }: BrowserContextOptions & { readonly script?: string } = {},
): Promise<Watched> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
  if (script !== undefined) await context.addInitScript({ content: script });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // the page itself ends a stream of events, and drops requests when it is left
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`);
  });
  await page.goto(address);
  await shownAgain(page, 0);
  return { page, complaints };
}

/** Waits until the page has shown results more often than `before`, or says that it cannot. */
export async function shownAgain(page: Page, before: number): Promise<void> {
  const done = (times: number) =>
    Number(document.body.dataset['shown'] ?? 0) > times || document.querySelector('.fault') !== null;
  await page.waitForFunction(done, before, { timeout: 240_000 });
}

const timesShown = (page: Page): Promise<number> => page.evaluate(() => Number(document.body.dataset['shown'] ?? 0));

/** Does something and waits for the results it leads to. */
export async function after(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await timesShown(page);
  await act();
  await shownAgain(page, before);
}

/** Text of a file the page hands over. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
