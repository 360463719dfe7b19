import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';
import { loadDonors } from '../../../src/run/new-scenario/donors.ts';
import { newScenario } from '../../../src/run/new-scenario/new-scenario.ts';
import { scenarioText } from '../../../src/run/new-scenario/scenario-text.ts';
import { readDocuments } from '../../../src/run/read-documents.ts';
import { readRegions } from '../../../src/scenario/city/regions.ts';
import type { Overrides } from '../../../src/scenario/command-line.ts';
import { readData } from '../../../src/scenario/read-data.ts';

/** A folder of a test's own. */
export const temporary = (name: string): string => mkdtempSync(path.join(os.tmpdir(), `luohu-${name}-`));

/** Writes the scenario of Alxa League, the smallest prefecture of the data: its base population is made in a second. */
export function smallScenario(folder: string): string {
  const documents = readDocuments(readData);
  const donorsOf = (year: 2010 | 2020) => loadDonors(readData, documents, year);
  const request = { prefecture: readRegions(readData).get('152900')!, baseYear: 2020, endYear: 2035 } as const;
  const file = path.join(folder, 'alxa.yaml');
  writeFileSync(file, scenarioText('alxa', newScenario({ read: readData, documents, donorsOf }, request)));
  return file;
}

/** Inputs of a run of that scenario that takes a second or two: a hundredth of the households, two years. */
export const smallInputs = (file: string, replicates: number, overrides: Overrides = {}): Inputs =>
  loadInputs({ scenario: file, overrides: { replicates, to: 2022, ...overrides }, sample: 0.01 }, 'en');
