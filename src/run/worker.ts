import { executeJob } from './execute-job.ts';
import type { Job } from './job.ts';
import { observer } from './microdata/observe.ts';

/** Thread entry: does a job and answers. Nothing else runs in a worker. */
export default (job: Job): ReturnType<typeof executeJob> => executeJob(job, observer);
