import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvParse } from 'd3-dsv';

/** A question to the command line, and how sure its answer is. */
export interface Question {
  readonly args: readonly string[];
  readonly errorOf: (answer: Answer) => number;
  /** What the error is of. */
  readonly unit: string;
  /** Figures whose scatter over seeds is their error as it really is: each round is then asked with a seed of its own. */
  readonly figuresOf?: (answer: Answer) => Readonly<Record<string, number>>;
}

/** What `--json` printed, as far as it is read here. */
interface Answer {
  readonly folder: string;
  readonly error?: number;
  readonly verifications?: readonly { readonly met: number; readonly replicates: number }[];
  readonly runs?: readonly { readonly headlines: readonly HeadlineTold[] }[];
}

interface HeadlineTold {
  readonly indicator: string;
  readonly byYear: readonly {
    readonly summary: Readonly<Record<'mean' | 'mcse' | 'p05' | 'p95', number>>;
  }[];
}

/** Of the last year. */
const lastOf = ({ runs }: Answer, indicator: string) =>
  runs![0].headlines.find((headline) => headline.indicator === indicator)!.byYear.at(-1)!.summary;

/** Registered rate of 2035, in percent, about a point above what comes by itself. */
const TARGETS: Readonly<Record<string, number>> = { baotou: 85.5, chifeng: 34.5, qingyang: 33.5, sanmenxia: 53 };
const RATE = 'registered_urbanization_rate';

/** The same questions of every city, as a user asks them: nothing is said of samples and replicates. */
export const questionsOf = (city: string): Readonly<Record<'run' | 'compare' | 'seek' | 'sensitivity', Question>> => ({
  run: {
    args: ['run', city],
    errorOf: (answer) => lastOf(answer, RATE).mcse,
    unit: 'points of the registered rate of 2035',
    figuresOf: (answer) =>
      Object.fromEntries(
        [RATE, 'settled_persons', 'resident_population'].flatMap((indicator) =>
          (['mean', 'p05', 'p95'] as const).map((of) => [`${indicator}, ${of}`, lastOf(answer, indicator)[of]]),
        ),
      ),
  },
  compare: {
    args: ['compare', city, `scenarios/${city}/no-document.yaml`, '--precision', '0.1'],
    errorOf: ({ folder }) =>
      Number(
        csvParse(readFileSync(path.join(folder, 'differences.csv'), 'utf8')).findLast(
          ({ indicator, area, year }) => indicator === RATE && area === 'city' && year === '2035',
        )?.se,
      ),
    unit: 'points of the difference of registered rates',
  },
  seek: {
    args: ['seek', city, '--target', `${RATE}=${TARGETS[city] ?? 50}`, '--by', '2035'],
    errorOf: ({ verifications, error }) => {
      const last = verifications?.at(-1);
      if (last === undefined) return error ?? Number.NaN; // out of reach: that of the plan that comes nearest
      const share = last.met / last.replicates;
      return Math.sqrt((share * (1 - share)) / last.replicates);
    },
    unit: 'of the probability of the answer',
  },
  sensitivity: {
    args: ['sensitivity', city],
    errorOf: ({ error }) => error ?? Number.NaN,
    unit: 'of a share of the variance in total, the largest',
  },
});
