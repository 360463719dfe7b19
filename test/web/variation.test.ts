import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { parseYamlSource } from '../../src/scenario/yaml-source.ts';
import { type Change, changes, noChange } from '../../src/web/scene/change.ts';
import { describeChange } from '../../src/web/scene/describe-change.ts';
import { loadChange, loadScene, placeOfVariation } from '../../src/web/scene/load-change.ts';
import type { Scene } from '../../src/web/scene/scene.ts';
import { fromTypedJson, toTypedJson } from '../../src/web/scene/typed-json.ts';
import { variationYaml } from '../../src/web/scene/variation.ts';
import { sceneOf } from '../../src/web/server/scene-of.ts';
import { temporary } from './what-if-server.ts';

const inputs = loadInputs({ scenario: 'scenarios/baotou.yaml', overrides: {}, sample: 1 }, 'en');
const documents = readDocuments(readData);
const scene = fromTypedJson<Scene>(toTypedJson(sceneOf(inputs, [], [])));
const base = loadScene(scene, documents, {}, 'en');
const { folder, remove } = temporary();
afterAll(remove);

const change: Change = {
  without: ['baotou-2024:2.2.1.1'],
  add: [{ clause: 'chifeng-2016:2.1.2', from: '2026-01-01' }],
  readings: { 'baotou-2024:2.2.2.1': 'another-county' },
  parameters: { 'housing.rent': 1300, 'rental.capacityFactor': 1.5 },
};
const heading = { extends: '../baotou.yaml', title: { zh: '题', en: 'title' }, question: { zh: '问', en: 'question' } };

describe('what the page simulates from', () => {
  it('is the scenario and the city the command line loads', () => {
    expect(base).toEqual(inputs.scenario);
    expect(scene.city).toEqual(inputs.city);
  });

  it('holds no calibration where the scenario takes none up', () => {
    expect(scene.calibration).toBeNull();
  });
});

describe('a change', () => {
  it('is loaded as the command line loads the saved file', () => {
    const text = variationYaml(base, change, { extends: 'baotou.yaml', ...describeChange(base, change, documents) });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'baotou.yaml'), scene.files[0].text);
    writeFileSync(path.join(folder, 'what-if.yaml'), text);
    const saved = loadInputs({ scenario: path.join(folder, 'what-if.yaml'), overrides: {}, sample: 1 }, 'en').scenario;
    const here = loadChange(scene, documents, { base, change, overrides: {} }, 'en');
    const { file: _here, parameters: shown, ...rest } = here;
    const { file: _saved, parameters: read, ...others } = saved;
    expect(rest).toEqual(others);
    for (const [name, setting] of Object.entries(shown)) {
      const origins = (entries: typeof setting) => entries.map(({ origin: _origin, ...entry }) => entry);
      expect(origins(setting), name).toEqual(origins(read[name as keyof typeof read]));
    }
  });

  it('of nothing is the scenario itself', () => {
    expect(changes(noChange)).toBe(0);
    expect(loadChange(scene, documents, { base, change: noChange, overrides: {} }, 'en')).toEqual(base);
  });

  it('moves the range with the value', () => {
    const moved = loadChange(scene, documents, { base, change, overrides: {} }, 'en').parameters['housing.rent'][0];
    expect(base.parameters['housing.rent'][0]).toMatchObject({ value: 1100, range: [715, 1430] });
    expect(moved).toMatchObject({ value: 1300, range: [915, 1630], mark: 'assumption' });
  });

  it('cuts a range at the limits of meaning, around the value', () => {
    const far: Change = { ...noChange, parameters: { 'permit.applyHazard': 0.95, 'settlement.indifferentShare': 0 } };
    const { parameters } = loadChange(scene, documents, { base, change: far, overrides: {} }, 'en');
    // the stated range reaches 0.055 below the stated value
    expect(parameters['permit.applyHazard'][0]).toMatchObject({ value: 0.95, range: [expect.closeTo(0.895, 9), 1] });
    expect(parameters['settlement.indifferentShare'][0].range![0]).toBe(0);
  });

  it('of a clause nobody knows is refused with the words of the command line', () => {
    const wrong: Change = { ...noChange, without: ['baotou-2024:9.9'] };
    expect(() => loadChange(scene, documents, { base, change: wrong, overrides: {} }, 'en')).toThrow(InputError);
    expect(() => loadChange(scene, documents, { base, change: wrong, overrides: {} }, 'en')).toThrow(/9\.9/);
  });

  it('tells what differs in both languages', () => {
    const { title, question } = describeChange(base, change, documents);
    expect(title).toEqual({ zh: '包头：5项变动', en: 'Baotou: 5 changes' });
    expect(question.en).toMatch(/^What if: without baotou-2024 2\.2\.1\.1; .*rent .*1300 in place of 1100/);
    expect(question.zh).toMatch(/^如果没有包府办发〔2024〕47号 2\.2\.1\.1；/);
  });
});

describe('a title', () => {
  const tricks = [
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x")',
    '"}\nparameters: {a: 1}',
    '../../etc/passwd',
    '# not a comment',
    "it's: {a: b}",
  ];
  it.each(tricks)('of %j is read back as it was written', (trick) => {
    const text = variationYaml(base, change, { ...heading, title: { zh: trick, en: trick } });
    const { value } = parseYamlSource('what-if.yaml', text, 'en');
    expect(value['title']).toEqual({ zh: trick, en: trick });
    expect(Object.keys(value)).toEqual(['extends', 'title', 'question', 'policy', 'parameters']);
  });
});

it('a variation lies in the folder named like its scenario', () => {
  expect(placeOfVariation('scenarios/baotou.yaml', 'mine')).toEqual({
    path: 'scenarios/baotou/mine.yaml',
    extends: '../baotou.yaml',
  });
  rmSync(folder, { recursive: true, force: true });
});
