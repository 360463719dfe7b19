import path from 'node:path';
import type { Reading } from '../analysis/variations/reading.ts';
import { judgeSample, sizeSample } from '../analysis/variations/size.ts';
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
/** Part of the variance from which luck of a stated sample is warned of. */
const MUCH = 1 / 10;

/** What the simulations of an answer are watched by, and where finished ones are kept. */
interface Watch<Phase> {
  readonly signal: AbortSignal;
  readonly cache: string;
  readonly onProgress: (years: number, total: number) => void;
  readonly onPhase: (phase: Phase, number: number) => void;
  readonly tell: (said: Localized) => void;
  readonly onExpected: (seconds: number, atHand: number) => void;
  /** Part of the variance that is luck of the sample, where it was measured. */
  readonly luck: number;
}

/**
 * Simulates what a question about levers takes, with its phases told; finished evaluations are kept and taken up. The sample, where none is
 * asked for, is the smallest that carries what is read. How long it takes and what it can decide are said before it begins.
 * @param decides what as many replicates or rows as asked for can decide
 */
export async function simulateAnswer<Phase extends string, Found>(
  inputs: Inputs,
  { out, workers, sample }: { readonly out: string; readonly workers: number; readonly sample?: number | undefined },
  reading: Reading,
  phases: Readonly<Record<Phase, (number: number) => Localized>>,
  lang: Language,
  decides: Localized,
  simulate: (session: Session, inputs: Inputs, watch: Watch<Phase>) => Promise<Found>,
): Promise<{ readonly inputs: Inputs; readonly found: Found }> {
  await assertOut(out, lang);
  assertMemory(inputs, workers);
  return withSession({ workers, lang, stopped: analysisMessages.stopped() }, async (session, signal, progress) => {
    const watch = { signal, cache: path.join(out, CACHE), onProgress: progress.advance };
    progress.step(analysisMessages.sizing()[lang]);
    const judge = sample === undefined ? sizeSample : judgeSample;
    const { inputs: sized, luck } = await judge(session, inputs, reading, watch);
    const persons = expectedPersons(sized.city) * sized.command.sample;
    const round = persons < 10_000 ? 100 : 1000;
    const shown = (Math.round(persons / round) * round).toLocaleString('en-US');
    progress.step(analysisMessages.sized(shown, luck)[lang]);
    if (sample !== undefined && luck !== null && luck > MUCH) progress.step(analysisMessages.tooSmall()[lang]);
    const found = await simulate(session, sized, {
      ...watch,
      tell: (said) => progress.step(said[lang]),
      onPhase: (phase, number) => progress.step(phases[phase](number)[lang]),
      onExpected: (seconds, atHand) => {
        progress.step(analysisMessages.expected(duration(seconds, lang), atHand)[lang]);
        progress.step(decides[lang]);
      },
      luck: luck ?? 0,
    });
    return { inputs: sized, found };
  });
}
