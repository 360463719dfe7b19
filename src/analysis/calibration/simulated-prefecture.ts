import { setMaxListeners } from 'node:events';
import { baseOf, baseRequest } from '../../run/base.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Session } from '../../run/session.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { simulate, withParameters } from '../simulate.ts';
import { askedFor, type FittedTarget, measured } from './measure.ts';
import type { CalibratedParameter } from './parameters.ts';
import type { Prefecture, Replicates } from './tangent.ts';
import { transforms } from './transform.ts';
import type { Done } from './work-folder.ts';

interface SimulatorOptions {
  readonly session: Session;
  readonly parameters: readonly CalibratedParameter[];
  readonly replicates: number;
  /** Shares of the households that are simulated: to fit, and to check the fit. */
  readonly samples: { readonly fit: number; readonly check: number };
  readonly done: Done;
  readonly signal?: AbortSignal | undefined;
  /** Called after every point, with the seconds it took; 0 for one that was done before. */
  readonly onEvaluation?: ((seconds: number) => void) | undefined;
}

/**
 * A prefecture whose figures come from runs of its scenario as far as their last year; all parameters but the calibrated ones at
 * their stated values.
 */
export function simulatedPrefecture(
  inputs: Inputs,
  targets: readonly FittedTarget[],
  options: SimulatorOptions,
): Prefecture {
  const { session, parameters, replicates, samples, done, signal, onEvaluation } = options;
  const { posterior: _posterior, ...scenario } = inputs.scenario;
  const endYear = Math.max(...targets.map(({ year }) => year));
  const fixed: Scenario = { ...scenario, uncertainty: 'fixed', replicates, endYear };
  const asked = askedFor(targets);
  if (signal) setMaxListeners(0, signal);

  /** Inputs at a sample; the hash must tell samples apart, because workers keep the population that goes with a hash. */
  const at = (sample: number): Inputs => {
    const hash = sha256(canonicalJson({ loaded: inputs.hash, sample }));
    return { ...inputs, scenario: fixed, command: { ...inputs.command, sample }, hash };
  };
  const inputsAt = { fit: at(samples.fit), check: at(samples.check) };
  const ready = populationsOf(session, inputsAt, signal);

  const run = async (values: Readonly<Record<string, number>>, scale: 'fit' | 'check'): Promise<Replicates> => {
    const key = sha256(
      canonicalJson({ scale, values, figures: targets.map(({ kind, area }) => [kind.indicator, area]) }),
    );
    const known = done.get(key);
    if (known !== null) {
      onEvaluation?.(0);
      return known;
    }
    await ready(scale);
    const started = performance.now();
    const each = withParameters(fixed, values as Partial<Record<ParameterName, number>>);
    const results = await simulate(session, { ...inputsAt[scale], scenario: each }, { signal, asked });
    const figures = results.map((result) => measured(targets, result));
    done.put(key, figures);
    onEvaluation?.((performance.now() - started) / 1000);
    return figures;
  };

  return {
    city: inputs.city.code,
    observed: targets.map(({ observed }) => observed),
    kind: targets.map(({ kind }) => kind.indicator),
    simulate: (point, scale) => {
      const values = parameters.map(({ name, scale: own }, p) => [name, transforms[own].from(point[p])] as const);
      return run(Object.fromEntries(values), samples.check === samples.fit ? 'fit' : scale);
    },
  };
}

/**
 * Makes a population ready in the session. The sample stays at hand over all rounds; the population of the check may fill the
 * memory and is used once.
 */
function populationsOf(
  session: Session,
  inputsAt: Readonly<Record<'fit' | 'check', Inputs>>,
  signal: AbortSignal | undefined,
): (scale: 'fit' | 'check') => Promise<void> {
  let sampled: Promise<Session['made']> | null = null;
  const make = async (scale: 'fit' | 'check'): Promise<Session['made']> => {
    await baseOf(session, baseRequest(inputsAt[scale]), signal);
    return new Map(session.made);
  };
  return async (scale) => {
    if (scale === 'check') {
      await make(scale);
      return;
    }
    sampled ??= make(scale);
    session.made = new Map(await sampled);
  };
}
