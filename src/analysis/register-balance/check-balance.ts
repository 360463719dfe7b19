import type { ReplicateResult } from '../../indicator/result.ts';
import { type Summary, summarize } from '../../result/summary.ts';
import { valueAt } from '../hindcast/target-value.ts';
import { exactly, type Ranged } from './ranged.ts';
import { type BalanceInput, type RegisterBalance, registerBalance } from './register-balance.ts';
import { type RunBalance, runBalance } from './run-balance.ts';

/**
 * `inside`: agrees with what was counted. `strained`: only at the ends of the ranges of what was counted or assumed, or of the
 * run's own. `outside`: at none of them.
 */
export type Verdict = 'inside' | 'strained' | 'outside';

/** One figure of a run beside its bound, persons a year. */
export interface CheckedFigure {
  /** `registered`: change of all registers; `town`: of town registers; `most` and `least`: settled and reclassified. */
  readonly what: 'registered' | 'town' | 'most' | 'least';
  readonly run: Summary;
  readonly bound: Ranged;
  readonly verdict: Verdict;
}

export interface BalanceCheck {
  readonly area: string;
  readonly from: number;
  readonly to: number;
  /** The balance as counted, from where the run itself began. */
  readonly counted: RegisterBalance;
  readonly figures: readonly CheckedFigure[];
  /**
   * Points a year by which the town share must have risen at least for the run's settling and reclassification to go with the
   * registers counted; 0 where it need not have risen.
   */
  readonly forcedRise: number;
  /** Whether no figure is outside. */
  readonly passes: boolean;
  /**
   * Share of the net outflow that must have been on a town register for the run's settling and reclassification to go with the
   * registers counted, and the share in the run; NaN where the town share at the end is unknown or nobody left on balance.
   */
  readonly townShareOfOutflow: { readonly needed: number; readonly run: number };
}

/**
 * Holds a run against the register's balance of an area. The bounds are worked out anew from the town share the run itself began
 * with, so that an uncertain beginning does not excuse what came after; a share at the end that is only assumed for the area moves
 * along. Flows of the run are brought to the registers counted in the base year, which a sample of households misses by a little.
 * What was cleared from the books, which no run does, may be added back to what was counted, in whole or in part.
 * @param cleared persons a year whom a clean-up of the books rather than a move took off the register (`clearedYearly`)
 * @returns null where the run does not cover the years
 */
export function checkRegisterBalance(
  results: readonly ReplicateResult[],
  input: BalanceInput,
  cleared = 0,
): BalanceCheck | null {
  const { area, from, to } = input;
  const covers = ({ years, areas }: ReplicateResult): boolean =>
    years.includes(from) && years.includes(to) && areas.includes(area);
  if (results.length === 0 || !results.every(covers)) return null;
  const persons = valueAt(results[0], 'registered_population', area, from);
  const share = valueAt(results[0], 'urban_registered_population.by_place', area, from) / persons;
  const counted = registerBalance(fromOwnBase(input, share));
  const scale = input.registered[0].value / persons;
  const runs = results.map((result) => runBalance(result, area, from, to, scale));
  const forcedRise = forcedRiseOf(runs, counted);
  const figures = figuresOf(runs, counted, forcedRise, { all: cleared, town: cleared * share });
  return {
    area,
    from,
    to,
    counted,
    figures,
    forcedRise,
    passes: figures.every(({ verdict }) => verdict !== 'outside'),
    townShareOfOutflow: townShareOfOutflow(runs, counted),
  };
}

/** The input with the town share a run began with. */
function fromOwnBase(input: BalanceInput, share: number): BalanceInput {
  const { townShare } = input;
  const [before, after] = townShare;
  const shift = after === null || after.published ? 0 : share - before.value;
  const moved = (value: number): number => Math.min(1, Math.max(0, value + shift));
  const end = after && { ...after, value: moved(after.value), low: moved(after.low), high: moved(after.high) };
  return {
    ...input,
    townShare: [{ ...exactly(share), published: before.published }, end],
  };
}

/** What villagers of the area gave up of their registers, and what towns gained, people from outside included. */
const ownVillagers = ({ town, village }: RunBalance): number =>
  town.reclassification + town.administrative - village.settlement;
const gainOfTowns = ({ town }: RunBalance): number => town.reclassification + town.administrative + town.settlement;

/**
 * @param cleared persons a year cleared from the books. On a town register at most as many as its share of all: duplicates and the
 * dead not reported are found in villages above all. Judgement.
 */
function figuresOf(
  runs: readonly RunBalance[],
  counted: RegisterBalance,
  forcedRise: number,
  cleared: { readonly all: number; readonly town: number },
): CheckedFigure[] {
  const over = (figure: (run: RunBalance) => number): Summary => summarize(runs.map(figure));
  const registered = over(({ town, village }) => town.change + village.change);
  const town = over((run) => run.town.change);
  const [own, gained] = [over(ownVillagers), over(gainOfTowns)];
  const { most, least } = counted;
  const change = addedBack(counted.change, cleared.all);
  const figures: CheckedFigure[] = [
    { what: 'registered', run: registered, bound: change, verdict: between(registered, change) },
  ];
  if (counted.town === null) {
    const verdict = forcedRise === 0 ? 'inside' : forcedRise <= FASTEST_RISE ? 'strained' : 'outside';
    return [...figures, { what: 'most', run: own, bound: most, verdict }];
  }
  const ofTown = addedBack(counted.town, cleared.town);
  return [
    ...figures,
    { what: 'town', run: town, bound: ofTown, verdict: between(town, ofTown) },
    { what: 'most', run: own, bound: most, verdict: notAbove(own.mean, most) },
    { what: 'least', run: gained, bound: least, verdict: notBelow(gained.mean, least) },
  ];
}

/** A counted change, and what it would be at most had nothing been cleared from the books. */
const addedBack = ({ value, low, high }: Ranged, cleared: number): Ranged => ({ value, low, high: high + cleared });

/**
 * Rise of the town share, points a year, above which a run is not believed where no share is known at the end: the nation's by
 * place from 2015 to 2020, 39.9 to 45.4 % (data/observations), changes of counting included.
 */
const FASTEST_RISE = 1.1;

function forcedRiseOf(runs: readonly RunBalance[], { mostAtFlatShare, mostPerTenthOfAPoint }: RegisterBalance): number {
  const beyond = summarize(runs.map(ownVillagers)).mean - mostAtFlatShare.value;
  return Math.max(0, (0.1 * beyond) / mostPerTenthOfAPoint);
}

function between({ mean, p05, p95 }: Summary, { low, high }: Ranged): Verdict {
  if (mean >= low && mean <= high) return 'inside';
  return p95 >= low && p05 <= high ? 'strained' : 'outside';
}

const notAbove = (mean: number, { value, high }: Ranged): Verdict =>
  mean <= value ? 'inside' : mean <= high ? 'strained' : 'outside';

const notBelow = (mean: number, { value, low }: Ranged): Verdict =>
  mean >= value ? 'inside' : mean >= low ? 'strained' : 'outside';

/** S + R = dU - N_u + O_u solved for O_u, over all that left. */
function townShareOfOutflow(runs: readonly RunBalance[], { town, least, outflow }: RegisterBalance) {
  const mean = (figure: (run: RunBalance) => number): number => summarize(runs.map(figure)).mean;
  const gained = mean(gainOfTowns);
  const left = { town: -mean((run) => run.town.outflow), village: -mean((run) => run.village.outflow) };
  const needed = town === null || outflow.value <= 0 ? Number.NaN : (gained - least.value) / outflow.value;
  return { needed, run: left.town / (left.town + left.village) };
}
