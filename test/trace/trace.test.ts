import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import type { Population } from '../../src/population/population.ts';
import type { State } from '../../src/process/state.ts';
import { mergeSettlements } from '../../src/result/merge.ts';
import { executeJob } from '../../src/run/execute-job.ts';
import type { Outcome } from '../../src/run/job.ts';
import { contextOf } from '../../src/run/run-context.ts';
import { findHouseholds } from '../../src/trace/find.ts';
import { type Trace, traceHousehold } from '../../src/trace/trace.ts';
import { replay } from '../../src/trace/trace-replicate.ts';
import { type SmallRun, smallRun } from './small-run.ts';

const REPLICATE = 1;
let run: SmallRun;
/** What the run itself computes, without anybody looking on. */
let unwatched: ReplicateResult;
let settled: Trace;
let movers: Trace[];

const follow = (household: number): Trace => traceHousehold(run.inputs, run.base, REPLICATE, household);
const find = (what: Parameters<typeof findHouseholds>[2]['find'], limit = 3) =>
  findHouseholds(run.inputs, run.base, { find: what, replicate: REPLICATE, limit });

beforeAll(() => {
  run = smallRun();
  const context = contextOf(run.inputs, run.base, false);
  const outcome = executeJob({ kind: 'replicate', context, replicate: REPLICATE }) as Outcome<ReplicateResult>;
  if (!outcome.ok) throw new Error(outcome.detail);
  unwatched = outcome.value;
  settled = follow(find('settled').households[0].household);
  movers = find('moved').households.map(({ household }) => follow(household));
}, 240_000);

describe('a watched replicate', () => {
  it('gives the numbers of the run, bit for bit', () => {
    const calls = { place: 0, settlement: 0, steps: 0 };
    const watched = replay(run.inputs, run.base, REPLICATE, {
      watch: {
        household: settled.household,
        place: () => calls.place++,
        settlement: () => calls.settlement++,
        unserved: () => {},
      },
      onBegin: () => {},
      onStep: (_, step) => {
        calls.steps++;
        step();
      },
    });
    expect(watched.values).toEqual(unwatched.values);
    expect(watched.settlements).toEqual(unwatched.settlements);
    expect(calls.settlement).toBeGreaterThan(0);
  });
});

describe('a household that settled', () => {
  const decided = () => settled.years.find(({ settlement }) => settlement?.settledBy)!;

  it('settles by a route and clause that settlements.csv counts in that year and area', () => {
    const { year, settlement, events } = decided();
    const told = events.filter(({ what }) => what === 'settled');
    expect(told.map(({ member }) => member?.person)).toContain(settlement!.person);
    const counted = mergeSettlements([unwatched]).filter((row) => row.year === year && row.area === settlement!.area);
    const { route, document, clause } = settlement!.settledBy!;
    expect(counted).toContainEqual(expect.objectContaining({ route, document, clause }));
    expect(settlement!.routes.filter(({ open }) => open)[0]).toMatchObject({ route, document, clause });
  });

  it('is above both thresholds, and its draw is below its chance to act', () => {
    const { settlement } = decided();
    const { value, firmAbove, willingAbove, actDraw, actChance, gate } = settlement!;
    expect(value).toBeGreaterThan(Math.max(firmAbove, willingAbove));
    expect(actDraw).toBeLessThan(actChance);
    expect(gate).toBeNull();
  });

  it('is held back by the first gate that binds in every other year', () => {
    for (const { settlement } of settled.years) {
      if (!settlement || settlement.gate === null) continue;
      const { gate, value, firmAbove, actDraw, actChance, routes } = settlement;
      const binding = {
        indifferent: value === null,
        'not-willing': value !== null && value <= 0,
        'not-firm': value! > 0 && value! <= firmAbove,
        'did-not-act': value! > firmAbove && actDraw >= actChance,
        'no-open-route': value! > firmAbove && actDraw < actChance && routes.every(({ open }) => !open),
      };
      expect(binding[gate]).toBe(true);
    }
  });
});

