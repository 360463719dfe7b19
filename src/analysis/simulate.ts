import type { Asked } from '../indicator/asked.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { baseOf, baseRequest } from '../run/base.ts';
import { contextsOf, oneContext } from '../run/contexts.ts';
import { canonicalJson, sha256 } from '../run/hash.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { contextOf } from '../run/run-context.ts';
import { runReplicates, type Watch } from '../run/run-replicates.ts';
import type { Session } from '../run/session.ts';
import { type ParameterName, parameterSpecs } from '../scenario/parameters.ts';
import type { ParameterSetting, Scenario } from '../scenario/scenario.ts';
import { setByAnalysis } from './set-by-analysis.ts';

export interface SimulateOptions extends Watch {
  /** Check the invariants after every simulated year. */
  readonly strict?: boolean;
  /** What is read of the results: nothing else is counted. Everything where left out. */
  readonly asked?: readonly Asked[];
  /** `run` draws its base populations as a run does, in turn; the `one` of an analysis is shared by all replicates. */
  readonly bases?: 'run' | 'one';
}

/**
 * Runs a scenario that is already resolved on the session's pool, without writing anything: what an analysis calls many times
 * with other parameters. The parameters are those of `inputs.scenario`; results are one a replicate, in replicate order.
 * The base population is made once and kept in the session as long as the calls differ only in drawn parameters, unless those of a run are
 * asked for.
 * @throws JobFailed, Interrupted
 */
export async function simulate(
  session: Session,
  inputs: Inputs,
  options: SimulateOptions = {},
): Promise<readonly ReplicateResult[]> {
  // a worker keeps what it made of the hash it met last: the loaded scenario's would not tell two parameter sets apart
  const { file: _file, ...resolved } = inputs.scenario;
  const hash = sha256(canonicalJson({ loaded: inputs.hash, scenario: resolved }));
  const strict = options.strict ?? false;
  const more = { reference: inputs.hash, asked: options.asked };
  if (options.bases === 'run') {
    const contexts = contextsOf(session, { ...inputs, hash }, { strict, signal: options.signal, more });
    return runReplicates(session.pool, inputs.scenario, contexts, options);
  }
  const base = await baseOf(session, baseRequest(inputs), options.signal);
  const context = { ...contextOf({ ...inputs, hash }, base, strict, { shared: true }), ...more };
  return runReplicates(session.pool, inputs.scenario, oneContext(context), options);
}

/**
 * A copy of the scenario in which some parameters have one value over all years, whatever it said of them before: no dated
 * values, no range, hence no draw, and no place in the joint draws of a calibration.
 * @throws RangeError for a value outside the limits of its parameter
 */
export function withParameters(scenario: Scenario, values: Partial<Record<ParameterName, number>>): Scenario {
  const set = Object.entries(values).map(([name, value]) => [name, constant(name as ParameterName, value, scenario)]);
  const parameters = { ...scenario.parameters, ...Object.fromEntries(set) };
  const { posterior, ...rest } = scenario;
  if (posterior === undefined) return { ...scenario, parameters };
  const left = posterior.parameters.flatMap((name, p) => (name in values ? [] : [p]));
  const pick = <T>(row: readonly T[]): T[] => left.map((p) => row[p]!);
  const drawn = {
    ...posterior,
    parameters: pick(posterior.parameters),
    centre: pick(posterior.centre),
    draws: posterior.draws.map(pick),
  };
  return { ...rest, parameters, ...(left.length > 0 ? { posterior: drawn } : {}) };
}

function constant(name: ParameterName, value: number, { baseYear }: Scenario): ParameterSetting {
  const [low, high] = parameterSpecs[name].limits;
  if (!(value >= low && value <= high)) throw new RangeError(`${name} must lie in [${low}, ${high}], got ${value}`);
  return [{ from: baseYear, value, range: null, mark: 'assumption', source: setByAnalysis, origin: 'analysis' }];
}
