import { sampleVariance } from 'simple-statistics';
import { expectedPersons } from '../../run/expected-persons.ts';
import { type Inputs, withSample } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { cacheIn, cacheInMemory } from './cache.ts';
import { cacheName, openEvaluator } from './evaluate.ts';
import type { Reading } from './reading.ts';

/** Persons that are tried, the fewest first. */
const PERSONS = [6250, 12_500, 25_000];
/** Replicates of the pilot, with parameters drawn and held fixed. */
const REPLICATES = 20;
/** Part of the variance that luck may make up. */
const PART = 1 / 20;

/** Inputs in a sample that is large enough for a question. */
interface Sized {
  readonly inputs: Inputs;
  /** Part of the variance between replicates that is luck; null where no smaller sample was tried or was enough. */
  readonly luck: number | null;
}

/** Persons that an analysis may simulate in all of its runs, and those that opening a run takes as long as. */
const MOST_PERSONS = 44e6;
const OPENING = 15_000;

/** Simulations of a whole horizon that fit into some two minutes of two cores. */
export const affordable = ({ city, command }: Inputs): number =>
  Math.floor(MOST_PERSONS / (OPENING + command.sample * expectedPersons(city)));

interface SizeOptions extends Watch {
  /** Folder of finished evaluations; in memory alone when left out. */
  readonly cache?: string;
}

/**
 * The smallest sample in which luck, of the sample and of the draws, is no more than a twentieth of the variance between replicates: what
 * is left is parameters, which many small replicates show better than few large ones. The sample of the inputs where none is.
 * @throws JobFailed, Interrupted; finished evaluations are kept
 */
export async function sizeSample(
  session: Session,
  inputs: Inputs,
  reading: Reading,
  options: SizeOptions,
): Promise<Sized> {
  const largest = inputs.command.sample;
  for (const persons of PERSONS) {
    const sample = Number((persons / expectedPersons(inputs.city)).toPrecision(2));
    if (sample >= largest) break;
    const sized = withSample(inputs, sample);
    const luck = await luckOf(session, sized, reading, options, largest / sample);
    if (!(luck > PART)) return { inputs: sized, luck };
  }
  return { inputs, luck: null };
}

/** A stated sample, and what luck makes of the variance where it is smaller than those that are tried unasked. */
export async function judgeSample(
  session: Session,
  inputs: Inputs,
  reading: Reading,
  options: SizeOptions,
): Promise<Sized> {
  const small = inputs.command.sample * expectedPersons(inputs.city) < PERSONS.at(-1)!;
  return { inputs, luck: small ? await luckOf(session, inputs, reading, options, 1) : null };
}

/**
 * Part of the variance between replicates that stays where parameters are held fixed, 0 to 1.
 * @param room how many times as large a sample the threads must have room for
 */
async function luckOf(
  session: Session,
  inputs: Inputs,
  reading: Reading,
  options: SizeOptions,
  room: number,
): Promise<number> {
  const { posterior: _posterior, ...stated } = inputs.scenario;
  const fixed: Scenario = { ...stated, uncertainty: 'fixed' };
  // base populations are made of the same inputs: what is drawn for them is no luck
  const spread = async (scenario: Scenario, variation: string): Promise<number> => {
    const of = { ...inputs, scenario };
    const cache = options.cache === undefined ? cacheInMemory() : cacheIn(options.cache, cacheName(of, [reading]));
    const evaluator = await openEvaluator(session, of, [reading], cache, {
      ...{ sharesYears: false, signal: options.signal },
      room,
    });
    const evaluations = Array.from({ length: REPLICATES }, (_, replicate) => {
      return { scenario, documents: inputs.documents, replicate, variation };
    });
    return sampleVariance((await evaluator.evaluate(evaluations, options)).map(([value]) => value));
  };
  const [all, luck] = [await spread(inputs.scenario, 'as drawn'), await spread(fixed, 'as stated')];
  return all > 0 ? Math.min(1, luck / all) : 0;
}
