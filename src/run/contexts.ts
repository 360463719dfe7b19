import { baseOf, baseRequest } from './base.ts';
import { allocateControl, type Control } from './control.ts';
import type { Base, RunContext } from './job.ts';
import type { Inputs } from './load-inputs.ts';
import { partOf } from './parts.ts';
import { contextOf } from './run-context.ts';
import type { Session } from './session.ts';

/** What the replicates of one scenario are given: its base populations in turn, each made when the first replicate asks for it. */
export interface Contexts {
  readonly control: Control;
  /** Of a replicate. @throws JobFailed, Interrupted */
  of(replicate: number): Promise<RunContext>;
  /** The base population a replicate starts from. @throws JobFailed, Interrupted */
  baseOf(replicate: number): Promise<Base>;
}

interface ContextOptions {
  readonly strict: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Where people are written who were asked for; nowhere when left out. */
  readonly microdataFolder?: string | null | undefined;
  /** What else the workers are given. */
  readonly more?: Partial<RunContext> | undefined;
  /** How a base population is come by. */
  readonly make?: typeof baseOf | undefined;
}

/** Opens the base populations of a run; nothing is made yet. */
export function contextsOf(
  session: Session,
  inputs: Inputs,
  { strict, signal, microdataFolder, more, make = baseOf }: ContextOptions,
): Contexts {
  const control = allocateControl(inputs.scenario.replicates);
  const made = new Map<number, Promise<{ base: Base; context: RunContext }>>();
  const part = (number: number) => {
    const there = made.get(number);
    if (there !== undefined) return there;
    const making = make(session, baseRequest(inputs, number), signal).then((base) => ({
      base,
      context: { ...contextOf(inputs, base, strict, { microdataFolder: microdataFolder ?? null }), control, ...more },
    }));
    made.set(number, making);
    // one that failed may have done so for a passing reason
    making.catch(() => made.delete(number));
    return making;
  };
  return {
    control,
    of: async (replicate) => (await part(partOf(inputs, replicate))).context,
    baseOf: async (replicate) => (await part(partOf(inputs, replicate))).base,
  };
}

/** The same context for every replicate. */
export const oneContext = (context: RunContext): Pick<Contexts, 'control' | 'of'> => ({
  control: context.control,
  of: () => Promise.resolve(context),
});
