import { describe, expect, it } from 'vitest';
import { statedParameters } from '../../src/kernel/parameters.ts';
import { buildHazards, readAhead } from '../../src/process/agenda/hazards.ts';
import { buildLifeTables } from '../../src/process/demography/life-tables.ts';
import { sampledCity } from '../support/sanmenxia.ts';

describe('parameters that are read ahead of their year', () => {
  it('are those that waits are drawn by, and no others', () => {
    const { scenario, city } = sampledCity('scenarios/sanmenxia.yaml', 0.002);
    const read = new Set<string>();
    const values = new Proxy(statedParameters(scenario, 2020), {
      get(target, name) {
        read.add(String(name));
        return target[name as keyof typeof target];
      },
    });
    const tables = buildLifeTables(city.vitals, () => ({
      mortality: values['mortality.factor'],
      fertility: values['fertility.factor'],
    }));
    buildHazards([values, values, values], (t) => tables.at(2020 + t));
    expect([...read].sort()).toEqual([...readAhead].sort());
  });
});
