import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Attribution, attributeScenario } from '../../../src/analysis/attribute/attribute-scenario.ts';
import type { EffectRow } from '../../../src/analysis/attribute/effects.ts';
import { coalitionInputs, type Game, groupsOf } from '../../../src/analysis/attribute/groups.ts';
import { namedGroups } from '../../../src/analysis/attribute/named-groups.ts';
import { attributionTables } from '../../../src/analysis/attribute/tables.ts';
import { type Store, storeIn } from '../../../src/analysis/evaluate/store.ts';
import { attributeMessages as messages } from '../../../src/cli/attribute/messages.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';
import { withDraws } from '../../../src/scenario/with-draws.ts';
import { inputsOf, SAMPLE, smallCity, variation } from '../small-city.ts';

const { folder, file } = smallCity();
const TO = 2022;
/** A clause that sets nothing: a placebo. */
const PLACEBO = 'chifeng-2016:5.1';
let session: Session;
beforeAll(() => {
  session = openSession(2);
});
afterAll(() => closeSession(session));

const play = (game: Game, name: string, orders: number | null = null): Promise<Attribution> =>
  attributeScenario(session, game, storeIn(path.join(folder, name)), { orders, microdata: true });
const named = (levers: readonly string[]): Game => namedGroups(inputsOf(file, 2, TO), levers, messages, 'en');

it('a parameter drawn from a calibration is no measure', () => {
  const inputs = inputsOf(file, 2, TO);
  const draws = { parameters: ['return.hazard'], centre: [0.03], draws: [[0.02], [0.04]] } as const;
  const calibrated = { ...inputs, scenario: withDraws(inputs.scenario, draws, 'small') };
  const lever = 'return.hazard=0.05';
  expect(() => namedGroups(calibrated, [lever], messages, 'en')).toThrow(
    '--lever must be a parameter that is not calibrated, got return.hazard, which is drawn from the calibration',
  );
  expect(namedGroups(inputs, [lever], messages, 'en').groups).toMatchObject([{ id: lever }]);
});

describe('an effect divided over its measures', () => {
  const lever = 'school.capacityFactor=1.5';
  let attribution: Attribution;
  let game: Game;
  beforeAll(async () => {
    const given = named(['thresholds', PLACEBO, lever]);
    // the same lever under another name
    game = { ...given, groups: [...given.groups, { ...given.groups[2], id: 'twin' }] };
    attribution = await play(game, 'divided');
  }, 180_000);

  const rows = (group: string): EffectRow[] => attribution.effects.groups.filter((row) => row.group === group);

  it('a measure that reaches nobody did nothing, exactly, anywhere', () => {
    for (const { alone, last, shapley, interaction } of rows(PLACEBO))
      for (const { mean, se } of [alone, last, shapley, interaction]) expect([mean + 0, se]).toEqual([0, 0]);
  });

  it('two measures that are the same share their effect', () => {
    let moved = 0;
    rows(lever).forEach(({ shapley, alone, last }, n) => {
      const twin = rows('twin')[n];
      expect(twin.shapley.mean).toBeCloseTo(shapley.mean, 9);
      expect(twin.alone).toEqual(alone);
      // either is enough, so neither is missed
      expect(last.mean + 0).toBe(0);
      if (shapley.mean !== 0) moved++;
    });
    expect(moved).toBeGreaterThan(0);
  });

  it('the Shapley values add up to the whole effect, and so do the effects alone with all pairs', () => {
    for (const { indicator, area, year, effect, residual } of attribution.effects.whole) {
      const of = (row: { indicator: string; area: string; year: number }): boolean =>
        row.indicator === indicator && row.area === area && row.year === year;
      const scale = Math.max(1, Math.abs(effect.mean));
      expect(residual / scale).toBeLessThan(1e-10);
      if (area !== 'city') continue;
      const alone = attribution.effects.groups.filter(of).reduce((sum, row) => sum + row.alone.mean, 0);
      const pairs = attribution.effects.pairs.filter(of).reduce((sum, { interaction }) => sum + interaction.mean, 0);
      expect((alone + pairs - effect.mean) / scale).toBeCloseTo(0, 9);
    }
  });

  it('the thresholds did something, and its interactions are last less alone', () => {
    const moved = rows('thresholds').filter(({ shapley }) => shapley.mean !== 0);
    expect(moved.length).toBeGreaterThan(0);
    for (const { alone, last, interaction } of moved) expect(interaction.mean).toBeCloseTo(last.mean - alone.mean, 6);
  });

  it('reasons account for everybody who settles with the measures and without', () => {
    const persons = (names: readonly string[]): number =>
      attribution.reasons
        .filter(({ reason }) => names.includes(reason))
        .reduce((sum, row) => sum + row.persons.mean, 0);
    const whole = attribution.effects.whole.find(
      (row) => row.indicator === 'settled_persons' && row.area === 'city' && row.year === TO,
    )!;
    const because = game.groups.map(({ id }) => `because:${id}`);
    expect(persons(['anyway', ...because, 'several', 'jointly'])).toBeCloseTo(whole.whole.mean, 6);
    expect(persons(['anyway', 'displaced', 'put-off'])).toBeCloseTo(whole.baseline.mean, 6);
    expect(persons([`because:${PLACEBO}`])).toBe(0);
    expect(attribution.settlers.length / SAMPLE).toBeCloseTo(
      2 * attribution.reasons.reduce((sum, row) => sum + row.persons.mean, 0),
      6,
    );
  });

  it('shadow prices are 0 where nothing is missing, and settlers lost over places missing elsewhere', () => {
    expect(new Set(attribution.prices.map(({ constraint }) => constraint))).toEqual(new Set(['school', 'rental']));
    for (const { missingSoFar, lost, price } of attribution.prices) {
      if (missingSoFar.mean > 0) expect(price.ratio).toBeCloseTo(lost.mean / missingSoFar.mean, 9);
      else if (lost.mean === 0) expect(price).toMatchObject({ ratio: 0, se: 0, undetermined: false });
    }
  });

  it('tables are tidy: columns of one length, settlers row by row', () => {
    for (const { columns } of attributionTables(game.groups, attribution, 2020))
      expect(new Set(columns.map(({ data }) => data.length)).size).toBe(1);
  });
});

