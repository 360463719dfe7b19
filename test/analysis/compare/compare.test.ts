import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareResults } from '../../../src/analysis/compare/compare-results.ts';
import { compareScenarios } from '../../../src/analysis/compare/compare-scenarios.ts';
import { readRun } from '../../../src/analysis/compare/read-run.ts';
import { comparisonTables, replicateTable } from '../../../src/analysis/compare/tables.ts';
import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import { type Store, storeIn } from '../../../src/analysis/evaluate/store.ts';
import { writeAnalysis } from '../../../src/analysis/write-analysis.ts';
import { runScenario } from '../../../src/result/run-scenario.ts';
import type { Inputs } from '../../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { inputsOf, smallCity, variation } from '../small-city.ts';

const { folder, file } = smallCity();
const TO = 2023;
let session: Session;
let base: Inputs;
/** A clause of Baotou that opens the towns to everybody from 2022 on. */
let opened: Inputs;
beforeAll(() => {
  session = openSession(2);
  base = inputsOf(file, 2, TO);
  opened = inputsOf(
    variation(folder, 'opened', 'policy: {add: [{clause: "baotou-2024:2.2.1.1", from: 2022-01-01}]}'),
    2,
    TO,
  );
}, 180_000);
afterAll(() => closeSession(session));

/** A session with threads of its own that takes over the base population. */
const sharing = (workers: number): Session => ({ ...openSession(workers), made: session.made });

const store = (name: string): Store => storeIn(path.join(folder, name));
const prices = { fixed: 500, units: [{ indicator: 'permits_issued', yuan: 10 }] };

