import path from 'node:path';
import type { Reading } from '../analysis/variations/reading.ts';
import { sizeSample } from '../analysis/variations/size.ts';
import type { Language, Localized } from '../language/language.ts';
import { assertMemory } from '../run/assert-memory.ts';
import { expectedPersons } from '../run/expected-persons.ts';
import type { Inputs } from '../run/load-inputs.ts';
import type { Session } from '../run/session.ts';
import { analysisMessages } from './analysis-messages.ts';
import { assertOut } from './assert-out.ts';
import { duration } from './progress.ts';
import { withSession } from './with-session.ts';

/** Folder under `--out` where single evaluations are kept, for seek and sensitivity alike. */
const CACHE = '.evaluations';

/** What the simulations of an answer are watched by, and where finished ones are kept. */
interface Watch<Phase> {
  readonly signal: AbortSignal;
  readonly cache: string;
  readonly onProgress: (years: number, total: number) => void;
  readonly onPhase: (phase: Phase, number: number) => void;
  readonly onExpected: (seconds: number) => void;
}

/**
 * Simulates what a question about levers takes, with its phases told; finished evaluations are kept and taken up. The sample, where none is
 * asked for, is the smallest that carries what is read.
 */
export async function simulateAnswer<Phase extends string, Found>(
  inputs: Inputs,
  { out, workers, sample }: { readonly out: string; readonly workers: number; readonly sample?: number | undefined },
  reading: Reading,
  phases: Readonly<Record<Phase, (number: number) => Localized>>,
  lang: Language,
  simulate: (session: Session, inputs: Inputs, watch: Watch<Phase>) => Promise<Found>,
): Promise<{ readonly inputs: Inputs; readonly found: Found }> {
  await assertOut(out, lang);
  assertMemory(inputs, workers);
  return withSession({ workers, lang, stopped: analysisMessages.stopped() }, async (session, signal, progress) => {
    const watch = { signal, cache: path.join(out, CACHE), onProgress: progress.advance };
    let sized = inputs;
    if (sample === undefined) {
      progress.step(analysisMessages.sizing()[lang]);
      const found = await sizeSample(session, inputs, reading, watch);
      sized = found.inputs;
      const persons = Math.round((sized.command.sample * expectedPersons(sized.city)) / 1000) * 1000;
      progress.step(analysisMessages.sized(persons.toLocaleString('en-US'), found.luck)[lang]);
    }
    const found = await simulate(session, sized, {
      ...watch,
      onPhase: (phase, number) => progress.step(phases[phase](number)[lang]),
      onExpected: (seconds) => progress.step(analysisMessages.expected(duration(seconds, lang))[lang]),
    });
    return { inputs: sized, found };
  });
}
