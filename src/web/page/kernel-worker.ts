import { executeJob } from '../../run/execute-job.ts';
import type { Answer, Call } from './messages.ts';

/** Thread entry: does a job of the command line's workers and answers. Nothing else runs here. */
addEventListener('message', ({ data: { id, job } }: MessageEvent<Call>) => {
  const answer: Answer = { id, outcome: executeJob(job) };
  postMessage(answer);
});
