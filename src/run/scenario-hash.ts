import type { Scenario } from '../scenario/scenario.ts';
import { canonicalJson, sha256 } from './hash.ts';
import type { InputFile } from './input-file.ts';
import type { MicrodataChoice } from './microdata/choice.ts';

/** Everything that decides the numbers of a run. Workers, `--strict` and the place of the files do not. */
interface RunIdentity {
  readonly version: string;
  readonly scenario: Scenario;
  readonly data: readonly InputFile[];
  readonly sample: number;
  readonly wholeOnly?: boolean;
  readonly bases?: number | undefined;
  readonly microdata?: MicrodataChoice | undefined;
}

/** Hash of a run before it is made: names its folder. The same resolved scenario, data, seed and version give the same hash. */
export function scenarioHash({ version, scenario, data, sample, wholeOnly, bases, microdata }: RunIdentity): string {
  const { file: _file, ...resolved } = scenario;
  const files = data.map(({ path, sha256 }) => [path, sha256]).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = {
    ...(wholeOnly ? { wholeOnly } : {}),
    ...(bases === undefined ? {} : { bases }),
    ...(microdata ? { microdata } : {}),
  };
  return sha256(canonicalJson({ version, sample, files, scenario: resolved, ...said }));
}
