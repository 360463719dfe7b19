// Loaded into a command that is measured: when it ends, says how many seconds of processor all its threads took.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(process.env.LUOHU_BENCH_PROCESSOR, String((user + system) / 1e6));
  });
}
