import type { Population } from './population.ts';

/**
 * A pass over the tables of a workspace, made once for each workspace: `make` takes the columns out, the function it returns runs
 * over them. A thread keeps its workspace for all its replicates, so there is one such function, and V8 compiles the columns into it as
 * constants: a loop takes a half to a quarter of the instructions. With a second workspace in a thread it is no slower than others.
 *
 * Passes write their loops out: V8 would not inline the question into a loop shared by several of them.
 */
export function boundTo<Pass>(make: (workspace: Population) => Pass): (workspace: Population) => Pass {
  const made = new WeakMap<Population, Pass>();
  return (workspace) => {
    let pass = made.get(workspace);
    if (!pass) {
      pass = make(workspace);
      made.set(workspace, pass);
    }
    return pass;
  };
}
