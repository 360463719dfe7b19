import { mean } from 'simple-statistics';
import { type Cell, csvText } from '../../result/csv.ts';
import { summarize } from '../../result/summary.ts';
import type { WrittenFolder } from '../../result/write-results.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { type ParquetColumn, writeParquet } from '../../run/parquet-file.ts';
import { writeAnswered } from '../variations/write-folder.ts';
import { keyOf } from './plan.ts';
import type { Found, PlanResult, Question } from './question.ts';

/** Writes the tables of a search. `draw` adds the charts to the folder. */
export const writeSeek = (
  out: string,
  inputs: Inputs,
  question: Question,
  found: Found,
  draw: (folder: string) => Promise<void>,
): Promise<WrittenFolder> =>
  writeAnswered(
    out,
    {
      analysis: 'seek',
      inputs,
      question,
      texts: textFiles(question, found),
      writeEvaluations: (file) => writeEvaluations(file, found),
      answers: { verdict: found.verdict.kind, replicates: found.replicates, error: found.error, cut: found.cut },
    },
    draw,
  );

function textFiles(question: Question, found: Found): Record<string, string> {
  const { levers } = question;
  const onFrontier = new Set(found.frontier.map(({ plan }) => keyOf(plan)));
  const answer = found.answer === null ? null : keyOf(found.answer.plan);
  const number = new Map(found.plans.map(({ plan }, n) => [keyOf(plan), n]));
  return {
    'plans.csv': csvText(
      'plan,frontier,answer,share,target_mean,target_p05,target_p95,lack,cost_mean_yuan,cost_p05_yuan,cost_p95_yuan,places_short,places_short_beyond_noise'.split(
        ',',
      ),
      found.plans.map((plan, n) => {
        const [values, costs] = [summarize(plan.values), summarize(plan.drawnCosts)];
        return [
          n,
          yes(onFrontier.has(keyOf(plan.plan))),
          yes(keyOf(plan.plan) === answer),
          plan.share,
          values.mean,
          values.p05,
          values.p95,
          plan.lack,
          plan.cost,
          costs.p05,
          costs.p95,
          plan.short,
          plan.excess,
        ];
      }),
    ),
    'settings.csv': csvText(
      ['plan', 'lever', 'setting'],
      found.plans.flatMap(({ settings }, n) => levers.map(({ id }, l): Cell[] => [n, id, settings[l]])),
    ),
    'levers.csv': csvText(
      'lever,name_zh,name_en,off,most,discrete,reaches,target_alone,target_alone_mcse,cost_alone_yuan'.split(','),
      levers.map((lever, l) => {
        const alone = found.plans.find(({ plan }) => plan.every((x, other) => x === (other === l ? 1 : 0)))!;
        const effect = summarize(alone.values.map((value, r) => value - found.base.values[r]));
        return [
          lever.id,
          lever.name.zh,
          lever.name.en,
          lever.off,
          lever.most,
          yes(lever.discrete),
          yes(!found.idle.includes(lever)),
          effect.mean,
          effect.mcse,
          alone.cost,
        ];
      }),
    ),
    'costs.csv': csvText(
      'lever,per,yuan,low,high,added,scaled,mark,source'.split(','),
      levers.flatMap(({ id, costs }) =>
        costs.map(({ per, yuan, range, added, scaled, mark, source }): Cell[] => [
          id,
          per,
          yuan,
          ...range,
          yes(added),
          yes(scaled),
          mark,
          source,
        ]),
      ),
    ),
    'verification.csv': csvText(
      'attempt,plan,seed,replicates,met,share,share_p05,share_p95,share_without_levers,target_mean,cost_mean_yuan,places_short,places_short_beyond_noise,holds'.split(
        ',',
      ),
      found.verifications.map((proof, n): Cell[] => [
        n + 1,
        number.get(keyOf(proof.plan))!,
        proof.seed,
        proof.replicates,
        proof.met,
        proof.share,
        ...proof.interval,
        proof.baseShare,
        mean([...proof.values]),
        proof.cost,
        proof.short,
        proof.excess,
        yes(proof.holds),
      ]),
    ),
  };
}

const yes = (answer: boolean): string => (answer ? 'yes' : 'no');

/** evaluations.parquet: every plan in every replicate of the search, and the verified one in the fresh ones. */
function writeEvaluations(file: string, { plans, verifications }: Found): void {
  const rows: { plan: number; sample: string; replicate: number; result: PlanResult }[] = [];
  const add = (result: PlanResult, plan: number, sample: string) =>
    result.values.forEach((_, replicate) => void rows.push({ plan, sample, replicate, result }));
  plans.forEach((result, n) => void add(result, n, 'search'));
  verifications.forEach((proof, n) => {
    add(
      proof,
      plans.findIndex(({ plan }) => keyOf(plan) === keyOf(proof.plan)),
      `fresh ${n + 1}`,
    );
  });
  const numbers = (name: string, of: (result: PlanResult, r: number) => number): ParquetColumn => ({
    name,
    data: rows.map(({ result, replicate }) => of(result, replicate)),
    type: 'DOUBLE',
  });
  writeParquet(file, [
    { name: 'plan', data: rows.map(({ plan }) => plan), type: 'INT32' },
    { name: 'sample', data: rows.map(({ sample }) => sample), type: 'STRING' },
    { name: 'replicate', data: rows.map(({ replicate }) => replicate), type: 'INT32' },
    numbers('value', ({ values }, r) => values[r]),
    numbers('margin', ({ outcome }, r) => outcome.margin[r]),
    numbers('places_short', ({ outcome }, r) => outcome.short[r]),
    numbers('cost_yuan', ({ outcome }, r) => outcome.cost[r]),
    numbers('cost_drawn_yuan', ({ drawnCosts }, r) => drawnCosts[r]),
  ]);
}
