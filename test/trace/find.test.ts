import { beforeAll, expect, it } from 'vitest';
import { type FindRequest, findHouseholds } from '../../src/trace/find.ts';
import { type Finding, findings } from '../../src/trace/findings.ts';
import { traceHousehold } from '../../src/trace/trace.ts';
import { type SmallRun, smallRun } from './small-run.ts';

let run: SmallRun;
const find = (what: Finding, changes: Partial<FindRequest> = {}) =>
  findHouseholds(run.inputs, run.base, { find: what, replicate: 0, limit: 5, ...changes });

beforeAll(() => {
  run = smallRun();
}, 120_000);

it.each(findings)('finds %s, in row order and up to the limit', { timeout: 60_000 }, (what) => {
  const { total, households } = find(what);
  expect(total).toBeGreaterThan(0);
  expect(households.length).toBe(Math.min(5, total));
  const rows = households.map(({ household }) => household);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
});

it('by route and by area', () => {
  const all = find('settled', { limit: 10_000 }).households;
  const { by, area } = all.at(-1)!;
  const same = find('settled', { route: by!.route, area, limit: 10_000 }).households;
  expect(same.map(({ household }) => household)).toContain(all.at(-1)!.household);
  expect(same.every((found) => found.by!.route === by!.route && found.area === area)).toBe(true);
  expect(find('settled', { route: 'veteran' }).total).toBeLessThan(all.length);
});

it('what is found is what the life course tells', { timeout: 60_000 }, () => {
  const events = { settled: 'settlement', returned: 'return' } as const;
  for (const what of ['settled', 'returned'] as const) {
    const { household, year } = find(what).households[0];
    const traced = traceHousehold(run.inputs, run.base, 0, household).years.find((known) => known.year === year)!;
    expect(traced.events.map(({ step }) => step)).toContain(events[what]);
  }
  const { household, year } = find('unserved').households[0];
  const traced = traceHousehold(run.inputs, run.base, 0, household).years.find((known) => known.year === year)!;
  expect(traced.school.some(({ served }) => !served)).toBe(true);
});
