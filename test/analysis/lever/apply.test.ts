import { beforeAll, describe, expect, it } from 'vitest';
import { addedStock, applyLevers, yearlyGrowth } from '../../../src/analysis/lever/apply.ts';
import { leverCatalogue } from '../../../src/analysis/lever/catalogue.ts';
import type { Lever } from '../../../src/analysis/lever/lever.ts';
import { drawnParameters } from '../../../src/kernel/parameters.ts';
import { compileLawBook } from '../../../src/policy/compile-law-book.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';

let inputs: Inputs;
let catalogue: readonly Lever[];
beforeAll(() => {
  inputs = loadInputs({ scenario: 'scenarios/chifeng.yaml', overrides: {}, sample: 0.01 }, 'en');
  catalogue = leverCatalogue(inputs.scenario);
});
const years = { start: 2027, by: 2030 };
const apply = (id: string, setting: number) =>
  applyLevers(inputs, [catalogue.find((each) => each.id === id)!], [setting], years);

describe('a lever', () => {
  it('that is off leaves no trace', () => {
    expect(
      applyLevers(
        inputs,
        catalogue,
        catalogue.map(({ off }) => off),
        years,
      ),
    ).toEqual({
      scenario: inputs.scenario,
      documents: inputs.documents,
    });
  });

  it('of the law is in force at its strength from the start year on, and the stronger of two holds', () => {
    const { scenario, documents } = apply('settlement.paperwork', 0.4);
    const book = (policy: typeof scenario.policy) =>
      compileLawBook(documents, { documents: [], ...policy, areas: inputs.city.areas });
    const strength = (year: number) => book(scenario.policy).lever(0, year, 'settlement.paperwork');
    expect([strength(2026), strength(2027), strength(2035)]).toEqual([0, 0.4, 0.4]);
    const both = {
      ...scenario.policy,
      add: [...scenario.policy.add, { clause: 'qingyang-2022:2.1.7', from: '2020-01-01' }],
    };
    expect(book(both).lever(0, 2030, 'settlement.paperwork')).toBe(1);
  });

  it('on a stock builds it up evenly, on top of what is drawn', () => {
    const { scenario } = apply('school.places', 0.5);
    const drawn = (s: typeof scenario, year: number) => drawnParameters(s, 3)(year)['school.placesGrowth'];
    const before = drawn(inputs.scenario, 2026);
    expect(drawn(scenario, 2026)).toBe(before);
    expect(drawn(scenario, 2027) - before).toBeCloseTo(yearlyGrowth(0.5, years), 12);
    expect((1 + yearlyGrowth(0.5, years)) ** 4).toBeCloseTo(1.5, 12);
    // 1.5 ** (1/4) = 1.10668: 10.7 %, 22.5 %, 35.5 % and 50 % more
    expect(addedStock(0.5, years).builtYears).toBeCloseTo(0.10668 + 0.22474 + 0.3554 + 0.5, 4);
  });

  it('on a calibrated parameter is refused', () => {
    const action = { kind: 'parameter', parameter: 'settlement.actHazard', change: 'times' } as const;
    const lever: Lever = { ...catalogue[0], id: 'act', action, off: 1, most: 2 };
    const posterior = { parameters: ['settlement.actHazard'], centre: [0.2], draws: [[0.2]] };
    const calibrated = { ...inputs, scenario: { ...inputs.scenario, posterior } } as unknown as typeof inputs;
    expect(() => applyLevers(calibrated, [lever], [2], years)).toThrow('settlement.actHazard is calibrated');
  });
});

it('every cost holds its unit cost inside its range and says where it comes from', () => {
  for (const { costs } of catalogue) {
    for (const { yuan, range, source, mark } of costs) {
      expect(range[0]).toBeLessThanOrEqual(yuan);
      expect(range[1]).toBeGreaterThanOrEqual(yuan);
      expect(source).not.toBe('');
      expect(['published', 'assumption', 'derived']).toContain(mark);
    }
  }
});
