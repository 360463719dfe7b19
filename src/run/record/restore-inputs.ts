import { checkTables } from '../../scenario/check-tables.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { readData } from '../../scenario/read-data.ts';
import { recordingReader } from '../../scenario/tables.ts';
import { sha256 } from '../hash.ts';
import { hashOf, type Inputs } from '../load-inputs.ts';
import { runMessages } from '../messages.ts';
import { readDocuments } from '../read-documents.ts';
import { changesSince, changeText } from './changes.ts';
import type { RunRecord } from './run-record.ts';

const isData = ({ path }: RunRecord['files'][number]): boolean => /^data\/(?!.*(^|\/)\.\.?(\/|$))/.test(path);

/**
 * Inputs of a recorded run from this machine's data; the scenario is taken from the record, its file need not be here.
 * @throws InputError with every reason why this machine cannot do the run: another version, other code, other data
 */
export async function restoreInputs(record: RunRecord, place: string): Promise<Inputs> {
  const { scenario, command, files, warnings, origins, hash } = record;
  const changes = await changesSince({ ...record, files: files.filter(isData) });
  if (changes.length > 0) throw new InputError([said(runMessages.refused(place, changes.map(changeText)))]);
  checkTables(readData);
  const data = recordingReader(readData);
  const documents = readDocuments(data.read);
  const city = loadCityData(data.read, scenario.city, scenario.baseYear);
  const recorded = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const foreign = [...data.files].find(([name, text]) => recorded.get(`data/${name}`) !== sha256(text));
  const reason =
    foreign !== undefined
      ? runMessages.changedInput(`data/${foreign[0]}`)
      : hashOf({ command, scenario, files }) !== hash
        ? runMessages.changedScenario()
        : null;
  if (reason !== null) throw new InputError([said(runMessages.refused(place, [reason]))]);
  return { command, scenario, city, documents, warnings, origins, files, hash };
}
