import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../src/analysis/simulate.ts';
import { uniform } from '../../src/random/draw.ts';
import { baseKey } from '../../src/random/key.ts';
import { known } from '../../src/run/known.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { loadDonors } from '../../src/run/new-scenario/donors.ts';
import { type NewScenario, newScenario } from '../../src/run/new-scenario/new-scenario.ts';
import { scenarioText } from '../../src/run/new-scenario/scenario-text.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { isPlace, readRegions } from '../../src/scenario/city/regions.ts';
import { wholeShare } from '../../src/scenario/city/register-level.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { ReadText } from '../../src/scenario/tables.ts';
import { value } from '../support/value.ts';

const documents = readDocuments(readData);
const regions = readRegions(readData);
const knownThings = known(readData, documents);
const donors = { 2010: loadDonors(readData, documents, 2010), 2020: loadDonors(readData, documents, 2020) };
const donorsOf = (year: 2010 | 2020) => donors[year];
const places = [...regions.values()].filter(isPlace);
const yearsOf = new Map(places.map(({ code }) => [code, knownThings.knownBaseYears!(code)]));
/** Twenty places over all regions by a seeded draw, and those of three provinces. */
const drawn = [...places]
  .sort(
    (a, b) =>
      uniform(baseKey('places'), Number(a.code), 0, 2020, 0) - uniform(baseKey('places'), Number(b.code), 0, 2020, 0),
  )
  .slice(0, 20);
const some = [...new Set([...drawn, ...places.filter(({ code }) => /^(15|41|62)/.test(code))])];
const baseYears = some.flatMap(({ code, name }) =>
  (yearsOf.get(code) ?? []).map((year) => [name.zh, code, year as 2010 | 2020] as const),
);

const make = (code: string, baseYear?: 2010 | 2020, endYear = 2035, read: ReadText = readData): NewScenario =>
  newScenario({ read, documents, donorsOf }, { prefecture: regions.get(code)!, baseYear, endYear });
const load = (made: NewScenario) =>
  loadScenario('made.yaml', { read: () => scenarioText('made', made), lang: 'en', ...knownThings });
const settingOf = (made: NewScenario, name: string) => made.settings.find((setting) => setting.name === name)?.values;

test('the four cities looked into by hand lend, in both years', () => {
  const codes = ['150200', '150400', '411200', '621000'];
  for (const year of [2010, 2020] as const) expect(donors[year].map(({ region }) => region.code)).toEqual(codes);
});

test('where nobody is there to borrow from nothing is made up: what is missing is named', () => {
  const request = { prefecture: regions.get('152900')!, baseYear: 2020, endYear: 2035 } as const;
  const alone = () => newScenario({ read: readData, documents, donorsOf: () => [] }, request);
  expect(alone).toThrow(InputError);
  expect(alone).toThrow(
    /^scenarios must hold a scenario from 2020 .*scenarios\/baotou\.yaml.*hindcast-2020\.yaml\), got none$/,
  );
  // the only lender is the city itself
  const itself = { ...request, prefecture: regions.get('150200')! };
  const own = () => newScenario({ read: readData, documents, donorsOf: (year) => donors[year].slice(0, 1) }, itself);
  expect(own).toThrow(/scenarios\/chifeng\.yaml/);
  expect(own).not.toThrow(/baotou/);
  const foreign = documents.filter(({ level }) => level !== 'city');
  expect(() => newScenario({ read: readData, documents: foreign, donorsOf: () => [] }, request)).toThrow(
    'data/documents must hold a policy document of another city',
  );
});

test('of 367 places 42 have no county rows of the 2020 census, none has neither', () => {
  expect(places).toHaveLength(367);
  const years = [...yearsOf.values()];
  expect(years.filter((each) => !each.includes(2020))).toHaveLength(42);
  expect(years.filter((each) => each.length === 0)).toHaveLength(0);
});

test.each(baseYears)('%s (%s) from %d passes the check without a warning', (_, code, year) => {
  const made = make(code, year);
  const { scenario, warnings } = load(made);
  expect(warnings).toEqual([]);
  expect(scenario).toMatchObject({ city: code, baseYear: year, endYear: 2035, title: made.title });
  // nothing the city did not publish passed off as a figure
  for (const { name, values } of made.settings) {
    for (const { mark, range, why } of values) {
      expect(why.zh, name).not.toBe('');
      if (mark === 'assumption') expect(range, name).not.toBeNull();
    }
  }
});

test('the later census is taken where it has rows, else the one of 2010', () => {
  expect(make('152900').baseYear).toBe(2020);
  expect(make('410300').baseYear).toBe(2020);
  expect(make('360100').baseYear).toBe(2010);
  expect(() => make('360100', 2020)).toThrow('no county rows of the 2020 census for Nanchang (360100)');
});

