import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runScenario } from '../../src/result/run-scenario.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';

const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-same-'));

test('one, two and three workers give the same bytes, and so does a base population taken over', {
  timeout: 300_000,
}, async () => {
  const command = { scenario: 'scenarios/sanmenxia.yaml', overrides: { replicates: 3, to: 2023 }, sample: 0.02 };
  const inputs = loadInputs(command, 'en');
  const runs: { hash: string; files: readonly unknown[]; indicators: string }[] = [];
  let made: Session['made'] = new Map();
  for (const workers of [1, 2, 3]) {
    const session = openSession(workers);
    session.made = made;
    try {
      const { folder, manifest } = await runScenario(session, inputs, { out, strict: workers === 1 });
      const indicators = readFileSync(path.join(folder, 'indicators.csv'), 'utf8');
      runs.push({ hash: manifest.resultHash, files: manifest.files, indicators });
    } finally {
      made = session.made;
      await closeSession(session);
    }
  }
  expect(runs[0].indicators.split('\n').length).toBeGreaterThan(1000);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
});
