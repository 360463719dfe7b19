import { mean, sampleVariance } from 'simple-statistics';

/**
 * Values of one indicator by replicate over the runs of a design; row r of every list has the same random numbers, and the same
 * parameter draws where parameters are drawn.
 */
interface VarianceDesign {
  /** Parameters at their stated values, no shocks: drivers stay in their middle. */
  readonly fixed: readonly number[];
  /** Parameters at their stated values, drivers on paths and base populations drawn. */
  readonly paths: readonly number[];
  /** Parameters drawn too. */
  readonly drawn: readonly number[];
  /** Contested questions: each answer other than the scenario's own, parameters drawn. */
  readonly answers: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** A variance and its standard error. The estimate is unbiased and may therefore fall below 0 where there is little to find. */
interface Part {
  readonly variance: number;
  readonly standardError: number;
}

export interface VarianceSplit {
  readonly chance: Part;
  readonly paths: Part;
  readonly parameters: Part;
  readonly structure: Part;
  /** Sum of the four. */
  readonly total: Part;
  /** Structure, question by question. */
  readonly questions: Readonly<Record<string, Part>>;
}

/**
 * Splits the variance of an indicator by the law of total variance:
 *
 *   Var y = E Var(y | paths, parameters, structure) + E Var(E(y | paths, parameters, structure) | parameters, structure)
 *         + E Var(E(y | parameters, structure) | structure) + Var E(y | structure)
 *
 * The first is the variance over replicates of one set of parameters without shocks to its drivers; the second what their paths and the draws of
 * base populations add to it; the third what drawing parameters adds; the fourth the
 * variance of the means of the answers to a contested question, all taken as equally likely and each question by itself, less
 * the part of it that chance explains (two-way analysis of variance over answers and replicates, which have their random
 * numbers in common). Standard errors by the jackknife, leaving out one replicate of all runs at a time.
 * @throws RangeError with fewer than four replicates
 */
export function splitVariance(design: VarianceDesign): VarianceSplit {
  const replicates = design.fixed.length;
  if (replicates < 4) throw new RangeError(`must have four replicates or more, got ${replicates}`);
  const whole = estimate(design);
  const without = Array.from({ length: replicates }, (_, r) => estimate(leaveOut(design, r)));
  const part = (of: (estimated: Estimated) => number): Part => {
    const parts = without.map(of);
    const centre = mean(parts);
    const squares = parts.reduce((sum, each) => sum + (each - centre) ** 2, 0);
    return { variance: of(whole), standardError: Math.sqrt(((replicates - 1) / replicates) * squares) };
  };
  const structureOf = ({ questions }: Estimated) => Object.values(questions).reduce((sum, each) => sum + each, 0);
  return {
    chance: part(({ chance }) => chance),
    paths: part(({ paths }) => paths),
    parameters: part(({ parameters }) => parameters),
    structure: part(structureOf),
    total: part((each) => each.chance + each.paths + each.parameters + structureOf(each)),
    questions: Object.fromEntries(Object.keys(design.answers).map((q) => [q, part(({ questions }) => questions[q])])),
  };
}

interface Estimated {
  readonly chance: number;
  readonly paths: number;
  readonly parameters: number;
  readonly questions: Readonly<Record<string, number>>;
}

function estimate({ fixed, paths, drawn, answers }: VarianceDesign): Estimated {
  const chance = sampleVariance([...fixed]);
  const pathed = sampleVariance([...paths]);
  const questions = Object.entries(answers).map(([question, others]) => [question, betweenAnswers([drawn, ...others])]);
  return {
    chance,
    paths: pathed - chance,
    parameters: sampleVariance([...drawn]) - pathed,
    questions: Object.fromEntries(questions),
  };
}

/** Variance of equally likely answers' means, without what differs by chance from replicate to replicate. */
function betweenAnswers(rows: readonly (readonly number[])[]): number {
  const [answers, replicates] = [rows.length, rows[0].length];
  const ofAnswer = rows.map((row) => mean([...row]));
  const ofReplicate = rows[0].map((_, r) => mean(rows.map((row) => row[r])));
  const all = mean(ofAnswer);
  const between = ofAnswer.reduce((sum, each) => sum + (each - all) ** 2, 0);
  const left = rows.flatMap((row, a) => row.map((value, r) => (value - ofAnswer[a] - ofReplicate[r] + all) ** 2));
  const interaction = left.reduce((sum, square) => sum + square, 0) / ((answers - 1) * (replicates - 1));
  return (between - ((answers - 1) * interaction) / replicates) / answers;
}

function leaveOut({ fixed, paths, drawn, answers }: VarianceDesign, replicate: number): VarianceDesign {
  const others = (row: readonly number[]) => row.filter((_, r) => r !== replicate);
  const questions = Object.entries(answers).map(([question, rows]) => [question, rows.map(others)] as const);
  return {
    fixed: others(fixed),
    paths: others(paths),
    drawn: others(drawn),
    answers: Object.fromEntries(questions),
  };
}
