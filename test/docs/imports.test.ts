import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { floors } from './floors.ts';
import { type Module, modulesIn } from './modules.ts';

const modules = modulesIn(fileURLToPath(new URL('../..', import.meta.url)), ['src', 'test']);
const sources = [...modules.values()].filter(({ file }) => file.startsWith('src/'));

/** What is started, not imported. */
const entries = [
  'src/cli/main.ts',
  'src/run/worker.ts',
  'src/web/page/main.ts',
  'src/web/page/kernel-worker.ts',
  'src/web/page/runs/main.ts',
  'src/report/page/browser/main.ts',
  'src/web/vite.config.ts',
  'src/report/page/browser/vite.config.ts',
];

/** The library: what it hands on is for others. */
const library = 'src/index.ts';

test('no file of src comes back to itself by its imports, those of types included', () => {
  expect(circles()).toEqual([]);
});

test('a folder of src imports from itself and from folders before it', () => {
  const floorOf = (file: string): number => floors.findIndex((floor) => file.startsWith(`src/${floor}/`));
  const upwards = sources
    .filter(({ file }) => file !== library)
    .flatMap(({ file, takes }) =>
      takes.filter(({ from }) => floorOf(from) > floorOf(file)).map(({ from }) => `${file} -> ${from}`),
    );
  expect(sources.filter(({ file }) => floorOf(file) < 0).map(({ file }) => file)).toEqual([library]);
  expect(upwards).toEqual([]);
});

test('every exported name of src is imported somewhere', () => {
  const used = usedNames();
  const unused = sources
    .filter(({ file }) => file !== library && !entries.includes(file))
    .flatMap(({ file, exports }) =>
      [...exports].filter((name) => !used.has(`${file} ${name}`)).map((name) => `${file} ${name}`),
    );
  expect(unused).toEqual([]);
});

/** Circles of imports, each as the files on its way: some of them, one for every import that closes one. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    way.push(file);
    for (const { from } of modules.get(file)?.takes ?? []) visit(from);
    way.pop();
    done.add(file);
  };
  for (const { file } of sources) visit(file);
  return found;
}

/** `<file> <name>` of every name that somebody takes, where it is handed on and where it is made. */
function usedNames(): Set<string> {
  const used = new Set<string>();
  const use = (module: Module | undefined, name: string): void => {
    if (module === undefined || used.has(`${module.file} ${name}`)) return;
    used.add(`${module.file} ${name}`);
    const origin = module.origins.get(name);
    if (origin !== undefined) use(modules.get(origin.from), origin.name);
    else if (!module.exports.has(name)) for (const from of module.handsOn) use(modules.get(from), name);
  };
  const useAll = (module: Module | undefined): void => {
    for (const name of module?.exports ?? []) use(module, name);
    for (const from of module?.handsOn ?? []) useAll(modules.get(from));
  };
  for (const { takes } of modules.values())
    for (const { from, names } of takes) {
      if (names === '*') useAll(modules.get(from));
      else for (const name of names) use(modules.get(from), name);
    }
  useAll(modules.get(library));
  return used;
}
