import { describe, expect, it } from 'vitest';
import { statedParameters } from '../../src/kernel/parameters.ts';
import { vitalDrivers } from '../../src/kernel/vital-drivers.ts';
import { buildHazards, readAhead } from '../../src/process/agenda/hazards.ts';
import { buildLifeTables } from '../../src/process/demography/life-tables.ts';
import { motherhoodOf } from '../../src/process/demography/motherhood.ts';
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
    const years = Array.from({ length: 10 }, () => values);
    const tables = buildLifeTables(city.vitals, vitalDrivers(scenario, city, 0, years));
    const families = motherhoodOf([], city, tables.at(2021), values);
    buildHazards(
      years,
      (t) => tables.at(2020 + t),
      () => families,
    );
    expect([...read].sort()).toEqual([...readAhead].sort());
  });
});
