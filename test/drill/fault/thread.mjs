// Loaded into every thread: ends one worker thread, once, in the middle of a replicate (FAULT_MARK keeps it to once).
import { openSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const year = Atomics.add;
let years = 0;

const first = () => {
  try {
    openSync(process.env.FAULT_MARK, 'wx');
    return true;
  } catch {
    return false;
  }
};

/** Every simulated year ends with one call: the place to break in. */
if (!isMainThread) {
  Atomics.add = (...call) => {
    if (++years === 5 && first()) {
      if (process.env.FAULT === 'exit') process.exit(7);
      const kept = [];
      for (;;) kept.push(new Array(1e6).fill(kept.length));
    }
    return year(...call);
  };
}
