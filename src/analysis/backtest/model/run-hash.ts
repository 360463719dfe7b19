import { canonicalJson, sha256 } from '../../../run/hash.ts';
import type { Inputs } from '../../../run/load-inputs.ts';
import { simulatorHash } from '../../calibration/work-folder.ts';

let code: string | undefined;

/**
 * Hash of everything a simulation gives its numbers from: the scenario with its draws, the data and the code of the simulator. What is kept of a run is kept under it.
 */
export function runHash({ hash, scenario }: Inputs): string {
  code ??= simulatorHash();
  const { file: _file, ...resolved } = scenario;
  return sha256(canonicalJson({ hash, scenario: resolved, code }));
}
