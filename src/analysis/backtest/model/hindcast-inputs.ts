import path from 'node:path';
import { scenarioHash } from '../../../run/hash.ts';
import { inputFile, placeOf, shownPath } from '../../../run/input-file.ts';
import { known } from '../../../run/known.ts';
import type { Inputs } from '../../../run/load-inputs.ts';
import { packageVersion } from '../../../run/package.ts';
import { readDocuments } from '../../../run/read-documents.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import { loadCityData } from '../../../scenario/load-city-data.ts';
import { loadScenario } from '../../../scenario/load-scenario.ts';
import type { Language } from '../../../scenario/messages.ts';
import type { ReadText } from '../../../scenario/tables.ts';
import { recordingReader } from '../../../scenario/tables.ts';
import { hindcastScenario } from './hindcast-scenario.ts';

export interface HindcastOptions {
  readonly replicates: number;
  readonly seed: string;
  /** Share of the households kept; 1 keeps all. */
  readonly sample: number;
}

/**
 * Makes the inputs of a run from 2010 to 2020 for any prefecture without a scenario file.
 * @param blind removes from the city what its later census gave away
 */
export function hindcastInputs(
  read: ReadText,
  { replicates, seed, sample }: HindcastOptions,
  blind: (city: CityData) => CityData,
  lang: Language,
): (code: string) => Inputs {
  const data = recordingReader(read);
  const documents = readDocuments(data.read);
  const knowledge = known(data.read, documents);
  return (code) => {
    const city = blind(loadCityData(data.read, code, 2010));
    const file = `${code}-2010.yaml`;
    const text = hindcastScenario(city, { replicates, seed });
    const { scenario, warnings, origins } = loadScenario(file, { read: () => text, lang, ...knowledge });
    const dataFiles = [...data.files].map(([name, content]) => inputFile(placeOf(`data/${name}`), content));
    return {
      command: { scenario: shownPath(path.resolve(file)), overrides: {}, sample },
      scenario,
      city,
      documents,
      warnings,
      origins,
      files: dataFiles,
      hash: scenarioHash({ version: packageVersion, scenario, data: dataFiles, sample }),
    };
  };
}
