import { describe, expect, it } from 'vitest';
import { drawnParameters, ofReplicate, statedParameters } from '../../src/kernel/parameters.ts';
import { readCalibration } from '../../src/scenario/calibration.ts';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterSpecs } from '../../src/scenario/parameters.ts';
import { resolvedYaml } from '../../src/scenario/resolved-yaml.ts';
import { readingTexts } from '../scenario/options.ts';
import { smallCalibration } from '../support/small-calibration.ts';

const names = ['return.hazard', 'inMigration.factor'] as const;
const file = smallCalibration;

const city = `
title: {zh: 一, en: one}
question: {zh: 一, en: one}
city: "150200"
baseYear: 2010
endYear: 2020
documents: []
parameters:
  return.hazard: {value: 0.06, unit: probability/year, source: by hand}
  place.peers: {value: 2.5, unit: utility, source: by hand}
`;

const load = (path: string, texts: Record<string, string>) => {
  const read = (place: string): string => {
    if (place === 'calibration/small.json') return JSON.stringify(file);
    if (place === 'calibration/broken.json') return JSON.stringify({ ...file, elsewhere: undefined });
    if (place === 'calibration/foreign.json') return '[]';
    if (place === 'calibration/torn.json') return '{"format": 1';
    throw new InputError([{ file: place, message: 'must be an existing file, got nothing there' }]);
  };
  return loadScenario(path, { ...readingTexts(texts), knownCalibration: (name) => readCalibration(read, name) });
};
const loaded = (text: string) => load('a.yaml', { 'a.yaml': text }).scenario;

const told = (text: string): string[] => {
  try {
    loaded(text);
    return [];
  } catch (error) {
    return (error as InputError).issues.map(formatIssue);
  }
};

describe('a scenario that names a calibration', () => {
  const calibrated = loaded(`${city}calibration: small\n`);

  it('has the middle of the posterior as its stated values, in place of values set by hand', () => {
    const stated = statedParameters(calibrated, 2010);
    expect([stated[names[0]], stated[names[1]], stated['place.peers']]).toEqual([0.02, 1.1, 2.5]);
    expect(calibrated.parameters[names[0]]).toEqual([
      {
        from: 2010,
        value: 0.02,
        range: [0.01, 0.03],
        mark: 'derived',
        source: { zh: '校准 small', en: 'calibration small' },
        origin: 'a.yaml:11:1',
      },
    ]);
  });

  it('gives replicate r the joint draw r mod their number, and nothing else a new value', () => {
    const plain = loaded(city);
    for (const replicate of [0, 1, 2, 3, 7]) {
      const values = drawnParameters(ofReplicate(calibrated, replicate), replicate)(2015);
      expect([values[names[0]], values[names[1]]]).toEqual(file.prefectures['150200'].draws[replicate % 3]);
      const { [names[0]]: _return, [names[1]]: _factor, ...others } = values;
      const {
        [names[0]]: _plainReturn,
        [names[1]]: _plainFactor,
        ...plainOthers
      } = drawnParameters(plain, replicate)(2015);
      expect(others).toEqual(plainOthers);
    }
  });

  it('with fixed uncertainty keeps the middle of the posterior in every replicate', () => {
    const fixed = loaded(`${city}calibration: small\nuncertainty: fixed\n`);
    const values = drawnParameters(ofReplicate(fixed, 2), 2)(2015);
    expect([values[names[0]], values[names[1]]]).toEqual([0.02, 1.1]);
  });

  it('takes only what carries over when it begins in another census', () => {
    const { parameters, posterior } = loaded(
      `${city.replace('baseYear: 2010', 'baseYear: 2020').replace('2020\nendYear: 2020', '2020\nendYear: 2030')}calibration: small\n`,
    );
    expect(posterior?.parameters).toEqual([names[0]]);
    expect(parameters[names[1]][0].value).toBe(parameterSpecs[names[1]].value);
  });

  it('takes the draws of any prefecture for a city that was not fitted', () => {
    const other = loaded(`${city.replace('150200', '621000')}calibration: small\n`);
    expect(other.posterior?.draws).toEqual(file.elsewhere.draws);
  });

  it('keeps what a variation sets for itself, and what it is told to keep', () => {
    const variation =
      'extends: ../city.yaml\nparameters:\n  inMigration.factor: {value: 0.9, unit: factor, source: a lever}\n';
    const texts = { 's/city.yaml': `${city}calibration: small\n`, 's/city/more.yaml': variation };
    const { scenario } = load('s/city/more.yaml', texts);
    expect(statedParameters(scenario, 2010)[names[1]]).toBe(0.9);
    expect(scenario.posterior).toMatchObject({ parameters: [names[0]], kept: [names[1]] });
    const kept = loaded(`${city}calibration: small\nuncalibrated: [return.hazard]\n`);
    expect(statedParameters(kept, 2010)[names[0]]).toBe(0.06);
    const again = loaded(resolvedYaml(scenario));
    expect(again.posterior).toEqual(scenario.posterior);
    expect(statedParameters(again, 2010)).toEqual(statedParameters(scenario, 2010));
  });
});

describe('mistakes about calibrations', () => {
  it.each([
    [
      'calibration: nowhere',
      'a.yaml:11:14: calibration must be the name of a calibration (data/calibration/<name>.json), got "nowhere"',
    ],
    ['calibration: ../x', 'a.yaml:11:14: calibration must be a name of letters, digits, _ and -, got "../x"'],
    ['calibration: broken', 'data/calibration/broken.json: elsewhere must be given, got nothing'],
    ['calibration: foreign', 'data/calibration/foreign.json: must be a file written by luohu calibrate, got a list'],
    ['calibration: torn', 'data/calibration/torn.json: must be a file written by luohu calibrate, got nothing'],
    ['uncalibrated: [place.peers]', 'a.yaml:11:15: uncalibrated must go with a calibration, got none'],
    [
      'calibration: small\nuncalibrated: [place.peer]',
      'a.yaml:12:16: uncalibrated.0 must be a known parameter, got "place.peer"; did you mean place.peers',
    ],
  ])('%s', (line, message) => {
    expect(told(`${city}${line}\n`)).toEqual([message]);
  });
});
