import { vi } from 'vitest';
import { commandLine } from '../../src/cli/cli.ts';

/** Calls the command line in this process, in English unless told: what it printed and its exit status. */
export async function call(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += text;
      return true;
    }),
  );
  try {
    const status = await commandLine(args.includes('--lang') ? args : [...args, '--lang', 'en'], 'test');
    return { status, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
