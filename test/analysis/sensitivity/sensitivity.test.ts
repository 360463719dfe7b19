import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { leverCatalogue } from '../../../src/analysis/lever/catalogue.ts';
import { evaluationAt, factorsOf } from '../../../src/analysis/sensitivity/factors.ts';
import { informationOf } from '../../../src/analysis/sensitivity/information.ts';
import {
  type Sensitivity,
  type SensitivityQuestion,
  sensitivity,
} from '../../../src/analysis/sensitivity/sensitivity.ts';
import type { SensitivityOptions } from '../../../src/cli/sensitivity/options.ts';
import { questionOf } from '../../../src/cli/sensitivity/question.ts';
import { drawnParameters, statedParameters } from '../../../src/kernel/parameters.ts';
import { triangularQuantile } from '../../../src/math/triangular.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { drawsFor } from '../../../src/scenario/calibration.ts';
import { InputError } from '../../../src/scenario/errors.ts';
import { parameterNames } from '../../../src/scenario/parameters.ts';
import { withDraws } from '../../../src/scenario/with-draws.ts';
import { luohu } from '../../cli/luohu.ts';
import { smallCalibration } from '../../support/small-calibration.ts';
import { smallScenario } from '../../support/small-scenario.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let inputs: Inputs;
let alxa: Inputs;
let session: Session;
const years = { start: 2021, by: 2022 };
beforeAll(() => {
  session = openSession(2);
  const loaded = loadInputs({ scenario: 'scenarios/sanmenxia.yaml', overrides: { to: 2022 }, sample: 0.003 }, 'en');
  inputs = { ...loaded, scenario: withDraws(loaded.scenario, drawsFor(smallCalibration, loaded.scenario), 'small') };
  alxa = loadInputs({ scenario: smallScenario(), overrides: { to: 2022 }, sample: 0.03 }, 'en');
});
afterAll(() => closeSession(session));

/** The small scenario with ranges of a few parameters alone. */
function narrowed(kept: readonly string[]): Inputs {
  const { scenario } = alxa;
  const parameters = { ...scenario.parameters };
  for (const name of parameterNames)
    if (!kept.includes(name)) parameters[name] = parameters[name].map((entry) => ({ ...entry, range: null }));
  return { ...alxa, scenario: { ...scenario, parameters } };
}

describe('factors', () => {
  it('are the parameters replicates draw, the posterior as one, levers and luck', () => {
    const factors = factorsOf(inputs.scenario, leverCatalogue(inputs.scenario));
    const { parameters } = inputs.scenario.posterior!;
    const own = factors.flatMap((factor) => (factor.kind === 'parameter' ? [factor.id] : []));
    expect(own.filter((name) => parameters.includes(name))).toEqual([]);
    expect(own).toContain('settlement.firmShare');
    expect(own).not.toContain('base.landMu');
    expect(factors.filter(({ kind }) => kind === 'joint')).toHaveLength(1);
    expect(factors.at(-1)).toMatchObject({ kind: 'chance' });
  });

  it('set a parameter to its quantile, the posterior to one of its rows, and leave nothing to be drawn', () => {
    const factors = factorsOf(inputs.scenario, []).filter(
      ({ id, kind }) => id === 'settlement.firmShare' || kind !== 'parameter',
    );
    const { scenario, replicate } = evaluationAt(inputs, years, factors, [0.3, 0.999, 0.5]);
    const { value, range } = inputs.scenario.parameters['settlement.firmShare'][0];
    const { parameters, draws } = inputs.scenario.posterior!;
    const stated = statedParameters(scenario, 2021);
    expect(stated['settlement.firmShare']).toBe(triangularQuantile(range![0], value, range![1], 0.3));
    expect(parameters.map((name) => stated[name])).toEqual(draws.at(-1));
    expect(scenario.posterior).toBeUndefined();
    expect(drawnParameters(scenario, 5)(2021)).toEqual(stated);
    expect(replicate).toBe(2048);
  });
});

