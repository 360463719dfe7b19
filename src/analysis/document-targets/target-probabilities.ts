import type { ReplicateResult } from '../../indicator/result.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { documentTargets, type Target } from '../../policy/document-targets.ts';
import { type Summary, summarize } from '../../result/summary.ts';
import { valueAt } from '../hindcast/target-value.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { type Form, type Measure, measuresOf } from './measures.ts';

/** How likely a number that a document promises is met, under one way to read it. */
export interface TargetProbability extends Target {
  readonly measure: Measure;
  /** Years the number is formed from: the run must hold both ends. */
  readonly years: readonly [number, number];
  /** Whether the run covers the years; where it does not, everything below is NaN or empty. */
  readonly covered: boolean;
  /** Share of replicates in which it is met, and its standard error. */
  readonly probability: number;
  readonly standardError: number;
  /** Wilson's score interval, 90 %: not empty where all replicates or none meet it. */
  readonly interval: readonly [number, number];
  /**
   * The probability if the run had begun at the low and at the high end of the range of its assumed town share; equal to it for
   * targets that do not rest on a level of the registered rate, and where no range was given.
   */
  readonly byBaseShare: readonly [number, number];
  readonly replicates: number;
  /** The number itself over replicates: of every area's the one farthest from being met. */
  readonly value: Summary;
}

interface TargetOptions {
  /**
   * Town share of registers the base population was built with, and its range: the same in all replicates, so a level of the
   * registered rate is only as good as it. It is taken to move that level point by point.
   */
  readonly baseShare?: { readonly value: number; readonly low: number; readonly high: number } | undefined;
  /** Points within which a rate is `about` another. */
  readonly about?: number;
}

/** 左右: one point either side. Judgement. */
const ABOUT = 1;

/**
 * The numbers that documents promise, as probabilities of being met in a run: a row a target and way to read it. A document without
 * numbers has none. A target whose years the run does not hold is told as not covered, never guessed. Not to be fitted to.
 */
export function targetProbabilities(
  documents: readonly PolicyDocument[],
  results: readonly ReplicateResult[],
  options: TargetOptions = {},
): TargetProbability[] {
  return documents
    .flatMap(documentTargets)
    .flatMap((target) => measuresOf(target).map((measure) => probabilityOf(target, measure, results, options)));
}

function probabilityOf(
  target: Target,
  measure: Measure,
  results: readonly ReplicateResult[],
  { baseShare, about = ABOUT }: TargetOptions,
): TargetProbability {
  const { from, to } = target.target;
  const years = yearsOf(measure.form, from, to);
  const numbers = results.map((result) => numberOf(measure, target.target.value, years, result));
  const value = summarize(numbers);
  const met = (shift: number): number => {
    const defined = numbers.filter((number) => !Number.isNaN(number));
    return defined.filter((number) => isMet(measure.sense, number + shift, target.target.value, about)).length;
  };
  const n = value.replicates;
  const probability = met(0) / n;
  const rests = measure.form === 'level' && measure.terms.some(({ indicator }) => /^registered_/.test(indicator));
  const shifted = (end: number | undefined): number =>
    end === undefined || baseShare === undefined || !rests ? probability : met(100 * (end - baseShare.value)) / n;
  return {
    ...target,
    measure,
    years,
    covered: n > 0,
    probability,
    standardError: Math.sqrt((probability * (1 - probability)) / n),
    interval: wilsonInterval(met(0), n),
    byBaseShare: [shifted(baseShare?.low), shifted(baseShare?.high)],
    replicates: n,
    value,
  };
}

/** First and last year end that a number is formed from. A yearly pace over 2016-2020 begins at the end of 2015. */
function yearsOf(form: Form, from: number | null, to: number): readonly [number, number] {
  if (form === 'level' || from === null) return [to, to];
  return form === 'change' ? [from, to] : [from - 1, to];
}

/** The number in one replicate; over every area the one that is farthest from the target, on the side that misses it. */
function numberOf(measure: Measure, target: number, years: readonly [number, number], result: ReplicateResult): number {
  const areas = measure.scope === 'city' ? ['city'] : result.areas.filter((area) => area !== 'city');
  const numbers = areas.map((area) => numberIn(measure, area, years, result));
  if (numbers.length === 0 || numbers.some((number) => Number.isNaN(number))) return Number.NaN;
  if (measure.sense === 'at-least') return Math.min(...numbers);
  if (measure.sense === 'at-most') return Math.max(...numbers);
  return numbers.reduce((far, number) => (Math.abs(number - target) > Math.abs(far - target) ? number : far));
}

function numberIn(
  { form, terms }: Measure,
  area: string,
  [first, last]: readonly [number, number],
  result: ReplicateResult,
) {
  const at = (year: number): number =>
    terms.reduce((sum, { indicator, sign }) => sum + sign * valueAt(result, indicator, area, year), 0);
  if (form === 'level') return at(last);
  if (form === 'flow-a-year') {
    const flows = Array.from({ length: last - first }, (_, i) => at(first + 1 + i));
    return flows.reduce((sum, flow) => sum + flow, 0) / flows.length;
  }
  const change = at(last) - at(first);
  return form === 'change' ? change : change / (last - first);
}

function isMet(sense: Measure['sense'], number: number, target: number, about: number): boolean {
  if (sense === 'about') return Math.abs(number - target) <= about;
  return sense === 'at-least' ? number >= target : number <= target;
}
