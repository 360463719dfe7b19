import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { censusOutcomes } from '../../../src/analysis/backtest/census-outcomes.ts';
import { finishedIn } from '../../../src/analysis/backtest/model/finished.ts';
import { hindcastInputs } from '../../../src/analysis/backtest/model/hindcast-inputs.ts';
import {
  modelForecaster,
  type UnitMembers,
  unitMembers,
} from '../../../src/analysis/backtest/model/model-forecaster.ts';
import { simulateTasks } from '../../../src/analysis/backtest/model/simulate-tasks.ts';
import { scenarioOutcomes } from '../../../src/analysis/backtest/scenario-outcomes.ts';
import { unitKey } from '../../../src/analysis/backtest/unit.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import type { Localized } from '../../../src/language/language.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { outcomeOf } from './units.ts';

const alxa = '152900';
const label = { zh: '阿拉善', en: 'Alxa' };
const blind = { scenario: (scenario: Scenario) => scenario };
const inputsOf = hindcastInputs(readData, { replicates: 2, seed: 'test', sample: 0.02 }, blind, 'en');

describe('the inputs of a prefecture without a scenario file', () => {
  it('run from one census to the next, without its own later children', () => {
    const { scenario, city } = inputsOf('620200');
    expect(scenario).toMatchObject({
      baseYear: 2010,
      endYear: 2020,
      city: '620200',
      uncertainty: 'prior',
      seed: 'test',
    });
    expect(city.vitals.fertilityFactor.source).toContain('children of 2010');
  });
  it('differ in their hash when seed or sample do', () => {
    const other = hindcastInputs(readData, { replicates: 2, seed: 'test', sample: 0.03 }, blind, 'en');
    expect(other(alxa).hash).not.toBe(inputsOf(alxa).hash);
  });
});

describe('the model as a forecaster', () => {
  it('says the median of its replicates, and nothing of what was not simulated', () => {
    const unit = outcomeOf();
    const { forecast } = modelForecaster({ [unitKey(unit)]: [3, 1, 8] });
    expect(forecast(unit)).toEqual({ point: 3, spread: { members: [3, 1, 8] } });
    expect(forecast(outcomeOf({ area: '150302' }))).toMatchObject({ because: { en: 'not simulated' } });
  });
});

describe('simulateTasks', () => {
  let session: Session;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-backtest-'));
  beforeAll(() => {
    session = openSession(1);
  });
  afterAll(() => closeSession(session));
  const units = censusOutcomes(readData, alxa);

  it('keeps what is finished and does not simulate it again', { timeout: 120_000 }, async () => {
    let made = 0;
    const keep = (results: readonly ReplicateResult[]) => {
      made++;
      return unitMembers(units, results);
    };
    const told: boolean[] = [];
    const simulated = async () => {
      const task = { name: alxa, label, inputs: inputsOf(alxa), keep };
      const onTask = (_label: Localized, _number: number, known: boolean) => told.push(known);
      const [members] = await simulateTasks(session, [task], finishedIn<UnitMembers>(folder), { onTask });
      return members;
    };
    const first = await simulated();
    expect(Object.keys(first)).toEqual(units.map(unitKey));
    expect(Object.values(first).every((members) => members.length === 2)).toBe(true);
    // 2 % of 231,000 people, ten years on: the share stays a share, the count is of the right size
    const [share, residents] = ['resident_urbanization_rate', 'resident_population'].map((indicator) => {
      const unit = units.find((each) => each.area === 'city' && each.indicator === indicator)!;
      return first[unitKey(unit)][0];
    });
    expect(share).toBeGreaterThan(60);
    expect(share).toBeLessThan(100);
    expect(residents).toBeGreaterThan(150_000);
    expect(residents).toBeLessThan(400_000);

    expect(await simulated()).toEqual(first);
    expect([made, ...told]).toEqual([1, false, true]);
    expect(readdirSync(folder)).toEqual([`${alxa}.json`]);
  });

  it('simulates again what cannot be read', async () => {
    writeFileSync(path.join(folder, `${alxa}.json`), '{"half');
    expect(await finishedIn(folder).load(alxa)).toBeNull();
  });
});

describe('what a scenario can be scored on', () => {
  it('is, from 2020, what was published since where the base year has a figure too', () => {
    const units = scenarioOutcomes(readData, loadCityData(readData, '150400', 2020), 2035);
    const years = (indicator: string) => units.filter((unit) => unit.indicator === indicator).map(({ year }) => year);
    expect(years('resident_urbanization_rate')).toEqual([2021, 2022]);
    // 30.69 % of 2022 has no figure of 2020 beside it: the scenario itself was started from it
    expect(years('registered_urbanization_rate')).toEqual([]);
    expect(units.every(({ past }) => past.at(-1)!.year === 2020)).toBe(true);
    expect(units.find(({ indicator }) => indicator === 'resident_population')!.closed).toBeGreaterThan(4e6);
  });

  it('is, from 2020, births and deaths too, beside a closed projection of them', () => {
    const units = scenarioOutcomes(readData, loadCityData(readData, '150200', 2020), 2035);
    const births = units.find(({ indicator, year }) => indicator === 'births' && year === 2022)!;
    expect(births.observed).toBe(14_900);
    expect(births.past).toEqual([{ year: 2020, value: expect.closeTo(23_062, -2) }]); // 2,709,378 at 8.51 per thousand
    expect(Math.abs(births.closed! / births.observed - 1)).toBeLessThan(0.1);
    const deaths = units.find(({ indicator, year }) => indicator === 'deaths' && year === 2022)!;
    expect(Math.abs(deaths.closed! / deaths.observed - 1)).toBeLessThan(0.1);
  });

  it('is, from 2010, the census of 2020 by area and yearly figures up to 2019, none across the break', () => {
    const units = scenarioOutcomes(readData, loadCityData(readData, '150400', 2010), 2035);
    expect(units.filter(({ year, area }) => year === 2020 && area !== 'city').length).toBeGreaterThan(10);
    expect(units.every(({ year }) => year <= 2020)).toBe(true);
    expect(units.some(({ year, indicator }) => year === 2015 && indicator === 'registered_population')).toBe(true);
  });

  it('ends with the run', () => {
    const units = scenarioOutcomes(readData, loadCityData(readData, '150400', 2020), 2021);
    expect(new Set(units.map(({ year }) => year))).toEqual(new Set([2021]));
  });
});
