import { expect, test } from 'vitest';
import { countingOf, countingWarning } from '../../src/cli/counting.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';

const inputsOf = (name: string, overrides = {}) =>
  loadInputs({ scenario: `scenarios/${name}.yaml`, overrides, sample: 1 }, 'en');
const chifeng = inputsOf('chifeng');

test('the law says how registers are counted, and when it changes', () => {
  expect(countingOf(chifeng)).toEqual({ zh: '按规定：户籍地', en: 'by law: place of register' });
  expect(countingOf(inputsOf('chifeng', { from: 2010 })).en).toBe(
    'by law: kind of register in 2010, place of register in 2035',
  );
});

test('a definition of the scenario stands without the law', () => {
  expect(countingOf(inputsOf('chifeng', { definition: 'place' })).en).toBe('place of register');
  expect(countingOf(inputsOf('chifeng', { definition: 'districts' })).zh).toBe('仅计市辖区城镇');
});

test('scenarios that count differently at their end are not to be compared', () => {
  const noDocument = inputsOf('chifeng/no-document', { definition: 'kind' });
  expect(countingWarning([chifeng, noDocument])?.en).toBe(
    'the registered urbanization rates are counted differently (chifeng (place of register); chifeng.no-document (kind of register)) and cannot be compared; --definition place counts them alike',
  );
  const alike = ['chifeng', 'chifeng/no-document'].map((name) => inputsOf(name, { definition: 'place' }));
  expect(countingWarning(alike)).toBeNull();
  // the nation counts by place since 2015, whatever a city's own document says
  expect(countingWarning([chifeng, inputsOf('chifeng/no-document')])).toBeNull();
  expect(countingWarning([chifeng])).toBeNull();
});
