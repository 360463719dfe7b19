import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** What is told on a stream that is no terminal. */
function told(): { stream: NodeJS.WriteStream; lines: () => string[] } {
  const written: string[] = [];
  const stream = { isTTY: false, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { stream, lines: () => written.map((text) => text.trim()).filter((line) => line.includes('left')) };
}

test('the time left keeps the pace of all that was done, whatever steps begin in between', () => {
  const { stream, lines } = told();
  const progress = showProgress(stream, 'en');
  for (let years = 0; years <= 60; years++) {
    progress.advance(years, 100);
    if (years % 7 === 0) progress.step('another city');
    vi.advanceTimersByTime(1000);
  }
  const left = ['1 min 30 s', '1 min 20 s', '1 min 10 s', '1 min 0 s', '50 s', '40 s'];
  expect(lines()).toEqual(left.map((time, n) => `simulating ${10 * (n + 1)}%, about ${time} left`));
});

test('what was done before it began does not count as quick', () => {
  const { stream, lines } = told();
  const progress = showProgress(stream, 'en');
  for (let years = 80; years <= 90; years++) {
    progress.advance(years, 100);
    vi.advanceTimersByTime(1000);
  }
  expect(lines()).toEqual(['simulating 90%, about 10 s left']);
});

test('a second count begins anew', () => {
  const { stream, lines } = told();
  const progress = showProgress(stream, 'en');
  for (let round = 0; round < 2; round++)
    for (let years = 0; years <= 10; years++) {
      progress.advance(years, 20);
      vi.advanceTimersByTime(1000 * (round + 1));
    }
  expect(lines()).toEqual([
    'simulating 50%, about 10 s left',
    'simulating 25%, about 30 s left',
    'simulating 50%, about 20 s left',
  ]);
});
