import { designRuns, type SplitIndicator, splitIndicators } from '../../analysis/calibration/variance-design.ts';
import { unitOf } from '../../indicator/units.ts';
import type { Language } from '../../language/language.ts';
import { indicatorLabel } from '../../report/labels.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { closeSession } from '../../run/session.ts';
import { InputError } from '../../scenario/errors.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { loadAll } from '../load-all.ts';
import { plainTable } from '../plain-table.ts';
import { showProgress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import type { CalibrateOptions } from './command.ts';
import { calibrateMessages as say } from './messages.ts';

/** What the table shows. */
const indicators = [
  'resident_population',
  'resident_urbanization_rate',
  'registered_population',
  'registered_urbanization_rate',
  'rate_gap',
] as const;

const LEAST_REPLICATES = 4;

/** Splits the variance of each scenario's last year. Nothing is written. */
export async function showVariance(options: CalibrateOptions, lang: Language): Promise<ExitStatus> {
  const { replicates, seed } = options;
  const overrides = { ...(replicates === undefined ? {} : { replicates }), ...(seed === undefined ? {} : { seed }) };
  const all = loadAll(
    options.scenario.map((scenario) => ({ scenario, overrides, sample: options.sample ?? 1 })),
    lang,
  );
  const few = all.filter(({ scenario }) => scenario.replicates < LEAST_REPLICATES);
  if (few.length > 0)
    throw new InputError(
      few.map(({ scenario }) => ({ file: scenario.file, message: say.varianceReplicates(scenario.replicates)[lang] })),
    );
  for (const inputs of all) assertMemory(inputs, Math.min(options.workers, inputs.scenario.replicates));
  const session = sessionOf(options.workers, lang);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  const reports: object[] = [];
  try {
    for (const inputs of all) {
      const { scenario } = inputs;
      const runs = designRuns(scenario);
      let done = -1;
      const split = await splitIndicators(session, inputs, indicators, {
        signal,
        onRun: (run) => {
          done = run;
        },
        onProgress: (years, total) => progress.advance(done * total + years, runs * total),
      });
      progress.stop();
      if (options.json) reports.push({ scenario: scenario.id, replicates: scenario.replicates, indicators: split });
      else process.stdout.write(textOf(split, scenario.title, scenario.replicates, lang));
    }
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ variance: reports }, null, 2)}\n`);
  return ExitStatus.done;
}

function textOf(
  split: readonly SplitIndicator[],
  title: Parameters<typeof say.varianceHeading>[0],
  replicates: number,
  lang: Language,
): string {
  const rows = split.map(({ indicator, mean, split: { chance, parameters, structure, total } }) => {
    const digits = unitOf(indicator) === 'persons' ? 0 : 2;
    const shown = (value: number) =>
      value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const percent = ({ variance, standardError }: typeof total) => {
      const [part, error] = [variance, standardError].map((each) => Math.round((100 * each) / total.variance));
      return `${part} ± ${error}`;
    };
    return [
      indicatorLabel(indicator, lang),
      shown(mean),
      shown(Math.sqrt(total.variance)),
      ...[chance, parameters, structure].map(percent),
    ];
  });
  return [
    '',
    say.varianceHeading(title, split[0].year, replicates)[lang],
    plainTable(say.varianceHead()[lang].split(','), rows),
    say.varianceNote()[lang],
    '',
  ].join('\n');
}
