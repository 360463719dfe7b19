import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { READABLE } from '../../report/readable/write-readable.ts';
import { filesIn } from '../../run/files-in.ts';
import { placeOf } from '../../run/input-file.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { readPlaceName } from '../../run/place-name.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { runCliMessages as told } from './messages.ts';

/** What a reader can do with a finished run, one line each. */
export function nextSteps(folder: string, inputs: Inputs, lang: Language): string[] {
  return [
    told.nextCharts(path.join(folder, 'charts'))[lang],
    told.nextTables(path.join(folder, READABLE))[lang],
    told.nextReport(folder)[lang],
    told.nextBrief(folder)[lang],
    told.nextVerify(folder)[lang],
    told.nextVariation(variationOf(inputs))[lang],
  ];
}

/** A variation of the law that lies beside the scenario, or the scenario without one of its documents. */
function variationOf({ command, scenario }: Inputs): string {
  const file = path.relative('', placeOf(command.scenario));
  const folder = file.replace(/\.ya?ml$/, '');
  const beside = filesIn(folder, (name) => /\.ya?ml$/.test(name)).find((name) =>
    changesTheLaw(path.join(folder, name)),
  );
  const asked = sizeOf(command);
  if (beside !== undefined) return `${path.join(folder, beside)}${asked}`;
  const document = scenario.documents.filter((id) => !scenario.policy.without.includes(id)).at(-1);
  // a place without a scenario of its own is called as people call it
  const called = readPlaceName(command.scenario)?.id ?? file;
  return `${called}${document === undefined ? ' --seed 2' : ` --without ${document}`}${asked}`;
}

/** The options that made this run as small as it was. */
function sizeOf({ sample, overrides: { replicates } }: Inputs['command']): string {
  const share = sample < 1 ? ` --sample ${sample}` : '';
  return replicates === undefined ? share : `${share} --replicates ${replicates}`;
}

function changesTheLaw(file: string): boolean {
  try {
    return /^policy:/m.test(readUserFile(file));
  } catch {
    return false;
  }
}
