import { wilsonInterval } from '../../analysis/score/wilson-interval.ts';
import { seek } from '../../analysis/seek/seek.ts';
import { writeSeek } from '../../analysis/seek/write-seek.ts';
import type { Language } from '../../language/language.ts';
import { ExitStatus } from '../exit-status.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { simulateAnswer } from '../simulate-answer.ts';
import { tellEdited } from '../tell-edited.ts';
import { drawSeek } from './draw.ts';
import { seekMessages as say } from './messages.ts';
import type { SeekOptions } from './options.ts';
import { questionOf } from './question.ts';
import { obstacle, seekJson, seekText, stoppedAt } from './report.ts';

/**
 * Seeks the cheapest plan.
 *
 *   1. read and check the question; a mistake ends the command before anything is computed
 *   2. search in the smallest sample that carries the target, taking up finished evaluations
 *   3. write tables and chart, tell the answer, or in one line what stands in its way
 * @returns `failed` where no plan reaches the target
 */
export async function seekPlan(options: SeekOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { inputs: asked, question } = questionOf(options, lang);
  const { indicator, area } = question.target;
  const { by } = question.years;

  // 2
  const reading = { indicator, area, from: by, to: by };
  const { probability, replicates, verify } = question;
  const told = wilsonInterval(probability * replicates[1], replicates[1]);
  const decides = say.decides(probability, replicates[1], verify, told);
  const { inputs, found } = await simulateAnswer(
    asked,
    options,
    reading,
    say.phases,
    lang,
    decides,
    (session, sized, watch) =>
      seek(session, sized, question, {
        ...watch,
        onStopped: (best, replicates) => watch.tell(stoppedAt(question, best, replicates)),
      }),
  );

  // 3
  if (found.verdict.kind === 'already-met') {
    process.stdout.write(`${options.json ? seekJson(question, found, null) : obstacle(question, found, '')![lang]}\n`);
    return ExitStatus.done;
  }
  const { folder, edited } = await writeSeek(options.out, inputs, question, found, async (place) => {
    await orWithoutCharts(drawSeek(place, inputs.scenario.title, question, found), lang);
  });
  await tellEdited(edited, folder, lang);
  const obstructed = obstacle(question, found, folder);
  if (options.json) process.stdout.write(`${seekJson(question, found, folder)}\n`);
  else if (obstructed !== null) process.stdout.write(`${obstructed[lang]}${found.cut ? `\n${say.cut()[lang]}` : ''}\n`);
  else process.stdout.write(seekText(inputs.scenario.title, question, found, folder, lang));
  return obstructed === null ? ExitStatus.done : ExitStatus.failed;
}
