import { readFileSync } from 'node:fs';
import { readCalibration } from '../../src/scenario/calibration.ts';
import { coefficientKindsOf } from '../../src/scenario/coefficient-table.ts';
import type { LoadOptions } from '../../src/scenario/load-scenario.ts';
import { readData } from '../../src/scenario/read-data.ts';

/** A small world of cities, documents and clauses; files and calibrations are read from disk. */
export const options: LoadOptions = {
  read: (path) => readFileSync(path, 'utf8'),
  lang: 'en',
  knownDocuments: new Set([
    'national-2014',
    'national-permit-2016',
    'baotou-2016',
    'baotou-2024',
    'chifeng-2016',
    'qingyang-2022',
    'sanmenxia-2019',
  ]),
  knownCities: new Set(['150200', '150400', '411200', '621000']),
  knownCalibration: (name) => readCalibration(readData, name),
  knownCoefficients: () => coefficientKindsOf(readData),
};

/** Also says which censuses and clauses there are. */
export const strictOptions: LoadOptions = {
  ...options,
  knownBaseYears: (city) => (city === '621000' ? [2020] : [2010, 2020]),
  knownCounties: (city) => (city === '150200' ? ['150202', '150203'] : []),
  knownClauses: (document) => (document === 'baotou-2024' ? ['2.2.1.1', '2.2.3.1'] : ['2.1.2', '4.1.a']),
};

/** Options that read from texts held in memory instead of files. */
export const readingTexts = (texts: Readonly<Record<string, string>>): LoadOptions => ({
  ...options,
  read: (path) => {
    const text = texts[path];
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return text;
  },
});
