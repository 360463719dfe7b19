import { moneyTable } from '../../fiscal/reckoning.ts';
import { executeJob } from '../../run/execute-job.ts';
import type { Answer, Call } from './messages.ts';

/** Thread entry: does a job of the command line's workers, or reckons the money of one, and answers. */
addEventListener('message', ({ data: { id, job } }: MessageEvent<Call>) => {
  postMessage({ id, outcome: outcomeOf(job) } satisfies Answer);
});

function outcomeOf(job: Call['job']): Answer['outcome'] {
  if (job.kind !== 'money') return executeJob(job);
  try {
    return { ok: true, value: moneyTable(job.result, job.reckoning) };
  } catch (error) {
    return { ok: false, reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