describe('a small analysis', () => {
  let found: Sensitivity;
  let question: SensitivityQuestion;
  let small: Inputs;
  beforeAll(async () => {
    small = narrowed(['settlement.firmShare', 'settlement.actHazard', 'rental.subsidyShare']);
    const levers = leverCatalogue(small.scenario).filter(({ id }) =>
      ['settlement.paperwork', 'rental.dwellings'].includes(id),
    );
    question = {
      indicators: ['registered_urbanization_rate', 'settled_persons'],
      area: 'city',
      years,
      levers,
      trajectories: [3, 3],
      closely: 1,
      rows: [16, 16],
      precision: 0.05,
      unlimited: true,
    };
    found = await sensitivity(session, small, question, {});
  });

  it('finds out what reaches nothing, exactly', () => {
    expect(found.idle.map(({ id }) => id)).toEqual(expect.arrayContaining(['rental.subsidyShare', 'rental.dwellings']));
    const at = found.factors.findIndex(({ id }) => id === 'rental.dwellings');
    expect(found.screening[0][at]).toEqual({ mu: 0, muStar: 0, muStarError: 0, sigma: 0 });
  });

  it('looks at the largest one by one, at the rest together, and at luck by itself', () => {
    expect(found.studied.slice(1, -1).every(({ kind }) => kind === 'rest')).toBe(true);
    expect(found.studied.at(-1)!.kind).toBe('chance');
    const sizes = new Map(found.factors.map((factor, f) => [factor.id, found.screening[0][f].muStar]));
    const [largest] = found.studied;
    const others = found.studied.flatMap((each) => (each.kind === 'rest' ? each.factors : []));
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect(sizes.get(largest.id)!).toBeGreaterThanOrEqual(sizes.get(id)!);
    // luck is told apart from ignorance, and moves the flow of settlers in a small place
    expect(found.decompositions[1].factors.at(-1)!.total.value).toBeGreaterThan(0.05);
  });

  it('values a statistic by the variance it removes, levers and luck left out', () => {
    const information = informationOf(found, 0, small.scenario);
    const { variance, factors } = found.decompositions[0];
    expect(information.map(({ factor }) => factor.kind)).not.toContain('lever');
    expect(information.map(({ factor }) => factor.kind)).not.toContain('chance');
    for (const { factor, value, sdNow, sdThen } of information) {
      expect(value.value).toBeCloseTo(factors[found.studied.indexOf(factor)].first.value * variance.value, 12);
      expect(sdNow ** 2 - sdThen ** 2).toBeCloseTo(value.value, 12);
    }
    expect(information.length).toBeGreaterThan(0);
  });

  it('is the same with one worker', async () => {
    const one = openSession(1);
    one.made = session.made;
    try {
      expect(await sensitivity(one, small, question, {})).toEqual(found);
    } finally {
      await closeSession(one);
    }
  });
});

test('the command writes tables and a tornado in both languages', () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-sensitivity-'));
  const args = ['sensitivity', smallScenario(), '--by', '2021', '--sample', '0.02', '--trajectories', '2'];
  const { status, stdout, stderr } = luohu([
    ...args,
    '--rows',
    '8',
    '--closely',
    '1',
    '--levers',
    'none',
    '--out',
    out,
    '--lang',
    'zh',
  ]);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('单独 (90%)');
  // eight rows cannot tell how much of so small a place is chance
  expect(stderr).toMatch(/预计约需 .*\n8 行的比例标准误可达 0\.35；90%区间宽于一半的写“不能判断”\n/);
  expect(stdout).toMatch(/偶然 +偶然 .*不能判断 \(/);
  expect(stdout).toContain('行数太少（8）');
  const folder = path.join(out, readdirSync(out).find((name) => name.startsWith('sensitivity-small-'))!);
  expect(readdirSync(folder).sort()).toEqual([
    '.written.json',
    'charts',
    'dictionary.csv',
    'evaluations.parquet',
    'indices.csv',
    'information.csv',
    'manifest.json',
    'screening.csv',
  ]);
  expect(readdirSync(path.join(folder, 'charts')).sort()).toEqual([
    '.written.json',
    ...['en', 'zh'].flatMap((l) => ['svg', 'vl.json'].map((end) => `tornado.registered_urbanization_rate.${l}.${end}`)),
  ]);
  expect(readFileSync(path.join(folder, 'indices.csv'), 'utf8')).toContain(
    'registered_urbanization_rate,city,2021,chance,chance,',
  );
});

describe('mistakes are told in one line each', () => {
  const told = (changes: Partial<SensitivityOptions>): string[] => {
    const asked: SensitivityOptions = {
      scenario: 'scenarios/sanmenxia.yaml',
      indicator: 'rate_gap',
      area: 'city',
      by: undefined,
      start: undefined,
      levers: undefined,
      costs: undefined,
      trajectories: 2,
      closely: 2,
      rows: 8,
      sample: undefined,
      seed: undefined,
      workers: 1,
      out: 'out',
      json: false,
    };
    try {
      questionOf({ ...asked, ...changes }, 'en');
    } catch (error) {
      if (error instanceof InputError) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  test.each([
    [{ rows: 12 }, '--rows must be a power of two, got 12'],
    [{ by: 2040 }, '--by must be a year from 2021 to 2035, got 2040'],
    [{ area: 'x' }, '--area must be an area of the result (code or name; city for the whole), got "x"'],
    [{ indicator: 'rate_gap, gap' }, '--indicator must be an indicator of indicators.csv, got gap'],
    [{ levers: 'nothing' }, expect.stringMatching(/^--levers must be one of threshold\.zero, .*, got nothing$/)],
  ] as [Partial<SensitivityOptions>, unknown][])('%o', (changes, line) => {
    expect(told(changes)).toEqual([line]);
  });

  it('all of them at once, and nothing where there is no mistake', () => {
    expect(told({ rows: 12, by: 2040, indicator: 'gap' })).toHaveLength(3);
    expect(told({})).toEqual([]);
  });
});
