/** One of several parts a list of jobs is cut into; parts count from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A replicate of the n-th run of a list. */
interface Task {
  readonly run: number;
  readonly replicate: number;
}

/**
 * The tasks of one shard. All replicates of all runs stand in one row, which is cut into pieces of equal length, give or
 * take one: a shard meets as few cities as possible, and each task is in exactly one shard.
 * @param replicates of each run
 */
export function tasksOf({ index, count }: Shard, replicates: readonly number[]): Task[] {
  const total = replicates.reduce((sum, each) => sum + each, 0);
  const [from, to] = [Math.floor((index * total) / count), Math.floor(((index + 1) * total) / count)];
  const tasks: Task[] = [];
  let first = 0;
  replicates.forEach((each, run) => {
    for (let at = Math.max(from, first); at < Math.min(to, first + each); at++) {
      tasks.push({ run, replicate: at - first });
    }
    first += each;
  });
  return tasks;
}
