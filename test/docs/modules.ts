import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a module takes from another: the names, or `*` for whatever there is. */
interface Taken {
  readonly from: string;
  readonly names: readonly string[] | '*';
}

/** A source file by what it takes from others of the package and what it hands out. */
export interface Module {
  readonly file: string;
  readonly takes: readonly Taken[];
  /** Names it exports, its own and those it hands on. */
  readonly exports: ReadonlySet<string>;
  /** Modules all of whose names it hands on. */
  readonly handsOn: readonly string[];
  /** Where a name comes from that it hands on by name. */
  readonly origins: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
}

/** Every TypeScript module under folders of the package, read as text in the shape its formatter gives it. */
export const modulesIn = (root: string, folders: readonly string[]): Map<string, Module> =>
  new Map(
    folders
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, moduleOf(file, readFileSync(path.join(root, file), 'utf8'))]),
  );

/** `import a, { b as c } from 'd';`, `import 'd';`, `export * from 'd';`: what is before the braces, in them, and the place. */
const fromStatement =
  /^(import|export) (?:type )?(?:(\w+|\*(?: as \w+)?)(?:, )?)?(?:\{([^}]*)\})? ?(?:from )?'([^']+)';/gm;
/** `import('d').name`, `(await import('d')).name`, `import('d')`. */
const called = /\bimport\('([^']+)'\)\)?(?:\.(\w+))?/g;
/** `const { a, b } = ... import('d') ...;` */
const unpacked = /\bconst \{([^}]*)\} =([^;]*\bimport\([^;]*);/g;
const ownName =
  /^export (?:default |(?:async )?(?:const|let|function\*?|class|interface|type) (?:(\w+)|\{([^}]*)\}))/gm;
const ownList = /^export (?:type )?\{([^}]*)\};/gm;

/** `a`, `type a`, `a as b`, `a: b` of a list in braces: the name taken, and the name given. */
const listed = (list: string): [string, string][] =>
  list
    .split(',')
    .map((each) => each.replace(/^\s*type\s/, '').trim())
    .filter((each) => each !== '')
    .map((each) => each.split(/ as |: /) as [string, string?])
    .map(([name, given = name]) => [name, given]);

function moduleOf(file: string, text: string): Module {
  const takes: Taken[] = [];
  const exports = new Set<string>();
  const handsOn: string[] = [];
  const origins = new Map<string, { from: string; name: string }>();
  const placeOf = (specifier: string): string | null =>
    specifier.startsWith('.') ? builtFrom(path.posix.join(path.posix.dirname(file), specifier)) : null;
  const take = (specifier: string, names: Taken['names']): void => {
    const from = placeOf(specifier);
    if (from !== null) takes.push({ from, names });
  };
  for (const [, word, whole, list = '', specifier] of text.matchAll(fromStatement)) {
    const from = placeOf(specifier);
    if (from === null) continue;
    if (word === 'import') {
      const named = listed(list).map(([name]) => name);
      const first = whole === undefined ? [] : ['default'];
      take(specifier, whole?.startsWith('*') ? '*' : [...first, ...named]);
    } else {
      take(specifier, []);
      if (whole === '*') handsOn.push(from);
      for (const [name, given] of listed(list)) {
        exports.add(given);
        origins.set(given, { from, name });
      }
    }
  }
  const rest = text.replace(unpacked, (_, list: string, made: string) => {
    const names = listed(list).map(([name]) => name);
    for (const [, specifier] of made.matchAll(called)) take(specifier, names);
    return '';
  });
  for (const [, specifier, name] of rest.matchAll(called)) take(specifier, name === undefined ? '*' : [name]);
  for (const [, name, list] of text.matchAll(ownName)) {
    for (const [, given] of list === undefined ? [] : listed(list)) exports.add(given);
    if (list === undefined) exports.add(name ?? 'default');
  }
  for (const [, list] of text.matchAll(ownList)) for (const [, given] of listed(list)) exports.add(given);
  return { file, takes, exports, handsOn, origins };
}

/** The source of a file of dist/; other files are their own. */
const builtFrom = (file: string): string => file.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
