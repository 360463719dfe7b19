import type { Scenario } from '../../scenario/scenario.ts';
import { codeHash } from '../code.ts';
import type { RecordedCommand } from '../command.ts';
import type { InputFile } from '../input-file.ts';
import type { Inputs } from '../load-inputs.ts';
import { packageVersion } from '../package.ts';

/** run.json: what the finished replicates beside it belong to, and all that is needed to go on with the run. */
export interface RunRecord {
  readonly format: 1;
  /** Scenario hash. */
  readonly hash: string;
  readonly version: string;
  /** Hash of the code. */
  readonly code: string;
  readonly command: RecordedCommand;
  readonly scenario: Scenario;
  readonly files: readonly InputFile[];
  readonly warnings: Inputs['warnings'];
  readonly origins: Inputs['origins'];
}

export const runRecord = ({ hash, command, scenario, files, warnings, origins }: Inputs): RunRecord => ({
  format: 1,
  hash,
  version: packageVersion,
  code: codeHash(),
  command,
  scenario,
  files,
  warnings,
  origins,
});

/** Reads a run record; null when it is damaged or of another format. */
export function readRunRecord(bytes: Uint8Array): RunRecord | null {
  try {
    const record = JSON.parse(new TextDecoder().decode(bytes)) as RunRecord;
    return record.format === 1 ? record : null;
  } catch {
    return null;
  }
}
