import { sensitivity } from '../../analysis/sensitivity/sensitivity.ts';
import { writeSensitivity } from '../../analysis/sensitivity/write-sensitivity.ts';
import type { Language } from '../../language/language.ts';
import { ExitStatus } from '../exit-status.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { simulateAnswer } from '../simulate-answer.ts';
import { tellEdited } from '../tell-edited.ts';
import { drawSensitivity } from './draw.ts';
import { sensitivityMessages as say } from './messages.ts';
import type { SensitivityOptions } from './options.ts';
import { questionOf } from './question.ts';
import { sensitivityJson, sensitivityText } from './report.ts';

/**
 * Finds what an indicator depends on.
 *
 *   1. read and check the question; a mistake ends the command before anything is computed
 *   2. simulate in the smallest sample that carries the first indicator, taking up finished evaluations
 *   3. write tables and charts, tell what was found
 */
export async function findSensitivity(options: SensitivityOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { inputs: asked, question } = questionOf(options, lang);
  const { indicators, area, years } = question;

  // 2
  const reading = { indicator: indicators[0], area, from: years.by, to: years.by };
  const [, most] = question.rows;
  const decides = options.rows === undefined ? say.aims(question.precision, question.unlimited) : say.stated(most);
  const { inputs, found } = await simulateAnswer(
    asked,
    options,
    reading,
    say.phases,
    lang,
    decides,
    (session, sized, watch) => sensitivity(session, sized, question, watch),
  );

  // 3
  const { folder, edited } = await writeSensitivity(options.out, inputs, question, found, async (place) => {
    await orWithoutCharts(drawSensitivity(place, inputs.scenario.title, question, found), lang);
  });
  await tellEdited(edited, folder, lang);
  const answer = { inputs, question, found, folder };
  process.stdout.write(options.json ? `${sensitivityJson(answer)}\n` : sensitivityText(answer, lang));
  return ExitStatus.done;
}
