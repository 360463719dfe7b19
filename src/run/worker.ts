import { executeJob } from './execute-job.ts';
import { type handOver, takeOver } from './handed.ts';
import { observer } from './microdata/observe.ts';

/** Thread entry: does a job and answers. Nothing else runs in a worker. */
export default (job: ReturnType<typeof handOver>): ReturnType<typeof executeJob> => executeJob(takeOver(job), observer);
