import { ExitStatus } from './exit-status.ts';

/**
 * A signal that aborts when the user presses Ctrl-C or the system asks to end. A second Ctrl-C ends the process at once.
 * Call `release` when the work is done, so that Ctrl-C acts as usual again.
 */
export function interruptSignal(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const ask = () => {
    if (controller.signal.aborted) process.exit(ExitStatus.interrupted);
    controller.abort();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  const release = () => {
    process.off('SIGINT', ask);
    process.off('SIGTERM', ask);
  };
  return { signal: controller.signal, release };
}
