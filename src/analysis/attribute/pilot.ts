import { isSummed } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { seriesIn } from '../compare/series.ts';
import { evaluate, keyOf } from '../evaluate/evaluate.ts';
import { storeInMemory } from '../evaluate/store.ts';
import { estimate } from '../paired/estimate.ts';
import { coalitionInputs, everybody, type Game } from './groups.ts';

/** What an attribution is made precise for: the effect of all measures together on the persons who settle. */
const INDICATOR = 'settled_persons';
/** Replicates of the pilot, and the fewest of an attribution. */
const PILOT = 6;
/** A precision nobody has asked for: one part in twenty of the effect. */
const PART = 1 / 20;

/** What a pilot says of the size of an attribution. */
interface Piloted {
  readonly replicates: number;
  /** Effect of all measures on settled persons until the last year, and the standard error that many replicates should leave. */
  readonly effect: number;
  readonly error: number;
  /** Seconds a run takes one thread of the session. */
  readonly seconds: number;
}

/**
 * Runs the whole and the baseline in a few replicates to find how many an attribution takes.
 * @param precision standard error of the effect on settled persons, in persons; null for one part in twenty of it
 * @param most replicates that are never exceeded
 * @throws JobFailed, Interrupted
 */
export async function pilotAttribution(
  session: Session,
  game: Game,
  precision: number | null,
  most: number,
  watch: Watch,
): Promise<Piloted> {
  const replicates = Array.from({ length: Math.min(PILOT, most) }, (_, r) => r);
  const store = storeInMemory();
  const started = performance.now();
  const hashes = await evaluate(
    session,
    [0, everybody(game)].map((coalition) => ({
      inputs: coalitionInputs(game, coalition),
      replicates,
      people: false,
      indicators: [INDICATOR],
    })),
    store,
    watch,
  );
  const seconds =
    ((performance.now() - started) / 1000 / 2 / replicates.length) * Math.min(session.pool.workers, replicates.length);
  const settled = async (hash: string, r: number): Promise<number> =>
    lastOf((await store.load(keyOf(hash, r, false)))!.result);
  const effects = await Promise.all(
    replicates.map(async (r) => (await settled(hashes[1], r)) - (await settled(hashes[0], r))),
  );
  const { mean, se } = estimate(effects);
  const needed = replicatesFor(se, replicates.length, precision ?? PART * Math.abs(mean));
  const chosen = Math.max(replicates.length, Math.min(most, needed));
  return { replicates: chosen, effect: mean, error: se * Math.sqrt(replicates.length / chosen), seconds };
}

/** Replicates that bring a standard error seen in some down to one: it falls with their root. */
function replicatesFor(se: number, replicates: number, wanted: number): number {
  if (!(se > 0)) return replicates;
  return Math.ceil(replicates * (se / wanted) ** 2);
}

/** Settled persons of the city added up until the last year. */
function lastOf(result: ReplicateResult): number {
  return seriesIn(result, result.indicators.indexOf(INDICATOR), 0, isSummed(INDICATOR)).at(-1)!;
}
