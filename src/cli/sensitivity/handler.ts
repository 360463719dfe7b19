import path from 'node:path';
import { sensitivity } from '../../analysis/sensitivity/sensitivity.ts';
import { writeSensitivity } from '../../analysis/sensitivity/write-sensitivity.ts';
import type { Language } from '../../language/language.ts';
import { assertWritable } from '../../result/write-results.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { ExitStatus } from '../exit-status.ts';
import { CACHE } from '../lever-options.ts';
import { messages } from '../messages.ts';
import { withSession } from '../with-session.ts';
import { drawSensitivity } from './draw.ts';
import { sensitivityMessages as say } from './messages.ts';
import type { SensitivityOptions } from './options.ts';
import { questionOf } from './question.ts';
import { sensitivityJson, sensitivityText } from './report.ts';

/**
 * Finds what an indicator depends on.
 *
 *   1. read and check the question; a mistake ends the command before anything is computed
 *   2. simulate, taking up finished evaluations
 *   3. write tables and charts, tell what was found
 */
export async function findSensitivity(options: SensitivityOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { inputs, question } = questionOf(options, lang);
  await assertWritable(options.out, (place) => messages.notWritable(place)[lang]);
  assertMemory(inputs, options.workers);

  // 2
  const found = await withSession(options.workers, lang, (session, signal, progress) =>
    sensitivity(session, inputs, question, {
      signal,
      cache: path.join(options.out, CACHE),
      onProgress: progress.advance,
      onPhase: (phase, number) => progress.step(say.phases[phase](number)[lang]),
    }),
  );

  // 3
  const folder = await writeSensitivity(options.out, inputs, question, found, (place) =>
    drawSensitivity(place, inputs.scenario.title, question, found).catch((error: Error) => {
      process.stderr.write(`${messages.chartsFailed(error.message)[lang]}\n`);
    }),
  );
  const answer = { inputs, question, found, folder };
  process.stdout.write(options.json ? `${sensitivityJson(answer)}\n` : sensitivityText(answer, lang));
  return ExitStatus.done;
}
