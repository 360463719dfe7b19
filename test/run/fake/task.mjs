/** Thread entry of the pool's tests: does what the job asks. */
export default async function task(job) {
  switch (job.do) {
    case 'answer':
      return { ok: true, value: job.value };
    case 'fail':
      return { ok: false, reason: 'failed', detail: 'a household without a head' };
    case 'throw':
      throw new Error('thrown');
    case 'exit':
      process.exit(7);
      break;
    case 'fill the heap': {
      const kept = [];
      for (;;) kept.push(new Array(1e6).fill(kept.length));
    }
    case 'loop':
      for (;;);
  }
  return simulate(job);
}

/** Stands for a replicate: years of 20 ms, until the shared flag asks to stop; replicate `dies` ends its thread. */
function simulate({ context, replicate }) {
  const { scenario, control, dies } = context;
  for (let year = scenario.baseYear; year < scenario.endYear; year++) {
    if (Atomics.load(control, 0) !== 0) return { ok: false, reason: 'stopped', detail: 'stopped' };
    if (replicate === dies) process.exit(7);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    Atomics.add(control, 1 + replicate, 1);
  }
  return { ok: true, value: { replicate } };
}