describe('decisions', () => {
  it('the value of settling is constant, terms and taste', () => {
    const decisions = [settled, ...movers].flatMap(({ years }) => years.flatMap(({ settlement }) => settlement ?? []));
    expect(decisions.length).toBeGreaterThan(0);
    for (const { value, constant, taste, terms } of decisions) {
      if (value === null) continue;
      const sum = Object.values(terms).reduce((total, term) => total + term, constant + taste);
      expect(value).toBeCloseTo(sum, 10);
    }
  });

  it('a closed route says what is missing', () => {
    const routes = settled.years.flatMap(({ settlement }) => settlement?.routes ?? []);
    expect(routes.some(({ open }) => !open)).toBe(true);
    for (const { open, missing } of routes) expect(missing.length > 0).toBe(!open);
  });

  it('the draw of a choice of place falls into the stretch of the place chosen, which is where the mover goes', () => {
    const choices = movers.flatMap(({ years }) =>
      years.flatMap((year) => year.places.map((choice) => ({ year, choice }))),
    );
    expect(choices.some(({ choice }) => choice.chosen !== 'home')).toBe(true);
    for (const { year, choice } of choices) {
      const { alternatives, draw, chosen, person, area } = choice;
      const { from, to, utility } = alternatives.find(({ place }) => place === chosen)!;
      expect(draw).toBeGreaterThanOrEqual(from);
      expect(draw).toBeLessThan(to);
      expect(utility).not.toBeNull();
      expect(alternatives.at(-1)!.to).toBeCloseTo(1, 12);
      for (const alternative of alternatives) if (alternative.utility === null) expect(alternative.probability).toBe(0);
      const moved = year.events.find(
        ({ what, step, member }) => what === 'moved' && step === 'place and who moves' && member?.person === person,
      );
      expect(moved !== undefined).toBe(chosen !== 'home');
      if (moved?.what === 'moved') expect(moved.to.area).toBe(area);
    }
  });

  it('without nests the utilities give the probabilities: ratios are exponentials of differences', () => {
    for (const { alternatives } of movers.flatMap(({ years }) => years.flatMap(({ places }) => places))) {
      const [home, nation] = [alternatives[0], alternatives[4]]; // each alone in its nest
      expect(Math.log(nation.probability / home.probability)).toBeCloseTo(nation.utility! - home.utility!, 8);
    }
  });
});

describe('a life course', () => {
  it('has every year, and members whose events lead from one year to the next', () => {
    for (const { years } of [settled, ...movers]) {
      expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
      for (let y = 1; y < years.length; y++) {
        const [before, now] = [years[y - 1], years[y]];
        const came = now.events.filter(({ what }) => what === 'born' || what === 'joined').length;
        const went = now.events.filter(({ what }) => what === 'died' || what === 'gone' || what === 'parted').length;
        expect(now.members.length).toBe(before.members.length + came - went);
      }
    }
  });
});

describe('school places', () => {
  it('are those the year gives: as many short, and whoever is sent back had none', () => {
    let state: State;
    let population: Population;
    let short = 0;
    let sentBack = 0;
    const without = new Set<number>();
    replay(run.inputs, run.base, REPLICATE, {
      watch: {
        household: -2,
        place: () => {},
        settlement: () => {},
        unserved: (person) => without.add(person),
      },
      onBegin: (begun, tables) => {
        state = begun;
        population = tables;
      },
      onStep: (step, go) => {
        if (step !== 'school') return go();
        const { residenceUrban } = population.persons.columns;
        const before = residenceUrban.slice();
        go();
        expect(without.size).toBe(state.ledger.schoolShort.reduce((a, b) => a + b, 0));
        short += without.size;
        before.forEach((urban, i) => {
          if (urban === residenceUrban[i]) return;
          sentBack++;
          expect(without.has(i)).toBe(true);
        });
        without.clear();
      },
    });
    expect(short).toBeGreaterThan(0);
    expect(sentBack).toBeGreaterThan(0);
  });
});
