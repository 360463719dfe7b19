import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../cli/luohu.ts';

/** Packages that run in a browser as they are. */
const packages = /^(yaml|zod|d3-array|d3-dsv|simple-statistics|seedrandom|vega|vega-lite|vega-scenegraph|vega-embed)$/;

/** Everything a module imports when it runs, and all these import in turn. */
function reached(file: string, seen: Map<string, string[]> = new Map()): Map<string, string[]> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8').replace(/^(import|export) type .*?;$/gms, '');
  const patterns = [
    /^(?:import|export)\s[^'";]*?\sfrom\s+'([^']+)'/gm,
    /^import\s+'([^']+)'/gm,
    /import\('([^']+)'\)/g,
  ];
  const names = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name));
  seen.set(file, names);
  for (const name of names) if (name.startsWith('.')) reached(path.resolve(path.dirname(file), name), seen);
  return seen;
}

it.each([
  ['src/web/page/main.ts', 'src/scenario/load-scenario.ts'],
  ['src/web/page/kernel-worker.ts', 'src/kernel/run-replicate.ts'],
  ['src/web/page/runs/main.ts', 'src/report/chart/indicator-fan.ts'],
])('%s reaches nothing that needs Node', (entry, needed) => {
  const modules = reached(path.join(root, entry));
  const foreign = [...modules].flatMap(([file, names]) =>
    names
      .filter((name) => !name.startsWith('.') && !packages.test(name))
      .map((name) => `${path.relative(root, file)}: ${name}`),
  );
  expect(foreign).toEqual([]);
  expect([...modules.keys()]).toContain(path.join(root, needed));
});
