import type { Language } from '../../../language/language.ts';
import { dataFiles, inputFile, placeOf } from '../../../run/input-file.ts';
import { known } from '../../../run/known.ts';
import type { Inputs } from '../../../run/load-inputs.ts';
import { loadDonors } from '../../../run/new-scenario/donors.ts';
import { newScenario } from '../../../run/new-scenario/new-scenario.ts';
import { scenarioText } from '../../../run/new-scenario/scenario-text.ts';
import { packageVersion } from '../../../run/package.ts';
import { readDocuments } from '../../../run/read-documents.ts';
import { scenarioHash } from '../../../run/scenario-hash.ts';
import { readRegions } from '../../../scenario/city/regions.ts';
import { loadCityData } from '../../../scenario/load-city-data.ts';
import { loadScenario } from '../../../scenario/load-scenario.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ReadText, recordingReader } from '../../../scenario/tables.ts';

interface HindcastOptions {
  readonly replicates: number;
  readonly seed: string;
  /** Share of the households kept; 1 keeps all. */
  readonly sample: number;
  /** Last year; the census of 2020 when left out. */
  readonly endYear?: number;
}

/** What is done to a prefecture's inputs before they are run, so that they hold nothing of its later census. */
interface Blinding {
  /** Puts in the parameter draws of a fit without the prefecture; leaves the ranges of the scenario where there is no fit. */
  readonly scenario: (scenario: Scenario) => Scenario;
}

/**
 * Makes the inputs of a run from 2010 to 2020 for any prefecture: the scenario `luohu new` writes of it, kept in memory. What
 * that borrows of cities looked into by hand it borrows of others than the prefecture itself.
 */
export function hindcastInputs(
  read: ReadText,
  { replicates, seed, sample, endYear = 2020 }: HindcastOptions,
  blind: Blinding,
  lang: Language,
): (code: string) => Inputs {
  const data = recordingReader(read);
  const documents = readDocuments(data.read);
  const regions = readRegions(data.read);
  const donors = loadDonors(data.read, documents, 2010);
  const sources = { read: data.read, documents, donorsOf: () => donors };
  const options = { lang, overrides: { replicates, seed }, ...known(data.read, documents) };
  return (code) => {
    const id = `${code}-2010`;
    const request = { prefecture: regions.get(code)!, baseYear: 2010, endYear } as const;
    const text = scenarioText(id, newScenario(sources, request));
    const loaded = loadScenario(`${id}.yaml`, { read: () => text, ...options });
    const scenario = blind.scenario(loaded.scenario);
    const files = dataFiles(data);
    return {
      command: { scenario: `${id}.yaml`, overrides: { replicates, seed }, sample },
      scenario,
      city: loadCityData(data.read, code, 2010),
      documents,
      warnings: loaded.warnings,
      origins: loaded.origins,
      files: [inputFile(placeOf(`${id}.yaml`), text), ...files],
      hash: scenarioHash({ version: packageVersion, scenario, data: files, sample }),
    };
  };
}