describe('scenarios compared replicate by replicate', () => {
  it('a scenario and itself differ by zero, exactly, in every cell', { timeout: 180_000 }, async () => {
    const { base: before, alternatives } = await compareScenarios(session, [base, base], store('same'), null, {});
    const [{ results, followed }] = alternatives as [(typeof alternatives)[number]];
    const found = compareResults('chifeng', before, results, followed, null);
    expect(found.differsFrom).toBeNull();
    expect(found.differences.length).toBeGreaterThan(1000);
    for (const row of found.differences)
      expect([row.mean, row.se, row.p05, row.p95].map((x) => x + 0)).toEqual([0, 0, 0, 0]);
    for (const { group, mean } of found.people!.settlers) if (group !== 'anyway') expect(mean).toBe(0);
    for (const { winners, losers } of found.people!.winners) expect([winners.mean, losers.mean]).toEqual([0, 0]);
  });

  it('differ from the year on in which the policies part; numbers and people tell the same', {
    timeout: 180_000,
  }, async () => {
    const { base: before, alternatives } = await compareScenarios(session, [base, opened], store('opened'), null, {});
    const [{ results, followed }] = alternatives as [(typeof alternatives)[number]];
    const found = compareResults('opened', before, results, followed, prices);
    expect(found.differsFrom).toBe(2022);
    for (const row of found.differences.filter(({ year }) => year < 2022)) expect(row.mean + 0).toBe(0);

    const at = (indicator: string, counted: string) =>
      found.differences.find(
        (row) => row.area === 'city' && row.year === TO && row.indicator === indicator && row.counted === counted,
      )!;
    const settled = at('settled_persons', 'cumulative');
    expect(settled.mean).toBeGreaterThan(0);
    const group = Object.fromEntries(found.people!.settlers.map((row) => [row.group, row.mean]));
    // nobody settles twice in so few years: additional less lost persons are the additional settlements
    expect(group['additional'] - group['lost']).toBeCloseTo(settled.mean, 6);
    expect(group['anyway'] + group['lost']).toBeCloseTo(settled.base, 6);
    const permits = at('permits_issued', 'cumulative');
    expect(found.cost!.cost.mean).toBeCloseTo(500 + 10 * permits.mean, 6);
    expect(found.cost!.perSettler.ratio).toBeCloseTo(found.cost!.cost.mean / settled.mean, 6);
    expect(at('settled_persons', 'cumulative').varianceRatio).toBeGreaterThan(0);
  });

  it('make the same bytes with one worker and with two', { timeout: 180_000 }, async () => {
    const files = async (workers: number): Promise<Map<string, Buffer>> => {
      const own = sharing(workers);
      const { base: before, alternatives } = await compareScenarios(
        own,
        [base, opened],
        store(`bytes-${workers}`),
        null,
        {},
      );
      await closeSession(own);
      const [{ results, followed }] = alternatives as [(typeof alternatives)[number]];
      const tables = [
        ...comparisonTables([compareResults('opened', before, results, followed, prices)]),
        replicateTable([{ alternative: 'opened', base: before, results }]),
      ];
      const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-bytes-'));
      const identity = { analysis: 'compare', question: {} } as const;
      const { folder: written } = await writeAnalysis(out, 'compare', identity, tables, {});
      return new Map(readdirSync(written).map((name) => [name, readFileSync(path.join(written, name))]));
    };
    const [one, two] = [await files(1), await files(2)];
    expect([...one.keys()]).toEqual(
      expect.arrayContaining(['differences.csv', 'replicates.parquet', 'settlers.csv', 'costs.csv']),
    );
    expect(two).toEqual(one);
  });

  it('take up what was finished, and add replicates until the error is small enough', {
    timeout: 180_000,
  }, async () => {
    const kept = store('resumed');
    await evaluate(session, [{ inputs: base, replicates: [0], people: true }], kept);
    const run = vi.spyOn(session.pool, 'run');
    const asked: number[] = [];
    const onReplicates = (replicates: number) => void asked.push(replicates);
    const precision = { indicator: 'registered_urbanization_rate', year: TO, se: 1e-9, most: 3 };
    const { base: before } = await compareScenarios(session, [base, opened], kept, precision, { onReplicates });
    const replicates = run.mock.calls.filter(([job]) => job.kind === 'replicate').length;
    run.mockRestore();
    expect(asked).toEqual([3]);
    expect(before.map(({ replicate }) => replicate)).toEqual([0, 1, 2]);
    expect(replicates).toBe(2 * 3 - 1);

    // more replicates change none of those before
    const { base: two } = await compareScenarios(session, [base, base], store('same'), null, {});
    expect(before[1].values).toEqual(two[1].values);
  });

  it('stop when asked to, and keep what was finished', { timeout: 180_000 }, async () => {
    const own = sharing(1);
    const stop = new AbortController();
    const kept = store('stopped');
    const stopping: Store = {
      ...kept,
      keep: async (key, value) => {
        await kept.keep(key, value);
        stop.abort();
      },
    };
    const all = compareScenarios(own, [base, opened], stopping, null, { signal: stop.signal });
    await expect(all).rejects.toThrow('interrupted');
    await closeSession(own);
    expect(readdirSync(path.join(folder, 'stopped'))).toHaveLength(1);
  });

  it('finished runs give the differences that simulating gives', { timeout: 180_000 }, async () => {
    const out = path.join(folder, 'out');
    const stored = [];
    for (const inputs of [base, opened]) {
      const paired = { ...inputs, command: { ...inputs.command, bases: 1 } };
      const run = await runScenario(session, paired, { out, strict: false });
      stored.push(await readRun(run.folder, run.manifest));
    }
    const { base: before, alternatives } = await compareScenarios(session, [base, opened], store('opened'), null, {});
    const simulated = compareResults('opened', before, alternatives[0].results, null, null);
    const read = compareResults('opened', stored[0].results, stored[1].results, null, null);
    const byCell = (rows: typeof read.differences) =>
      new Map(rows.map((row) => [`${row.area} ${row.year} ${row.indicator} ${row.counted}`, row]));
    expect(byCell(read.differences)).toEqual(byCell(simulated.differences));
    expect(read.differsFrom).toBe(2022);
  });
});
