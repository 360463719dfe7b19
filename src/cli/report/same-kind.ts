import path from 'node:path';
import { type Language, marks } from '../../language/language.ts';
import type { RunTold } from '../../report/read/read-run.ts';
import { InputError } from '../../scenario/errors.ts';
import { messages as common } from '../messages.ts';
import { tellUnsigned } from '../read-result.ts';
import { tell } from '../tell.ts';
import { reportMessages as messages } from './messages.ts';

/** Says which files of a result were changed after its run, and that what its inputs told is left out where they are not as they were. */
export function tellChanged(
  { changedFiles, changedInputs, inputs, manifest }: RunTold,
  folder: string,
  lang: Language,
): void {
  for (const file of changedFiles) tell(common.warning(messages.changed(path.join(folder, file))[lang])[lang]);
  const files = changedInputs.join(marks.comma[lang]);
  const said = manifest.region === undefined ? messages.noInputs(folder, files) : messages.noPlaceInputs(folder, files);
  tellUnsigned(folder, manifest, lang);
  if (inputs === null) tell(common.warning(said[lang])[lang]);
}

/** Results told together share their words: they must have the same areas. */
export function assertOneKind(runs: readonly RunTold[], map: string | undefined, lang: Language): void {
  const twice = runs.find(
    ({ folder }, i) => runs.findIndex((other) => path.resolve(other.folder) === path.resolve(folder)) !== i,
  );
  if (twice !== undefined) throw new InputError([{ message: messages.twice(twice.folder)[lang] }]);
  const regionOf = ({ manifest }: RunTold): string | undefined => manifest.region?.code;
  const [first] = runs as [RunTold];
  const other = runs.find((run) => regionOf(run) !== regionOf(first));
  if (other !== undefined) throw new InputError([{ message: messages.mixed(first.folder, other.folder)[lang] }]);
  if (map !== undefined && regionOf(first) === undefined)
    throw new InputError([{ message: messages.mapOfPlace(first.folder)[lang] }]);
}
