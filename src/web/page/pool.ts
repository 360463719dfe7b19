import type { Answer, Call } from './messages.ts';

/** A job that was asked to stop, or whose answer nobody waits for any more. */
export class Stopped extends Error {}

interface Waiting {
  readonly job: Call['job'];
  readonly signal: AbortSignal;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Workers that take jobs in the order they are given; those aborted before their turn are never done. */
export class Pool {
  readonly size: number;
  readonly #idle: Worker[] = [];
  readonly #queue: Waiting[] = [];
  readonly #running = new Map<Worker, { readonly id: number; readonly waiting: Waiting }>();
  #calls = 0;

  constructor(size: number) {
    this.size = size;
    for (let i = 0; i < size; i++) this.#start();
  }

  run<T>(job: Call['job'], signal: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ job, signal, resolve: resolve as (value: unknown) => void, reject });
      this.#next();
    });
  }

  #start(): void {
    const worker = new Worker(new URL('./kernel-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Answer>) => this.#answered(worker, event.data));
    worker.addEventListener('error', (event) => this.#died(worker, event.message));
    this.#idle.push(worker);
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const waiting = this.#queue.shift()!;
      if (waiting.signal.aborted) {
        waiting.reject(new Stopped());
        continue;
      }
      const worker = this.#idle.shift()!;
      const call: Call = { id: ++this.#calls, job: waiting.job };
      this.#running.set(worker, { id: call.id, waiting });
      worker.postMessage(call);
    }
  }

  #answered(worker: Worker, { id, outcome }: Answer): void {
    const running = this.#running.get(worker);
    if (running?.id !== id) return;
    this.#running.delete(worker);
    this.#idle.push(worker);
    const { resolve, reject } = running.waiting;
    if (outcome.ok) resolve(outcome.value);
    else reject(outcome.reason === 'stopped' ? new Stopped() : new Error(outcome.detail));
    this.#next();
  }

  /** A worker that died, most likely for want of memory, is replaced. */
  #died(worker: Worker, message: string): void {
    const running = this.#running.get(worker);
    this.#running.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    worker.terminate();
    running?.waiting.reject(new Error(message || 'a worker ended without an answer'));
    if (running) {
      this.#start();
      this.#next();
    }
  }
}