describe('the groups of a scenario', () => {
  it('are the topics of the city’s documents, the clauses it tries and the parameters it changes', () => {
    const text =
      'policy: {add: [{clause: "baotou-2024:2.2.1.1", from: 2022-01-01}]}\nparameters:\n  housing.rent: {value: 1000, unit: yuan/month, assumption: true, range: [900, 1100], why: a question}';
    const inputs = inputsOf(variation(folder, 'dearer', text), 1, TO);
    const game = groupsOf(inputs, inputsOf(file, 1, TO));
    expect(game.groups.map(({ id }) => id)).toEqual([
      'thresholds',
      'permit',
      'school',
      'housing',
      'land',
      'information',
      'jobs',
      'counting',
      'baotou-2024:2.2.1.1',
      'housing.rent',
    ]);
    const none = coalitionInputs(game, 0).scenario;
    expect(none.policy.add).toEqual([]);
    expect(none.policy.without.length).toBeGreaterThan(10);
    expect(none.parameters['housing.rent'][0].value).toBe(1300);
    const all = coalitionInputs(game, 2 ** 10 - 1).scenario;
    expect(all).toEqual({ ...game.inputs.scenario, policy: { ...game.inputs.scenario.policy, without: [] } });
  });

  it('a clause the scenario takes out is in no group', () => {
    const inputs = inputsOf(variation(folder, 'closed', 'policy: {without: ["chifeng-2016:4.1.a"]}'), 1, TO);
    const { groups } = groupsOf(inputs, null);
    expect(groups.find(({ id }) => id === 'land')!.clauses).toEqual(['chifeng-2016:4.1.b', 'chifeng-2016:4.1.c']);
    expect(
      groups.flatMap(({ clauses }) => clauses).filter((clause) => clause.startsWith('chifeng-2016:3.2.b')),
    ).toEqual(['chifeng-2016:3.2.b~permit', 'chifeng-2016:3.2.b', 'chifeng-2016:3.2.b~housing']);
  });

  it('a lever from a year on leaves the years before as they are', () => {
    const { inputs, groups } = named(['housing.rent=900@2022']);
    expect(inputs.scenario.parameters['housing.rent'].map(({ from, value }) => [from, value])).toEqual([
      [2020, 1300],
      [2022, 900],
    ]);
    expect(groups[0].parameters[0].otherwise).toHaveLength(1);
  });
});

describe('some orders in place of all coalitions', () => {
  it('add up to the whole effect, the same for the same seed, and take up what was finished', {
    timeout: 180_000,
  }, async () => {
    const game = named(['thresholds', 'land', 'housing.rent=900@2022']);
    const first = await play(game, 'orders', 2);
    const run = vi.spyOn(session.pool, 'run');
    const again = await play(game, 'orders', 2);
    expect(run.mock.calls.filter(([job]) => job.kind === 'replicate')).toEqual([]);
    run.mockRestore();
    expect(again.effects).toEqual(first.effects);
    expect(first.effects.pairs).toEqual([]);
    for (const { effect, residual } of first.effects.whole)
      expect(residual / Math.max(1, Math.abs(effect.mean))).toBeLessThan(1e-10);
  });
});

it('Ctrl-C after the first replicates leaves an attribution of those', { timeout: 120_000 }, async () => {
  const own = openSession(2);
  own.made = session.made;
  const controller = new AbortController();
  const kept = storeIn(path.join(folder, 'interrupted'));
  const store: Store = {
    ...kept,
    keep: (key, what) => {
      if (Number(/-(\d+)/.exec(key)?.[1]) >= 6) controller.abort();
      return kept.keep(key, what);
    },
  };
  const options = { orders: null, microdata: false };
  const game = (replicates: number): Game =>
    namedGroups(inputsOf(file, replicates, TO), ['thresholds'], messages, 'en');
  const found = await attributeScenario(own, game(14), store, { ...options, signal: controller.signal });
  await closeSession(own);
  expect(found.replicates).toBe(6);
  const asked = await attributeScenario(session, game(6), kept, options);
  expect(found.effects).toEqual(asked.effects);
});
