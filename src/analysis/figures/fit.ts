import { group } from 'd3-array';
import { mean, standardDeviation } from 'simple-statistics';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { add, dot, type Matrix, plus } from '../calibration/matrix.ts';
import { normalDraws } from '../calibration/normal-draws.ts';
import { type FittedFigure, fittedFigure } from './fitted-figure.ts';
import { errorsOf, type Scaled, scaledOf } from './measured.ts';
import { type Ensemble, type Kept, simulateMembers } from './members.ts';
import { type Line, type Posterior, posteriorOf } from './posterior.ts';
import { covarianceOf, type Response, responsesOf } from './response.ts';
import { type Known, rowsOf } from './rows.ts';
import { unknownsOf } from './unknowns.ts';

/** Posterior members a round simulates to see whether the figures are met. */
const CHECKED = 60;
const MOST_ROUNDS = 4;
/** Members in the middle, under a chance of their own each: what chance alone does. */
const MIDDLE = 24;
/** A fit has settled when no level moved by more than this share of its figure's error and noise, or by more than chance. */
const SETTLED = 0.25;
/** Slopes are taken again about the posterior where a figure was missed by more than so many standard deviations. */
const BENT = 1;

interface FitOptions extends Watch {
  /** Pairs of members the slopes are taken from, and members under all kinds of chance in the middle. */
  readonly pairs: number;
  /** Share of the place that is simulated, of its real chance: the sample, 1 where the place itself is as small. */
  readonly chanceShare: number;
  /** Year of the last figure that is fitted; later ones are only measured. */
  readonly until: number;
  readonly kept: Kept;
  /** Told what is simulated next, and how many members in all until the slopes are known or a round is done. */
  readonly onStep?: (step: {
    readonly kind: 'slopes' | 'round';
    readonly members: number;
    readonly round: number;
  }) => void;
}

/** What the figures told of one number. */
export interface Told {
  readonly name: string;
  /** In standard deviations of what was thought before: where it lies now, and how wide it is still. */
  readonly mean: number;
  readonly sd: number;
}

export interface Fit {
  readonly known: Known;
  readonly told: readonly Told[];
  readonly figures: readonly FittedFigure[];
  readonly rounds: number;
  readonly settled: boolean;
  readonly members: number;
}

/**
 * Fits the drivers of a scenario to figures: an iterated smoother with straight lines from pairs of members under common chance.
 *
 *   1 slopes   pairs of members drawn from the prior, plus and minus: their differences are free of all chance they share
 *   2 solve    normal posterior of the line, heavy-tailed errors
 *   3 check    members drawn from the posterior, each with its own chance and base population: the line's level is set to their mean,
 *              so that what bends is met where it matters; then 2 again, until nothing moves
 *
 * @param inputs without conditioning, ending in the year of the last figure
 * @throws JobFailed, Interrupted
 */
