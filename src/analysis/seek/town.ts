import { mean } from 'simple-statistics';
import { statedParameters } from '../../kernel/parameters.ts';
import { schoolStages } from '../../population/codes.ts';
import { adoptPopulation } from '../../population/population.ts';
import { baseCapacity } from '../../process/capacity.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { partsOf } from '../../run/parts.ts';
import type { Session } from '../../run/session.ts';
import { applyLevers } from '../lever/apply.ts';
import type { Lever, Settings, Stock } from '../lever/lever.ts';
import { cacheIn, cacheInMemory } from '../variations/cache.ts';
import { cacheName, type Evaluation, type Evaluator, openEvaluator } from '../variations/evaluate.ts';
import { type Pace, paceOf } from '../variations/pace.ts';
import type { Reading } from '../variations/reading.ts';
import { costIndicators, costOf, drawnUnitCost, type Reckoning, type Sums } from './cost.ts';
import { type Demand, type Outcome, type Plan, standingOf } from './plan.ts';
import type { PlanResult, Question, SeekOptions } from './question.ts';
import { marginOf } from './target.ts';

/** A city whose plans can be simulated, on one sequence of replicates. */
interface Town {
  readonly pace: () => Promise<Pace>;
  /** Outcomes of plans in so many replicates; those of no lever come first, for all others are measured against them. */
  readonly evaluate: (plans: readonly Plan[], replicates: number) => Promise<readonly Outcome[]>;
  /** A plan as it was evaluated last, under a demand. */
  readonly result: (plan: Plan, demand: Demand) => PlanResult;
}

/** Makes the base populations and answers with what simulates plans on them. */
export async function openTown(
  session: Session,
  inputs: Inputs,
  question: Question,
  options: SeekOptions,
): Promise<Town> {
  const { target, years, levers } = question;
  const indicators = costIndicators(levers);
  const over = (indicator: string): Reading => ({ indicator, area: 'city', from: years.start, to: years.by });
  const readings: Reading[] = [
    { indicator: target.indicator, area: target.area, from: years.by, to: years.by },
    ...schoolStages.map((stage) => over(`school_places_short.${stage}`)),
    ...indicators.map(over),
  ];
  const cache = options.cache === undefined ? cacheInMemory() : cacheIn(options.cache, cacheName(inputs, readings));
  const evaluator = await openEvaluator(session, inputs, readings, cache, {
    sharesYears: true,
    signal: options.signal,
  });
  const reckoning: Reckoning = { levers, years, stock: await baseStock(evaluator, inputs, question.replicates[0]) };
  const sumsOf = (row: readonly number[]): Sums =>
    Object.fromEntries(indicators.map((indicator, n) => [indicator, row[1 + schoolStages.length + n]]));
  const shortOf = (row: readonly number[]): number => row.slice(1, 1 + schoolStages.length).reduce((a, b) => a + b, 0);
  const evaluate = (evaluations: readonly Evaluation[]) => evaluator.evaluate(evaluations, options);
  const rowsOf = new Map<string, readonly (readonly number[])[]>();
  const simulate = async (plans: readonly Plan[], replicates: number) => {
    const rows = await evaluate(plans.flatMap((plan) => evaluationsOf(inputs, question, plan, replicates)));
    plans.forEach((plan, n) => {
      rowsOf.set(plan.join(' '), rows.slice(n * replicates, (n + 1) * replicates));
    });
  };
  const nothing: Plan = levers.map(() => 0);
  const rowsOfPlan = (plan: Plan) => rowsOf.get(plan.join(' '))!;
  const outcomeOf = (plan: Plan, costs?: readonly number[]): Outcome => {
    const [rows, base] = [rowsOfPlan(plan), rowsOfPlan(nothing)];
    const settings = settingsOf(levers, plan);
    return {
      margin: rows.map((row) => marginOf(target, row[0])),
      short: rows.map((row, r) => shortOf(row) - shortOf(base[r])),
      cost: costs ?? rows.map((row, r) => costOf(settings, reckoning, sumsOf(row), sumsOf(base[r]))),
    };
  };
  return {
    pace: () =>
      paceOf(evaluate, evaluationsOf(inputs, question, nothing, question.replicates[0]), session.pool.workers, cache),
    async evaluate(plans, replicates) {
      await simulate(plans, replicates);
      return plans.map((plan) => outcomeOf(plan));
    },
    result(plan, demand) {
      const [rows, base] = [rowsOfPlan(plan), rowsOfPlan(nothing)];
      const settings = settingsOf(levers, plan);
      const outcome = outcomeOf(plan);
      const drawnCosts = rows.map((row, r) =>
        costOf(settings, reckoning, sumsOf(row), sumsOf(base[r]), drawnUnitCost(inputs.scenario.seed, r)),
      );
      return {
        plan,
        settings,
        values: rows.map((row) => row[0]),
        outcome,
        drawnCosts,
        ...standingOf(outcome, demand),
      };
    },
  };
}

/** Settings of the levers in a plan. */
const settingsOf = (levers: readonly Lever[], plan: Plan): Settings =>
  levers.map(({ off, most }, l) => (plan[l] === 0 ? off : off + (most - off) * plan[l]));

function evaluationsOf(inputs: Inputs, { levers, years }: Question, plan: Plan, replicates: number) {
  const settings = settingsOf(levers, plan);
  const { scenario, documents } = applyLevers(inputs, levers, settings, years);
  const pulled = levers.flatMap(({ id, action, off }, l) =>
    settings[l] === off ? [] : [{ id, action, at: settings[l] }],
  );
  const variation = canonicalJson(pulled.length === 0 ? [] : { years, pulled });
  return Array.from({ length: replicates }, (_, replicate) => ({ scenario, documents, replicate, variation }));
}

/** Town school places and public dwellings open to migrant families in the base year, in persons and dwellings of the city. */
async function baseStock(evaluator: Evaluator, inputs: Inputs, replicates: number): Promise<Record<Stock, number>> {
  const { scenario, city, command } = inputs;
  const stated = statedParameters(scenario, scenario.baseYear);
  const parts = Array.from({ length: Math.min(partsOf(inputs), replicates) }, (_, part) => part);
  const bases = await Promise.all(parts.map((part) => evaluator.baseOf(part)));
  const stocks = bases.map(({ buffers }) => baseCapacity(adoptPopulation(buffers), city.areas.length, stated));
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / command.sample;
  return {
    places: mean(stocks.map(({ places }) => sum(places))),
    dwellings: mean(stocks.map(({ dwellings }) => sum(dwellings))),
  };
}
