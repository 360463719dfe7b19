import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import type { Found, Question } from '../../../src/analysis/seek/question.ts';
import { freshScenario, seek } from '../../../src/analysis/seek/seek.ts';
import type { SeekOptions } from '../../../src/cli/seek/options.ts';
import { questionOf } from '../../../src/cli/seek/question.ts';
import { obstacle, seekText } from '../../../src/cli/seek/report.ts';
import { loadInputs } from '../../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { InputError } from '../../../src/scenario/errors.ts';
import { withDraws } from '../../../src/scenario/with-draws.ts';
import { smallScenario } from '../../support/small-scenario.ts';

vi.setConfig({ testTimeout: 120_000 });

const asked: SeekOptions = {
  scenario: 'scenarios/sanmenxia.yaml',
  target: 'registered_urbanization_rate=45',
  area: 'city',
  by: 2030,
  probability: 0.8,
  replicates: 5,
  verify: 5,
  workers: 1,
  sample: 0.004,
  seed: undefined,
  budget: undefined,
  start: undefined,
  levers: undefined,
  costs: undefined,
  out: 'out',
  json: false,
};
const told = (changes: Partial<SeekOptions>): string[] => {
  try {
    questionOf({ ...asked, ...changes }, 'en');
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('mistakes are told in one line each, before anything is made', () => {
  test.each([
    [{ levers: 'land.paidExit,land.paidExit' }, '--levers must name each lever once, got land.paidExit again'],
    [{ by: 2050 }, '--by must be a year from 2021 to 2035, got 2050'],
    [{ start: 2031 }, '--start must be a year from 2021 to 2030, got 2031'],
    [{ area: '150402' }, '--area must be an area of the result (code or name; city for the whole), got "150402"'],
    [
      { levers: 'land.paidexit' },
      expect.stringMatching(
        /^--levers must be one of threshold\.zero, .* got land\.paidexit; did you mean land\.paidExit\?$/,
      ),
    ],
    [{ costs: 'nowhere.yaml' }, 'nowhere.yaml: must be an existing file, got nothing there'],
  ] as [Partial<SeekOptions>, unknown][])('%o', (changes, line) => {
    expect(told(changes)).toEqual([line]);
  });

  it('all of them at once', () => {
    expect(told({ target: 'rate=45', area: '150402', by: 2050 })).toHaveLength(3);
  });

  it('a costs file, with the place of each mistake', () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-costs-')), 'costs.yaml');
    writeFileSync(
      file,
      'levers:\n  information.awareness:\n    costs:\n      - {per: settlement_pols, yuan: 5, range: [6, 7], why: test}\n  outreach:\n    parameter: settlement.outreech\n    most: 0.5\n  base:\n    parameter: base.landMu\n  nowhere: {}\n',
    );
    expect(told({ costs: file }).map((line) => line.slice(file.length))).toEqual([
      ':4:7: levers.information.awareness.costs per must be once, year, built, built-year or an indicator, got settlement_pols; did you mean settlement_pool?',
      ':4:7: levers.information.awareness.costs range must hold yuan 5, got 6 to 7',
      ':6:16: levers.outreach.parameter must be a known parameter, got "settlement.outreech"; did you mean settlement.outreach',
      ':9:16: levers.base.parameter must be a parameter that acts year by year, got base.landMu, which builds the base population',
      expect.stringMatching(/^:10:12: levers\.nowhere must be one of .*, got nowhere$/),
    ]);
  });
});

it('a costs file changes costs and bounds, and makes levers of parameters', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-costs-')), 'costs.yaml');
  writeFileSync(
    file,
    'levers:\n  settlement.paperwork:\n    most: 0.5\n    costs: [{per: year, yuan: 5, range: [4, 7], why: test}]\n  outreach:\n    {parameter: settlement.outreach, change: times, most: 3, costs: []}\n',
  );
  const { question } = questionOf(
    { ...asked, costs: file, levers: 'outreach,settlement.paperwork,qingyang-2022:2.1.7' },
    'en',
  );
  expect(question.levers).toMatchObject([
    { id: 'outreach', off: 1, most: 3, action: { kind: 'parameter', change: 'times' } },
    { id: 'settlement.paperwork', most: 0.5, costs: [{ per: 'year', yuan: 5, mark: 'assumption', source: 'test' }] },
    { id: 'qingyang-2022:2.1.7', discrete: true, action: { kind: 'clause' } },
  ]);
});

it('fresh replicates take other rows of the posterior than those of the search', () => {
  const inputs = loadInputs({ scenario: asked.scenario, overrides: {}, sample: 1 }, 'en');
  const draws = Array.from({ length: 40 }, (_, row) => [0.01 + row / 1000]);
  const scenario = withDraws(inputs.scenario, { parameters: ['return.hazard'], centre: [0.03], draws }, 'small');
  const fresh = freshScenario(scenario, 20, 'other');
  expect(fresh.seed).toBe('other');
  expect(fresh.posterior!.draws[0]).toBe(scenario.posterior!.draws[20]);
  expect(fresh.posterior!.draws).toHaveLength(scenario.posterior!.draws.length);
});

describe('what stands in the way is said', () => {
  let session: Session;
  beforeAll(() => {
    session = openSession(2);
  });
  afterAll(() => closeSession(session));
  const small: SeekOptions = {
    ...asked,
    scenario: smallScenario(),
    by: 2022,
    start: 2022,
    probability: 0.6,
    sample: 0.03,
    levers: 'threshold.zero,settlement.paperwork',
  };
  const cache = mkdtempSync(path.join(os.tmpdir(), 'luohu-seek-'));
  const sought = async (changes: Partial<SeekOptions>): Promise<[Question, Found]> => {
    const { inputs, question } = questionOf({ ...small, ...changes }, 'en');
    return [question, await seek(session, inputs, question, { cache })];
  };

  it('a target met already, one beyond the levers, one beyond the budget', async () => {
    const [metQuestion, met] = await sought({ target: 'settled_persons=100' });
    expect(obstacle(metQuestion, met, '')?.en).toBe(
      'No lever is needed: without any, Persons who settled of 100 or more in 2022 comes with a probability of 100 ± 19 % (asked: 60 %)',
    );
    const [farQuestion, far] = await sought({ target: 'settled_persons=90000' });
    expect(obstacle(farQuestion, far, 'here')?.en).toMatch(
      /^Out of reach of the levers, which bind: with the best of them \(settling open to whoever lives in town, settling made easy 100 %\) .* with a probability of 0 ± 19 %, mean [\d,]+; see .*here$/,
    );
    const [poorQuestion, poor] = await sought({
      ...{ target: 'settled_persons=7800', budget: 1000 },
      probability: 0.75,
    });
    expect(obstacle(poorQuestion, poor, 'here')?.en).toMatch(
      /^Out of reach of the budget, which binds: .* takes at least \d+ yuan; 1000 yuan buys a probability of about \d+ %; see /,
    );
    const shares = poor.frontier.map(({ share }) => share);
    expect(shares).toEqual([...new Set(shares)].sort());
    expect(seekText({ zh: '阿拉善', en: 'Alxa' }, poorQuestion, poor, 'here', 'zh')).toContain('落户手续简化');
  });
});
