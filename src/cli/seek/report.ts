import { mean } from 'simple-statistics';
import type { Lever } from '../../analysis/lever/lever.ts';
import { wilsonInterval } from '../../analysis/score/wilson-interval.ts';
import { pulled } from '../../analysis/seek/plan.ts';
import type { Found, PlanResult, Question } from '../../analysis/seek/question.ts';
import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import { inEach, type Language, type Localized, marks, text } from '../../language/language.ts';
import { summarize } from '../../result/summary.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';
import { shownPath } from '../shown-path.ts';
import { costInWords } from './cost-in-words.ts';
import { seekMessages as say } from './messages.ts';

/** The target in words. */
export function targetName({ target, years }: Question): Localized {
  const name = indicatorName(target.indicator);
  const unit = isInPoints(target.indicator) ? ' %' : '';
  return say.target_(name, target.sense, `${target.value}${unit}`, years.by);
}

/** The best plan of a search that was stopped, in one line. */
export const stoppedAt = (question: Question, best: PlanResult, replicates: number): Localized =>
  say.bestSoFar(
    inEach((lang) => planText(question.levers, best, lang)),
    targetName(question),
    best.share,
    replicates,
    costInWords(best.cost),
  );

/** Why there is no answer, in one line; null where there is one. */
export function obstacle(question: Question, found: Found, folder: string): Localized | null {
  const target = targetName(question);
  const { verdict } = found;
  const place = shownPath(folder);
  switch (verdict.kind) {
    case 'already-met':
      return say.alreadyMet(target, say.withError(found.base.share, found.error), question.probability);
    case 'levers':
      return say.beyondLevers(
        target,
        say.withError(verdict.best.share, found.error),
        number(mean([...verdict.best.values])),
        inEach((lang) => planText(question.levers, verdict.best, lang)),
        place,
      );
    case 'capacity': {
      const kept = found.frontier.at(-1)?.share ?? 0;
      return say.beyondCapacity(target, kept, number(verdict.without.short), place);
    }
    case 'budget': {
      const [budget, cost] = [costInWords(question.budget!), costInWords(found.answer!.cost)];
      return inEach((lang) => say.beyondBudget(target, budget[lang], cost[lang], verdict.within.share, place)[lang]);
    }
    case 'undecided': {
      const { instead, deciding, cause, needed } = verdict;
      const looks = say.undecided.looks[instead.kind];
      if (cause === 'sample') return say.undecided.sample(target, looks, question.probability);
      const [low, high] = wilsonInterval(deciding.share * found.replicates, found.replicates);
      const within = `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
      const more = say.undecided.more(needed);
      return say.undecided.replicates(target, looks, within, question.probability, found.replicates, more);
    }
    default:
      return null;
  }
}

/** An answer for a reader. */
export function seekText(title: Localized, question: Question, found: Found, folder: string, lang: Language): string {
  const answer = found.answer!;
  const yuan = (amount: number, among?: readonly number[]): string => costInWords(amount, among)[lang];
  const costs = summarize(answer.drawnCosts);
  const atMost = question.levers.filter((_, l) => answer.plan[l] === 1);
  const { withoutCapacity, idle } = found;
  return [
    '',
    say.heading(title, targetName(question), question.probability)[lang],
    leverTable(question, found, lang),
    ...(idle.length === 0 ? [] : [say.idle(inEach((l) => namesOf(idle, l)))[lang]]),
    '',
    say.answerLine(
      say.withError(answer.share, found.error),
      found.replicates,
      ...([answer.cost, costs.p05, costs.p95].map((amount, _, all) => yuan(amount, all)) as [string, string, string]),
    )[lang],
    ...(found.cut ? [say.cut()[lang]] : []),
    ...proofText(question, found, lang),
    ...(withoutCapacity === null ? [] : [say.binds.capacity(yuan(withoutCapacity.cost))[lang]]),
    ...(question.budget === null ? [] : [say.binds.budget(yuan(question.budget - answer.cost))[lang]]),
    ...(atMost.length === 0 ? [] : [say.binds.levers(inEach((l) => namesOf(atMost, l)))[lang]]),
    '',
    plainTable(
      say.frontierHead()[lang].split(','),
      found.frontier.map((plan) => {
        const { p05, p95 } = summarize(plan.drawnCosts);
        const [cost, low, high] = [plan.cost, p05, p95].map((amount, _, all) => yuan(amount, all));
        return [
          `${Math.round(100 * plan.share)} %`,
          `${cost} (${low} – ${high})`,
          planText(question.levers, plan, lang),
        ];
      }),
      ['right', 'right', 'left'],
    ),
    say.assumptions()[lang],
    messages.resultIn(shownPath(folder))[lang],
    '',
  ].join('\n');
}

function leverTable({ levers, target }: Question, found: Found, lang: Language): string {
  const unit = isInPoints(target.indicator) ? text(' 点', ' pts')[lang] : '';
  const rows = levers.flatMap((lever, l) => {
    if (found.idle.includes(lever)) return [];
    const alone = found.plans.find(({ plan }) => plan.every((x, other) => x === (other === l ? 1 : 0)))!;
    const { mean, mcse } = summarize(alone.values.map((value, r) => value - found.base.values[r]));
    const effect = `${mean > 0 ? '+' : ''}${number(mean)} ± ${number(mcse)}${unit}`;
    return [[lever.name[lang], settingText(lever, found.answer!.settings[l]), effect, costInWords(alone.cost)[lang]]];
  });
  return plainTable(say.planHead()[lang].split(','), rows);
}

function proofText({ probability }: Question, { verifications, verdict }: Found, lang: Language): string[] {
  const proof = verifications.at(-1);
  if (proof === undefined) return [];
  const { met, replicates, share, interval, baseShare } = proof;
  const sure =
    verdict.kind === 'unproven'
      ? say.sure.unproven(verifications.length)
      : interval[0] >= probability
        ? say.sure.proven()
        : say.sure.likely();
  return [say.proof(met, replicates, share, ...interval, baseShare)[lang], sure[lang]];
}

/** `outreach 50%, land rights kept`; the levers a plan pulls. */
function planText(levers: readonly Lever[], { plan, settings }: PlanResult, lang: Language): string {
  if (pulled(plan) === 0) return say.nothing()[lang];
  const parts = levers.flatMap((lever, l) => {
    if (plan[l] === 0) return [];
    return [lever.discrete ? lever.name[lang] : `${lever.name[lang]} ${settingText(lever, settings[l])}`];
  });
  return parts.join(marks.comma[lang]);
}

function settingText({ off, discrete, action }: Lever, setting: number): string {
  if (setting === off) return '–';
  if (discrete) return '✓';
  const share = action.kind !== 'parameter' || action.parameter === 'rental.subsidyShare';
  return share ? `${Number((100 * setting).toPrecision(3))} %` : String(Number(setting.toPrecision(4)));
}

const namesOf = (levers: readonly Lever[], lang: Language): string =>
  levers.map(({ name }) => name[lang]).join(text('、', ', ')[lang]);

/** Three significant digits, thousands grouped. */
const number = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });

/** The same for a program. */
export function seekJson(question: Question, found: Found, folder: string | null): string {
  const inShort = (result: PlanResult | null | undefined) =>
    result === null || result === undefined
      ? null
      : {
          settings: Object.fromEntries(question.levers.map(({ id }, l) => [id, result.settings[l]])),
          share: result.share,
          costYuan: result.cost,
          drawnCostYuan: summarize(result.drawnCosts),
          target: summarize(result.values),
          placesShort: result.short,
          placesShortBeyondNoise: result.excess,
        };
  const told = {
    folder,
    question,
    verdict: found.verdict.kind,
    ...(found.verdict.kind === 'undecided'
      ? { looks: found.verdict.instead.kind, cause: found.verdict.cause, replicatesNeeded: found.verdict.needed }
      : {}),
    replicates: found.replicates,
    error: found.error,
    answer: inShort(found.answer),
    verifications: found.verifications.map(({ seed, met, replicates, interval, holds, baseShare, ...proof }) => ({
      ...inShort(proof),
      seed,
      met,
      replicates,
      interval,
      holds,
      baseShare,
    })),
    frontier: found.frontier.map(inShort),
    idle: found.idle.map(({ id }) => id),
    cut: found.cut,
    withoutCapacity: inShort(found.withoutCapacity),
  };
  return JSON.stringify(told, null, 2);
}
