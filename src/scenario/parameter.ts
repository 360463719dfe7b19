import type { Localized } from '../language/language.ts';
import type { Mark } from './mark.ts';

/** Closed list of units a value may carry in a scenario file. */
const units = [
  'probability',
  'probability/year',
  'share',
  'factor',
  'rate/year',
  'log-odds',
  'utility',
  'utility/year',
  'utility/km-log',
  'yuan/month',
  'yuan/year',
  'yuan/m2',
  'm2',
  'mu',
  'km',
  'year',
  'households',
  'births/woman',
] as const;
export type Unit = (typeof units)[number];

type Interval = readonly [number, number];

/** A parameter as it is written down in src/scenario/parameters/: what is known before a scenario says anything. */
interface ParameterRow {
  readonly name: Localized;
  readonly value: number;
  readonly unit: Unit;
  /** Where the truth may lie; null for a definition or a published constant. Draws are triangular on it, mode at the value. */
  readonly range: Interval | null;
  readonly mark: Mark;
  /** Where the value comes from, or the reason for it. */
  readonly source: Localized;
  /** `false` for values the base population is built from: it is shared by all replicates, so they are never drawn. */
  readonly drawn?: false;
  /** `true` for what is read in the base year alone: a later value would never act and is refused. What is not drawn is so anyway. */
  readonly once?: true;
  /**
   * A place's own: each place of a nation draws it for itself. The others are the nation's, one draw a replicate for all places, so that
   * sums over places keep what they have in common.
   */
  readonly ofPlace?: true;
}

export interface ParameterSpec extends Omit<ParameterRow, 'drawn' | 'once' | 'ofPlace'> {
  readonly drawn: boolean;
  readonly once: boolean;
  readonly ofPlace: boolean;
  /** Values outside are refused: the limits of meaning, not of belief. */
  readonly limits: Interval;
}

const positive = [0, 1e9] as const;
const unitInterval = [0, 1] as const;

const limitsOf: Record<Unit, Interval> = {
  probability: unitInterval,
  'probability/year': unitInterval,
  share: unitInterval,
  factor: [0, 100],
  'rate/year': [-0.5, 1],
  'log-odds': [-50, 50],
  utility: [-50, 50],
  'utility/year': [-10, 10],
  'utility/km-log': [-10, 10],
  'yuan/month': positive,
  'yuan/year': positive,
  'yuan/m2': positive,
  m2: positive,
  mu: [0, 100_000],
  km: [0, 5_000],
  year: [0, 200],
  households: [10, 5_000],
  'births/woman': [0, 10],
};

/** Rows with the limits that follow from their units. */
export const parameters = <Name extends string>(rows: Record<Name, ParameterRow>): Record<Name, ParameterSpec> =>
  Object.fromEntries(
    Object.entries<ParameterRow>(rows).map(([name, row]) => [
      name,
      {
        ...row,
        drawn: row.drawn ?? true,
        once: row.once ?? row.drawn === false,
        ofPlace: row.ofPlace ?? false,
        limits: limitsOf[row.unit],
      },
    ]),
  ) as Record<Name, ParameterSpec>;