export async function fitFigures(
  session: Session,
  inputs: Inputs,
  figures: readonly OwnFigure[],
  options: FitOptions,
): Promise<Fit> {
  const { pairs, until, chanceShare } = options;
  const scaled = scaledOf(figures);
  const used = scaled.flatMap(({ figure }, j) =>
    figure.year <= until && figure.year >= inputs.scenario.baseYear ? [j] : [],
  );
  const pick = <T>(all: readonly T[]): T[] => used.map((j) => all[j]);
  const unknowns = unknownsOf(inputs, until);
  const aboutRegisters = pick(scaled).some(({ figure }) => ofRegisters.test(figure.indicator));
  const ofBase = aboutRegisters ? unknowns.ofBase : [];
  const names = [...ofBase, ...unknowns.ofReplicate.filter((name) => !ofBase.includes(name))];
  const draw = { session, inputs, scaled, names, ofBase, options, seed: inputs.scenario.seed };

  // 1
  options.onStep?.({ kind: 'slopes', members: 2 * pairs + MIDDLE, round: 0 });
  let design = await slopesAbout(
    draw,
    names.map(() => 0),
    1,
    pairs,
  );
  const prior = design.members;
  const middle = await run(
    draw,
    normalDraws('middle', MIDDLE, 1).map(() => names.map(() => 0)),
    Array.from({ length: MIDDLE }, (_, m) => m),
  );
  let members = prior.length + MIDDLE;
  const share = Math.min(1, inputs.command.sample / chanceShare);
  const lineOf = ({ responses, odd, even, level }: Design) => ({
    observed: scaled.map(({ observed }) => observed),
    level,
    slopes: responses.map(({ slopes }) => full(slopes, names.length)),
    errors: errorsOf(scaled),
    left: leftOver(add(covarianceOf(odd), covarianceOf(even)), covarianceOf(middle), scaled, share),
  });
  let line = lineOf(design);
  // 2
  let posterior = posteriorOf(restricted(line, used));
  let [round, settled, bent] = [0, false, false];
  let checked: number[][] = [];
  while (round < MOST_ROUNDS && !settled) {
    round++;
    // 3
    options.onStep?.({ kind: 'round', members: CHECKED, round });
    const known = knownOf(posterior, names, ofBase.length);
    const rows = rowsOf(known, `${inputs.scenario.id} ${round}`, CHECKED);
    checked = await run(
      draw,
      rows,
      rows.map((_, m) => m),
    );
    members += checked.length;
    const centre = names.map((_, n) => mean(rows.map((row) => row[n])));
    const level = scaled.map((_, j) => mean(checked.map((values) => values[j])) - dot(line.slopes[j], centre));
    const chance = scaled.map((_, j) => standardDeviation(middle.map((values) => values[j])) / Math.sqrt(rows.length));
    const moved = level.map((value, i) => Math.abs(value - line.level[i]));
    const within = (share: number): boolean =>
      used.every((j) => moved[j] < Math.max(share * Math.sqrt(line.errors[j][j] + line.left[j][j]), 2.5 * chance[j]));
    settled = within(SETTLED);
    if (!within(BENT) && !bent) {
      bent = true;
      options.onStep?.({ kind: 'slopes', members: 2 * pairs, round });
      const again = await slopesAbout(draw, posterior.mean, 0.5, pairs);
      members += again.members.length;
      line = { ...lineOf({ ...again, odd: design.odd, even: design.even }), left: line.left };
      design = { ...design, responses: again.responses, level: again.level };
    } else {
      // where it is no more than chance the two are both as good
      const mixed = level.map((value, i) =>
        moved[i] < 2.5 * chance[i] && round > 1 ? (value + line.level[i]) / 2 : value,
      );
      line = { ...line, level: mixed };
    }
    posterior = posteriorOf(restricted(line, used));
  }
  return {
    known: knownOf(posterior, names, ofBase.length, pick(line.slopes)),
    told: toldOf(posterior, names, pick(line.slopes)),
    figures: scaled.map((each, j) => fittedFigure(each, j, { used, posterior, prior, line })),
    ...{ rounds: round, settled, members },
  };
}

/** Members of a fit that settles in two rounds. */
export const membersOf = (pairs: number): number => 2 * pairs + MIDDLE + 2 * CHECKED;

/** Figures that base populations answer to. */
const ofRegisters = /register|settle|permit/;

interface Draw {
  readonly session: Session;
  readonly inputs: Inputs;
  readonly scaled: readonly Scaled[];
  readonly names: readonly string[];
  readonly ofBase: readonly string[];
  readonly options: FitOptions;
  readonly seed: string;
}

const run = (
  { session, inputs, scaled, names, ofBase, options }: Draw,
  rows: readonly (readonly number[])[],
  luck: readonly number[],
) =>
  simulateMembers(
    session,
    inputs,
    scaled,
    { names, rows, luck, ownBases: ofBase.length > 0 } satisfies Ensemble,
    options,
  );

interface Design {
  readonly responses: readonly Response[];
  /** What the slopes leave of half the differences, pair by pair. */
  readonly odd: readonly (readonly number[])[];
  /** Half the sums, pair by pair. */
  readonly even: readonly (readonly number[])[];
  /** Value of every figure where all numbers are 0. */
  readonly level: readonly number[];
  readonly members: readonly (readonly number[])[];
}