test('the law is that of the nation and the province, and of the city where it has a document', () => {
  const ids = (code: string): string[] => make(code).documents.map(({ id }) => id);
  expect(ids('410300')).toContain('henan-2014');
  expect(ids('410300')).not.toContain('sanmenxia-2019');
  expect(ids('411200')).toContain('sanmenxia-2019');
  expect(ids('622900')).toEqual(expect.arrayContaining(['gansu-2015', 'national-2014', 'national-permit-2016']));
});

describe('what is not published', () => {
  test('is borrowed of cities alike, never of the city itself', () => {
    const made = make('150400');
    expect(settingOf(made, 'base.landMu')?.[0]?.why.en).toMatch(
      /^borrowed: as Baotou, in the same province; there: plain/,
    );
    for (const { values } of made.settings) for (const { why } of values) expect(why.en).not.toMatch(/(as|of) Chifeng/);
  });

  test('comes from the two cities most alike', () => {
    const [value] = settingOf(make('410100'), 'base.insideShare')!;
    expect(value.why.en).toMatch(/the mean of \w+ and \w+, most alike in size/);
  });

  test('differs before and after 2020 in a run from 2010, and only there', () => {
    const [early, late] = settingOf(make('410300', 2010), 'income.townGrowth')!;
    expect(early).toMatchObject({ from: 2010, mark: 'derived' });
    expect(late?.from).toBe(2021);
    expect(late.value).toBeLessThan(early.value);
    expect(settingOf(make('410300', 2010, 2020), 'income.townGrowth')).toHaveLength(1);
  });
});

describe('what is published is taken from the data', () => {
  test('the rural income of the prefecture, moved to 2020', () => {
    // Baotou government work report: 17,435 yuan in 2018
    const [income] = settingOf(make('150200'), 'income.village')!;
    expect(income?.mark).toBe('derived');
    expect(income?.value).toBeCloseTo(17_435 * 1.085 ** 2, -3);
  });

  test('a new row of data is used without a change of the program', () => {
    const row = '410300,2020,rural_disposable_income,15000,,,yuan/year,a bulletin,,published,\n';
    const read: ReadText = (file) => readData(file) + (file === 'income/410000.csv' ? row : '');
    expect(settingOf(make('410300', 2020, 2035, read), 'income.village')?.[0]).toMatchObject({
      value: 15_000,
      range: null,
      mark: 'published',
      why: { zh: 'a bulletin', en: 'a bulletin' },
    });
  });

  test('a city of one area has nobody from its other counties', () => {
    expect(settingOf(make('620200'), 'base.insideShare')?.[0]).toMatchObject({
      value: 0,
      range: null,
      mark: 'derived',
    });
  });
});

describe('the file runs', () => {
  let session: Session;
  let folder: string;
  beforeAll(() => {
    session = openSession(2);
    folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-new-'));
  });
  afterAll(async () => {
    await closeSession(session);
    rmSync(folder, { recursive: true });
  });

  // one that gains and one that loses people, one area only, a league without wages
  test.each([
    ['Alxa League', '152900', 2020],
    ['Jiayuguan', '620200', 2020],
    ['Hinggan League', '152200', 2010],
  ] as const)('%s', { timeout: 120_000 }, async (_, code, year) => {
    const file = path.join(folder, `c${code}.yaml`);
    writeFileSync(file, scenarioText(`c${code}`, make(code, year)));
    const inputs = loadInputs({ scenario: file, overrides: { to: year + 2, replicates: 1 }, sample: 0.05 }, 'en');
    const [result] = await simulate(session, inputs, { strict: true });
    const residents = inputs.city.areas.reduce((sum, { population }) => sum + population, 0);
    expect(value(result, 'resident_population', year) / residents).toBeCloseTo(1, 1);
    const share = wholeShare(inputs.city).value;
    expect(value(result, 'registered_urbanization_rate.by_place', year)).toBeCloseTo(100 * share, -1);
    expect(value(result, 'resident_urbanization_rate', year + 2)).toBeGreaterThan(20);
  });
});

test('a municipality is its whole province: nobody comes from elsewhere in it, nobody goes there', () => {
  for (const code of ['110100', '120100', '310100', '500100']) {
    const made = make(code, 2020);
    const of = (name: string) => settingOf(made, name)?.[0];
    expect(of('base.insideShare')).toMatchObject({ value: 1, range: null, mark: 'derived' });
    expect(of('base.awayProvinceShare')).toMatchObject({ value: 0, mark: 'derived' });
    expect(of('place.provinceConstant')).toMatchObject({ value: -20, mark: 'derived' });
    expect(made.settings.filter(({ name }) => name === 'base.insideShare')).toHaveLength(1);
    expect(load(made).warnings).toEqual([]);
  }
  const other = make('340100', 2020);
  expect(settingOf(other, 'base.insideShare')?.[0].mark).toBe('assumption');
  expect(settingOf(other, 'place.provinceConstant')).toBeUndefined();
});
