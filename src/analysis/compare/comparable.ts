import type { Localized } from '../../language/language.ts';
import type { Manifest } from '../../result/manifest.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageVersion } from '../../run/package.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';

/** All that two runs must share to be compared replicate by replicate. */
interface Comparable {
  /** Scenario file or result folder, as the user wrote it. */
  readonly name: string;
  readonly city: string;
  readonly baseYear: number;
  readonly endYear: number;
  readonly seed: string;
  readonly replicates: number;
  readonly sample: number;
  readonly version: string;
  /** Area codes, comma separated. */
  readonly areas: string;
  /** sha256 of every data file by path. */
  readonly data: ReadonlyMap<string, string>;
}

type Shared = Exclude<keyof Comparable, 'name' | 'data'>;

const words: Readonly<Record<Shared, Localized>> = {
  city: { zh: '城市', en: 'city' },
  baseYear: { zh: '基年', en: 'base year' },
  endYear: { zh: '结束年', en: 'last year' },
  seed: { zh: '种子', en: 'seed' },
  replicates: { zh: '重复次数', en: 'number of replicates' },
  sample: { zh: '抽样比例', en: 'sample' },
  version: { zh: 'luohu 版本', en: 'version of luohu' },
  areas: { zh: '区县', en: 'areas' },
};

export const comparableInputs = (name: string, { scenario, city, command, files }: Inputs): Comparable => ({
  name,
  city: city.code,
  baseYear: scenario.baseYear,
  endYear: scenario.endYear,
  seed: scenario.seed,
  replicates: scenario.replicates,
  sample: command.sample,
  version: packageVersion,
  areas: city.areas.map(({ code }) => code).join(', '),
  data: dataOf(files),
});

export const comparableRun = (name: string, manifest: Manifest, areas: readonly string[]): Comparable => ({
  name,
  city: manifest.scenario.city,
  baseYear: manifest.scenario.baseYear,
  endYear: manifest.scenario.endYear,
  seed: manifest.options.seed,
  replicates: manifest.options.replicates,
  sample: manifest.options.sample,
  version: manifest.package.version,
  areas: areas.filter((area) => area !== 'city').join(', '),
  data: dataOf(manifest.inputs),
});

const dataOf = (files: Manifest['inputs']): ReadonlyMap<string, string> =>
  new Map(files.filter(({ path }) => path.startsWith('data/')).map(({ path, sha256 }) => [path, sha256]));

/**
 * Refuses alternatives that cannot be laid beside the base replicate by replicate, one line for each thing that differs.
 * @throws InputError
 */
export function assertComparable(base: Comparable, alternatives: readonly Comparable[]): void {
  const issues = alternatives.flatMap((alternative) => mismatches(base, alternative));
  if (issues.length > 0) throw new InputError(issues);
}

function mismatches(base: Comparable, alternative: Comparable): Issue[] {
  const shared = (Object.keys(words) as Shared[]).filter((key) => base[key] !== alternative[key]);
  // other areas and numbers follow from another city
  const told = shared.includes('city') ? (['city'] as const) : shared;
  const differing = told.map((key) => {
    const [must, got] = [base[key], alternative[key]];
    return {
      file: alternative.name,
      ...said({
        zh: `${words[key].zh}应与 ${base.name} 相同，为 ${must}，实际为 ${got}`,
        en: `${words[key].en} must be ${must} as in ${base.name}, got ${got}`,
      }),
    };
  });
  if (differing.length > 0) return differing;
  const changed = [...base.data].find(([path, hash]) => (alternative.data.get(path) ?? hash) !== hash)?.[0];
  if (changed === undefined) return [];
  return [
    {
      file: alternative.name,
      ...said({
        zh: `${changed} 应与 ${base.name} 所读的相同，实际在两次运行之间被改动`,
        en: `${changed} must be what ${base.name} read, got a file changed between the two runs`,
      }),
    },
  ];
}
