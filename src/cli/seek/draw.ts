import { keyOf } from '../../analysis/seek/plan.ts';
import type { Found, Question } from '../../analysis/seek/question.ts';
import type { Localized } from '../../language/language.ts';
import { seekFrontierChart } from '../../report/chart/seek-frontier.ts';
import { drawSpecs } from '../draw-specs.ts';
import { targetName } from './report.ts';

/** Draws the frontier into `charts/` of a folder that is being made. */
export async function drawSeek(folder: string, title: Localized, question: Question, found: Found): Promise<void> {
  const onFrontier = new Set(found.frontier.map(({ plan }) => keyOf(plan)));
  const picture = {
    title,
    target: targetName(question),
    probability: question.probability,
    budget: question.budget,
    frontier: found.frontier,
    others: found.plans.filter(({ plan }) => !onFrontier.has(keyOf(plan))),
    answer: found.answer,
    proof: found.answer === null ? null : (found.verifications.at(-1) ?? null),
  };
  await drawSpecs(folder, { frontier: (lang) => seekFrontierChart(picture, lang) });
}
