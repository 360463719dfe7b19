import path from 'node:path';
import type { Language, Localized } from '../language/language.ts';
import { assertMemory } from '../run/assert-memory.ts';
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

/** Simulates what a question about levers takes, with its phases told; finished evaluations are kept and taken up. */
export async function simulateAnswer<Phase extends string, Found>(
  inputs: Inputs,
  { out, workers }: { readonly out: string; readonly workers: number },
  phases: Readonly<Record<Phase, (number: number) => Localized>>,
  lang: Language,
  simulate: (session: Session, watch: Watch<Phase>) => Promise<Found>,
): Promise<Found> {
  await assertOut(out, lang);
  assertMemory(inputs, workers);
  return withSession({ workers, lang, stopped: analysisMessages.stopped() }, (session, signal, progress) =>
    simulate(session, {
      signal,
      cache: path.join(out, CACHE),
      onProgress: progress.advance,
      onPhase: (phase, number) => progress.step(phases[phase](number)[lang]),
      onExpected: (seconds) => progress.step(analysisMessages.expected(duration(seconds, lang))[lang]),
    }),
  );
}
