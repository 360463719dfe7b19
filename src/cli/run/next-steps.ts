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

/** A variation of the law that lies beside the scenario, or the scenario without the document that has most to say about settling there. */
function variationOf(inputs: Inputs): string {
  const { command } = inputs;
  const file = path.relative('', placeOf(command.scenario));
  const folder = file.replace(/\.ya?ml$/, '');
  const beside = filesIn(folder, (name) => /\.ya?ml$/.test(name)).find((name) =>
    changesTheLaw(path.join(folder, name)),
  );
  const asked = sizeOf(command);
  if (beside !== undefined) return `${path.join(folder, beside)}${asked}`;
  const document = weightiestDocument(inputs);
  // a place without a scenario of its own is called as people call it
  const called = readPlaceName(command.scenario)?.id ?? file;
  return `${called}${document === undefined ? ' --seed 2' : ` --without ${document}`}${asked}`;
}

/** Of the documents in force that open a way to a register, the city's own before the province's and the nation's, the latest of them. */
function weightiestDocument({ scenario, documents }: Inputs): string | undefined {
  const levels = ['nation', 'region', 'city'];
  const opening = scenario.documents
    .filter((id) => !scenario.policy.without.includes(id))
    .flatMap((id) => documents.find((each) => each.id === id) ?? [])
    .filter(({ clauses }) => clauses.some(({ sets }) => sets.some(({ rule }) => rule === 'route')));
  const rank = ({ level }: (typeof opening)[number]): number => levels.indexOf(level);
  return opening.reduce<(typeof opening)[number] | undefined>(
    (best, each) => (best === undefined || rank(each) >= rank(best) ? each : best),
    undefined,
  )?.id;
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
