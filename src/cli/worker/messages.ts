import { type Localized, text } from '../../language/language.ts';

/** Sentences of `luohu worker`, in both languages side by side. */
export const workerMessages = {
  command: () => text('加入集群，从队列领取任务', 'join a cluster: take replicates from its queue until interrupted'),
  workers: () => text('线程数，即同时计算的重复数', 'threads, and replicates made at a time'),
  lease: () =>
    text(
      '工作进程失联多少秒后，其任务交给其他进程',
      'seconds of silence after which the job of a worker is given to another',
    ),
  idle: () => text('空闲多少秒后结束（缺省：直到中断）', 'end after so many seconds without a job (default: stay)'),
  joined: (engine: string, threads: number) =>
    text(
      `已加入 ${engine}，${threads} 个线程；Ctrl-C 结束并交还任务`,
      `joined ${engine} with ${threads === 1 ? '1 thread' : `${threads} threads`}; Ctrl-C hands the jobs back and ends`,
    ),
  done: (name: string, seconds: string, there: boolean) =>
    there
      ? text(`${name} 已在`, `${name} was there`)
      : text(`${name} 完成，${seconds} 秒`, `${name} done in ${seconds} s`),
  failed: (name: string, reason: string) => text(`${name} 失败：${reason}`, `${name} failed: ${reason}`),
  deadLetter: (reason: Localized, place: string) =>
    text(`搁置一个任务：${reason.zh}（${place}）`, `laid a job aside: ${reason.en} (${place})`),
  left: (done: number) =>
    text(`结束，共完成 ${done} 次重复`, `left after ${done === 1 ? '1 replicate' : `${done} replicates`}`),
};
