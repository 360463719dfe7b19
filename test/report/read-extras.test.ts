import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readExtras } from '../../src/report/read/read-extras.ts';
import { runTold } from './page/run-told.ts';

const out = mkdtempSync(path.join(tmpdir(), 'luohu-extras-'));
afterAll(() => rmSync(out, { recursive: true }));

const { manifest } = runTold();
const made = { name: 'luohu', version: manifest.package.version };

/** A folder with a chart in the languages given, and a manifest where there is one. */
function analysis(name: string, told: object | null, languages: readonly string[] = ['zh', 'en']): void {
  const charts = path.join(out, name, 'charts');
  mkdirSync(charts, { recursive: true });
  for (const lang of languages)
    writeFileSync(path.join(charts, `effect.${lang}.vl.json`), `{"description":"${name} ${lang}"}`);
  if (told !== null) writeFileSync(path.join(out, name, 'manifest.json'), JSON.stringify(told));
}

it('charts of money inside the run and of analyses of its scenario beside it are found, others are not', () => {
  const id = 'baotou';
  analysis('run/fiscal', null);
  analysis('attribute-baotou-1', { package: made, question: { scenario: id } });
  analysis('attribute-baotou-2', { package: { ...made, version: '9.9.9' }, question: { scenario: id } });
  analysis('attribute-baotou-3', { package: made, question: { scenario: 'baotou-3' } });
  analysis('attribute-baotou-4', null);
  analysis('backtest-1', { package: made, options: { scenarios: [{ id: 'chifeng' }, { id }] } });
  analysis('backtest-2', { package: made, options: { scenarios: [{ id: 'chifeng' }] } });
  analysis('backtest-3', { package: made, options: { scenarios: [{ id }] } }, ['zh']);
  const found = readExtras(path.join(out, 'run'), manifest);
  expect(found.map(({ part, name, source }) => [part, name, source])).toEqual([
    ['fiscal', 'fiscal-effect', undefined],
    ['effects', 'effects-effect', 'attribute-baotou-1'],
    ['scores', 'scores-effect', 'backtest-1'],
  ]);
  expect(found[1].spec.en.description).toBe('attribute-baotou-1 en');
});

it('a broken chart is left out', () => {
  writeFileSync(path.join(out, 'run/fiscal/charts/effect.en.vl.json'), '{');
  expect(readExtras(path.join(out, 'run'), manifest).filter(({ part }) => part === 'fiscal')).toEqual([]);
});
