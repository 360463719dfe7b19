import type { Population } from './population.ts';

/**
 * The one way to the tables for what works on them year by year: a function over the tables of a workspace, made once for each
 * workspace: `make` takes the columns out, what it returns works on them. A thread keeps its workspace for all its replicates, so
 * there is one such function, and V8 compiles its columns into it as constants: an access takes three instructions, where that of
 * a column it has to look up takes a dozen. With a second workspace in a thread it is like any other again, and a replicate takes
 * half as long again: a thread should keep to one.
 *
 * Two things to know of V8 (measured in src/kernel/README.md): in a loop within a loop the columns are looked up again, so inner
 * loops over the bytes of a word are written out by calls of an inner function; and a loop shared by several such functions through
 * a question handed in would not be compiled into them, so loops are written where they are used.
 */
export function boundTo<Made>(make: (workspace: Population) => Made): (workspace: Population) => Made {
  const made = new WeakMap<Population, Made>();
  return (workspace) => {
    let known = made.get(workspace);
    if (known === undefined) {
      known = make(workspace);
      made.set(workspace, known);
    }
    return known;
  };
}
