import { type Localized, text } from '../language/language.ts';
import type { Source } from './finding.ts';
import { definitions } from './scenario.ts';

/** How an override is given: `choice` and `text` as one text, `texts` several times, `whole` as a number from least to most. */
type Kind =
  | { readonly kind: 'text' | 'texts' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number };

/** What can be said against a scenario file, by its name as an option and in a plan. */
type OverrideRow = Kind & {
  /** Keys of the scenario file, from the top, that it stands in place of. */
  readonly key: readonly string[];
  readonly describe: Localized;
};

export const overrideRows = {
  seed: { key: ['seed'], kind: 'text', describe: text('随机种子', 'seed text') },
  replicates: {
    key: ['replicates'],
    kind: 'whole',
    least: 1,
    most: 100_000,
    describe: text('重复次数（缺省取情景文件的值）', 'number of replicates (default: what the scenario says)'),
  },
  from: {
    key: ['baseYear'],
    kind: 'whole',
    least: 1900,
    most: 2100,
    describe: text('基年（2010 或 2020）', 'base year (2010 or 2020)'),
  },
  to: { key: ['endYear'], kind: 'whole', least: 1900, most: 2100, describe: text('结束年', 'last year') },
  without: {
    key: ['policy', 'without'],
    kind: 'texts',
    describe: text('从法规中去掉的文件或条款，可重复', 'document or clause taken out of the law, repeatable'),
  },
  definition: {
    key: ['definition'],
    kind: 'choice',
    of: definitions,
    describe: text(
      '户籍人口城镇化率的统计口径：law、place、kind 或 districts',
      'how registered urbanization is counted: law, place, kind or districts',
    ),
  },
} as const satisfies Record<string, OverrideRow>;

export type OverrideName = keyof typeof overrideRows;
export const overrideNames = Object.keys(overrideRows) as OverrideName[];

interface ValueOfKind {
  readonly text: string;
  readonly texts: readonly string[];
  readonly choice: string;
  readonly whole: number;
}

/** What is said against a scenario file. `from` is the base year, `to` the end year. */
export type Overrides = {
  readonly [Name in OverrideName]?: ValueOfKind[(typeof overrideRows)[Name]['kind']];
};

/** The overrides among options, a plan's keys or a page's settings; undefined and null say nothing. */
export const overridesOf = (
  given: {
    readonly [Name in OverrideName]?: Overrides[Name] | null | undefined;
  },
): Overrides =>
  Object.fromEntries(
    overrideNames.map((name) => [name, given[name]]).filter(([, value]) => value !== undefined && value !== null),
  );

/** The overrides written as a scenario file, so that the same rules read them; places are the names of the options. */
export function commandLineSource(overrides: Overrides): Source {
  const value: Record<string, unknown> = {};
  for (const name of overrideNames) {
    const keys: readonly string[] = overrideRows[name].key;
    if (overrides[name] === undefined) continue;
    let map = value;
    for (const key of keys.slice(0, -1)) {
      const below = (map[key] ?? {}) as Record<string, unknown>;
      map[key] = below;
      map = below;
    }
    map[keys.at(-1)!] = overrides[name];
  }
  return {
    value,
    place: (path) => ({ path: optionAt(path) ?? String(path[0]) }),
  };
}

/** `--without` for whatever lies in or above `policy.without`. */
function optionAt(path: readonly PropertyKey[]): string | undefined {
  const name = overrideNames.find((each) =>
    overrideRows[each].key.every((key, depth) => depth >= path.length || path[depth] === key),
  );
  return name && `--${name}`;
}