/** Slopes from pairs on either side of a centre. */
async function slopesAbout(draw: Draw, centre: readonly number[], scale: number, pairs: number): Promise<Design> {
  const { names, scaled, inputs } = draw;
  const offsets = normalDraws(`${draw.seed} ${inputs.scenario.id} slopes ${scale}`, pairs, names.length).map((row) =>
    row.map((z) => scale * z),
  );
  const rows = offsets.flatMap((row) => [plus(centre, row), plus(centre, row, -1)]);
  const members = await run(
    draw,
    rows,
    rows.map((_, m) => Math.floor(m / 2)),
  );
  const half = (sign: 1 | -1) =>
    offsets.map((_, i) => scaled.map((__, j) => (members[2 * i][j] + sign * members[2 * i + 1][j]) / 2));
  const [even, halves] = [half(1), half(-1)];
  const yearOf = names.map((name) => Number(/ (\d{4})$/.exec(name)?.[1] ?? 0));
  const responses: Response[] = [];
  for (const series of group(scaled.keys(), (j) => `${scaled[j].figure.area} ${scaled[j].figure.indicator}`).values()) {
    const found = responsesOf(
      offsets,
      series.map((j) => halves.map((row) => row[j])),
      (f, u) => yearOf[u] <= scaled[series[f]].figure.year,
    );
    for (const [f, j] of series.entries()) responses[j] = found[f];
  }
  const odd = halves.map((row, i) =>
    row.map(
      (value, j) =>
        value - responses[j].slopes.reduce((sum, { unknown, slope }) => sum + slope * offsets[i][unknown], 0),
    ),
  );
  const level = scaled.map((_, j) => {
    const atCentre = mean(even.map((row) => row[j]));
    return atCentre - responses[j].slopes.reduce((sum, { unknown, slope }) => sum + slope * centre[unknown], 0);
  });
  return { responses, odd, even, level, members };
}

function full(slopes: Response['slopes'], size: number): number[] {
  const row = new Array<number>(size).fill(0);
  for (const { unknown, slope } of slopes) row[unknown] = slope;
  return row;
}

/**
 * Covariance of what slopes leave out, for a place of its real size: of all that pairs leave, the part that is chance falls with the number of people.
 * Its correlations, known from tens of pairs, are drawn a little to nought.
 * @param all of pairs; @param chance of members that differ in nothing else; @param share of the people that are simulated
 */
const leftOver = (all: Matrix, chance: Matrix, scaled: readonly Scaled[], share: number): number[][] => {
  const part = all.map((row, i) => {
    const luck = Math.min(chance[i][i], row[i]);
    return row[i] > 0 ? Math.sqrt((row[i] - luck + share * luck) / row[i]) : 0;
  });
  return all.map((row, i) =>
    row.map((value, j) =>
      i === j ? part[i] ** 2 * value + (0.05 * scaled[i].error) ** 2 : 0.8 * part[i] * part[j] * value,
    ),
  );
};

/** The numbers the figures told something of. */
function knownOf(
  { mean: centre, covariance }: Posterior,
  names: readonly string[],
  ofBase: number,
  slopes?: Matrix,
): Known {
  const kept =
    slopes === undefined
      ? names.map((_, n) => n)
      : names.flatMap((_, n) => (slopes.some((row) => row[n] !== 0) ? [n] : []));
  return {
    names: kept.map((n) => names[n]),
    ofBase: kept.filter((n) => n < ofBase).length,
    mean: kept.map((n) => centre[n]),
    covariance: kept.map((n) => kept.map((m) => covariance[n][m])),
  };
}

function toldOf({ mean: centre, covariance }: Posterior, names: readonly string[], slopes: Matrix): Told[] {
  return names
    .flatMap((name, n) =>
      slopes.some((row) => row[n] !== 0)
        ? [{ name, mean: centre[n], sd: Math.sqrt(Math.max(0, covariance[n][n])) }]
        : [],
    )
    .sort((a, b) => a.sd - b.sd || Math.abs(b.mean) - Math.abs(a.mean));
}

/** A line of some of its figures. */
const restricted = ({ observed, level, slopes, errors, left }: Line, used: readonly number[]): Line => {
  const pick = <T>(all: readonly T[]): T[] => used.map((j) => all[j]);
  return {
    observed: pick(observed),
    level: pick(level),
    slopes: pick(slopes),
    errors: pick(errors).map(pick),
    left: pick(left).map(pick),
  };
};
