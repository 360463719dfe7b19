import type { CityData } from '../scenario/city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../scenario/parameters.ts';
import { codeHash } from './code.ts';
import { drawnBase, middleBase } from './drawn-base.ts';
import { Interrupted } from './errors.ts';
import { expectedPersons } from './expected-persons.ts';
import { canonicalJson, sha256 } from './hash.ts';
import type { Base, BaseJob } from './job.ts';
import type { Inputs } from './load-inputs.ts';
import { HELD_PERSONS, partsOf } from './parts.ts';
import type { Session } from './session.ts';

/** What a base population is made of, and its name in messages. */
export interface BaseRequest {
  readonly name: string;
  readonly city: CityData;
  readonly parameters: ParameterValues;
  readonly seed: string;
  readonly sample: number;
  readonly part: number;
}

/**
 * Base population of a scenario. One of several draws what nobody has counted (drawn-base.ts); the only one of a run, and the one all
 * replicates of an analysis share, is built from the stated values and the middle of what is thought of registers.
 * @param part number of the base population among those of the run; left out, the one of an analysis
 */
export const baseRequest = (inputs: Inputs, part?: number): BaseRequest => ({
  name: inputs.scenario.id,
  ...(part === undefined || partsOf(inputs) === 1 ? middleBase(inputs) : drawnBase(inputs, part)),
  seed: inputs.scenario.seed,
  sample: inputs.command.sample,
  part: part ?? 0,
});

/**
 * A base population: one at hand when it would be the same (scenarios of one city and base year usually differ only in what
 * happens afterwards), one kept on disk, or a new one.
 * @throws JobFailed, Interrupted
 */
export async function baseOf(session: Session, request: BaseRequest, signal?: AbortSignal): Promise<Base> {
  const key = keyOf(request);
  const { made } = session;
  const there = made.get(key);
  if (there === undefined) makeRoom(made, request.sample * expectedPersons(request.city));
  const kept = there ?? (await session.cache?.find(key)) ?? null;
  const base = kept ?? (await makeBase(session, request, signal));
  if (kept === null) session.cache?.keep(key, base);
  made.delete(key);
  made.set(key, base);
  return base;
}

/** Lets go of what was asked for longest ago, until so many more persons fit beside what is left. */
function makeRoom(made: Map<string, Base>, persons: number): void {
  let held = persons;
  for (const { rows } of made.values()) held += rows.persons;
  for (const [key, { rows }] of made) {
    if (held <= HELD_PERSONS) return;
    made.delete(key);
    held -= rows.persons;
  }
}

/**
 * Makes a base population in a worker, so that the command stays responsive, whatever is kept.
 * @throws JobFailed, Interrupted
 */
export async function makeBase(session: Session, request: BaseRequest, signal?: AbortSignal): Promise<Base> {
  if (signal?.aborted) throw new Interrupted();
  const { name, city, parameters, seed, sample, part } = request;
  const job: BaseJob = { kind: 'base', city, parameters, seed, sample, part };
  const stop = () => void session.pool.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await session.pool.run<Base>(job, name);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

const cityHashes = new WeakMap<CityData, string>();

/** Hash of all that is known of a city. */
export function hashOfCity(city: CityData): string {
  const known = cityHashes.get(city) ?? sha256(canonicalJson(city));
  cityHashes.set(city, known);
  return known;
}

/** Two requests with the same key give the same population. */
function keyOf({ city, parameters, seed, sample, part }: BaseRequest): string {
  const built = parameterNames.filter((name) => !parameterSpecs[name].drawn).map((name) => [name, parameters[name]]);
  return sha256(canonicalJson({ code: codeHash(), city: hashOfCity(city), seed, sample, part, built }));
}
