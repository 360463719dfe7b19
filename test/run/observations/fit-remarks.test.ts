import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Language } from '../../../src/language/language.ts';
import { loadInputs } from '../../../src/run/load-inputs.ts';
import { hashOfFigures } from '../../../src/run/observations/hash-of-figures.ts';
import { observationsOf } from '../../../src/run/observations/of-scenario.ts';
import { readFigures } from '../../../src/run/observations/read-figures.ts';
import type { CityData } from '../../../src/scenario/city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

const before = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), 'fit-'));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

// a county, 泸县 of 泸州: residents of 2023 that neither its rate nor the fit bears out
const table = `place,year,indicator,value,unit,error,definition,source
泸县,2022,resident_population,77.0,万人,0.3,bulletin,公报
泸县,2023,resident_population,60.0,万人,0.3,bulletin,公报
泸县,2023,urban_resident_population,40.0,万人,0.3,bulletin,公报
泸县,2023,resident_urbanization_rate,55.0,%,0.4,bulletin,公报
`;
let scenario: Scenario;
let city: CityData;
beforeAll(() => {
  ({ scenario, city } = loadInputs({ scenario: '泸州', overrides: {}, sample: 1 }, 'en'));
  process.chdir(folder);
  writeFileSync('figures.csv', table);
  mkdirSync('calibration');
});
beforeEach(() => rmSync('calibration/own.json', { force: true }));

const told = (lang: Language) =>
  observationsOf(
    { id: 'own', by: 'own.yaml', files: [{ name: 'figures.csv', path: ['observations'], source: {} as never }] },
    { scenario, city, lang, read: readData },
  );
/** Writes the fit as calibrate does, with what it makes of each figure in turn. */
function fitted(middles: readonly number[], more: object = {}): void {
  const { figures } = readFigures('figures.csv', path.resolve('figures.csv'), city, readData);
  const fit = {
    ...{ format: 2, city: '510500', baseYear: 2020, figuresHash: hashOfFigures(figures) },
    conditioning: { calibration: 'own', until: 2023, names: ['a'], centre: [0], rows: [[0]] },
    figures: figures.map((figure, i) => ({ figure, isUsed: true, fitted: { low: 0, middle: middles[i], high: 0 } })),
    ...more,
  };
  writeFileSync('calibration/own.json', JSON.stringify(fit));
}
const said = (lang: Language) => told(lang).warnings.map(({ message }) => message);

const contradiction =
  'Luxian 2023: Resident urbanization rate 55.00 contradicts Urban resident population 400,000 and Resident population 600,000, which make 66.67: off by -11.67';

it('says which figures contradict each other, and of which place, before anything is fitted', () => {
  expect(said('en').at(-1)).toBe(contradiction);
  expect(said('zh').at(-1)).toBe(
    '泸县2023年常住人口城镇化率 55.00 与城镇常住人口 400,000 和常住人口 600,000 不符：由后两者算得 66.67，相差 -11.67',
  );
});

it('says in one line which figures of a county its fit misses and by how much, those by most of their errors first', () => {
  fitted([764000, 760947, 402000, 53.9]);
  expect(said('en')).toEqual([
    contradiction,
    'the fit misses 2 of the 4 figures of your own by more than twice their standard error: Resident population of Luxian in 2023: 600,000, the fit has 760,947 (160,947 more); Resident urbanization rate of Luxian in 2023: 55.00, the fit has 53.90 (1.10 less); luohu calibrate lists them all',
  ]);
  expect(said('zh')[1]).toBe(
    '4 个自有数字中有 2 个拟合未达到（差距超过其标准误的两倍）：泸县2023年常住人口 600,000，拟合为 760,947（高 160,947）；泸县2023年常住人口城镇化率 55.00，拟合为 53.90（低 1.10）；逐个见 luohu calibrate 的输出',
  );
  expect(told('en').remarks.map(({ en }) => en)).toEqual(said('en'));
});

it('says nothing of a fit that meets its figures within twice their errors, and that it had not settled where it had not', () => {
  fitted([765000, 605000, 402000, 55.7], { settled: false });
  expect(said('en')).toEqual([expect.stringContaining('the fit had not settled'), contradiction]);
});

it('holds no fit against figures it was not made of', () => {
  fitted([0, 0, 0, 0], { figuresHash: 'others' });
  expect(said('en')).toEqual([expect.stringContaining('fitted to other figures'), contradiction]);
});
