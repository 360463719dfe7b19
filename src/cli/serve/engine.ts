import { runScenario } from '../../result/run-scenario.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { closeSession, openSession, type Session } from '../../run/session.ts';
import type { RunOne } from '../../web/server/full-scale.ts';
import { drawCharts } from '../run/draw-charts.ts';

interface Engine {
  readonly runOne: RunOne;
  readonly close: () => Promise<void>;
}

/** Runs scenarios as `luohu run` does, charts included, on threads that both sides of a what-if share. */
export function openEngine({ out, workers }: { readonly out: string; readonly workers: number }): Engine {
  let session: Session | null = null;
  const close = async (): Promise<void> => {
    const open = session;
    session = null;
    if (open) await closeSession(open);
  };
  return {
    close,
    async runOne(inputs, watch) {
      assertMemory(inputs, workers);
      session ??= openSession(workers);
      try {
        const run = await runScenario(session, inputs, { out, strict: false, ...watch });
        watch.onPhase('charts');
        // a run without pictures is a run all the same
        await drawCharts(run, inputs).catch(() => {});
        return run;
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}
