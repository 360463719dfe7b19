import { expect, it } from 'vitest';
import { countyDrivers } from '../../src/kernel/county-drivers.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { replicateInput, sampledCity } from '../support/sanmenxia.ts';
import { value } from '../support/value.ts';

it('where the urban share is driven below what moves can follow, towns are counted as villages, and all accounts hold', () => {
  const town = sampledCity();
  const flows = town.city.flows.map((each) => each && { ...each, townward: -0.03, spread: { net: 0, urban: 0.5 } });
  const city = { ...town.city, flows };
  const scenario = { ...town.scenario, uncertainty: 'prior' as const, endYear: 2023 };
  const parameters = [0, 1, 2, 3].map(() => ({ 'moves.netSpread': 1, 'moves.urbanSpread': 1 }) as never);
  let [down, up] = [0, 0];
  for (const replicate of [0, 1, 2]) {
    const input = { ...replicateInput({ ...town, city }, { scenario }), city, replicate, strict: true };
    const result = runReplicate(input);
    const drivers = countyDrivers(scenario, city, replicate, parameters);
    city.areas.forEach(({ code }, a) => {
      const turned = value(result, 'residents_turned_village', 2022, code);
      const village = value(result, 'reclassified_persons', 2022, code);
      if (drivers.urban[2][a] > 0) expect(turned).toBe(0);
      else if (turned > 0) down += 1;
      if (drivers.urban[2][a] > 0 && village > 0) up += 1;
      const before = value(result, 'resident_urbanization_rate', 2020, code);
      if (drivers.urban[2][a] < -0.1 && before > 30)
        expect(value(result, 'resident_urbanization_rate', 2023, code)).toBeLessThan(before);
    });
  }
  expect(down).toBeGreaterThan(2);
  expect(up).toBeGreaterThan(2);
}, 120_000);
