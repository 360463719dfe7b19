import { executeJob } from './execute-job.ts';

/** Thread entry: does a job and answers. Nothing else runs in a worker. */
export default executeJob;
