import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keyOf } from '../../analysis/seek/plan.ts';
import type { Found, Question } from '../../analysis/seek/seek.ts';
import { seekFrontierChart } from '../../report/chart/seek-frontier.ts';
import { languages } from '../../report/chart-input.ts';
import { renderSvg } from '../../report/render-svg.ts';
import type { LocalName } from '../../scenario/city-data.ts';
import { targetName } from './report.ts';

/** Draws the frontier into `charts/` of a folder that is being made, in both languages, as Vega-Lite and SVG. */
export async function drawSeek(folder: string, title: LocalName, question: Question, found: Found): Promise<void> {
  const charts = path.join(folder, 'charts');
  await mkdir(charts);
  const onFrontier = new Set(found.frontier.map(({ plan }) => keyOf(plan)));
  const proof = found.verifications.at(-1);
  for (const lang of languages) {
    const spec = seekFrontierChart(
      {
        title,
        target: targetName(question),
        probability: question.probability,
        budget: question.budget,
        frontier: found.frontier,
        others: found.plans.filter(({ plan }) => !onFrontier.has(keyOf(plan))),
        answer: found.answer,
        proof: found.answer === null || proof === undefined ? null : proof,
      },
      lang,
    );
    await writeFile(path.join(charts, `frontier.${lang}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
    await writeFile(path.join(charts, `frontier.${lang}.svg`), await renderSvg(spec));
  }
}
