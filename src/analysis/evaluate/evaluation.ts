import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageVersion } from '../../run/package.ts';
import { scenarioHash } from '../../run/scenario-hash.ts';
import { simulatorHash } from '../calibration/work-folder.ts';

let code: string | undefined;

/**
 * Hash of all that one replicate of a scenario gives its numbers from, the number of replicates apart: the resolved scenario,
 * the documents in memory (an analysis may have cut them into parts), the data and the code of the simulator. What is kept of
 * an evaluation is kept under it, so that more replicates, or a second call, find what was done.
 */
export function evaluationHash({ scenario, documents, files, command }: Inputs): string {
  code ??= simulatorHash();
  const data = files.filter(({ path }) => path.startsWith('data/'));
  const resolved = { ...scenario, replicates: 0 };
  const run = scenarioHash({ version: packageVersion, scenario: resolved, data, sample: command.sample });
  const law = documents.filter(({ id }) => scenario.documents.includes(id)).map(({ id, clauses }) => [id, clauses]);
  return sha256(canonicalJson({ run, law, code }));
}
