import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { quantile } from 'simple-statistics';
import { parseDocument } from 'yaml';
import type { FiguresFit } from '../../analysis/figures/fit-file.ts';
import { valueAt } from '../../analysis/hindcast/target-value.ts';
import { simulate } from '../../analysis/simulate.ts';
import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { breaksIn } from '../../run/observations/breaks.ts';
import { fitPlace, readFit } from '../../run/observations/fit-file.ts';
import { ownFigures } from '../../run/observations/of-scenario.ts';
import { readFigures } from '../../run/observations/read-figures.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError, inLanguage } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import type { Conditioning, OwnFigure } from '../../scenario/scenario.ts';
import { fitScenario } from '../calibrate/figures.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { withSession } from '../with-session.ts';
import { writeJsonWhole } from '../write-json-whole.ts';
import { updateMessages as say } from './messages.ts';
import type { UpdateOptions } from './options.ts';

/** What is told of the last year, before and after. */
const headlines = [
  'resident_urbanization_rate',
  'registered_urbanization_rate',
  'resident_population',
  'settled_reported',
];
const REPLICATES = 40;
/** Drivers named that moved, at least by so much and at most so many. */
const MOVED = 0.3;
const MOST_NAMED = 5;

/**
 * Adds a table of figures to a scenario.
 *
 *   1. read and check everything; a mistake ends the command before anything is computed or written
 *   2. fit to the old figures and the new ones
 *   3. write scenario and fit, tell what changed and why
 */
export async function updateScenario(options: UpdateOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const { scenario: file } = options;
  const refuse = (message: string): never => {
    throw new InputError([{ file, message }]);
  };
  if (!/\.ya?ml$/i.test(file)) refuse(say.notAFile(file)[lang]);
  const whole = loadInputs(
    { scenario: file, overrides: overridesOf({ seed: options.seed }), sample: 1, unfitted: true },
    lang,
  );
  const document = parseDocument(readFileSync(file, 'utf8'));
  const named = [(document.toJS() as { observations?: string | string[] }).observations ?? []].flat();
  if (named.length === 0 && whole.scenario.figures !== undefined) refuse(say.inherited()[lang]);
  const added = path.relative(path.dirname(file), options.file).split(path.sep).join('/');
  if (named.includes(added)) refuse(say.there(added)[lang]);
  const { figures, issues } = readFigures(options.file, path.resolve(options.file), whole.city, readData);
  const all: OwnFigure[] = [...(whole.scenario.figures ?? []), ...ownFigures(figures)];
  const known = new Map(
    (whole.scenario.figures ?? []).map((each) => [`${each.area} ${each.year} ${each.indicator}`, each]),
  );
  const twice = figures.flatMap((figure) => {
    const there = known.get(`${figure.area} ${figure.year} ${figure.indicator}`);
    return there === undefined ? [] : breaksIn([{ ...figure, value: there.value, line: 0 }, figure]);
  });
  if (issues.length + twice.length > 0)
    throw new InputError([...issues, ...twice].map((issue) => inLanguage(issue, lang)));
  const name = whole.figuresOf ?? whole.scenario.id;
  const before = readFit(fitPlace(name), lang);
  const beforeTold = before === null ? [] : (JSON.parse(readFileSync(fitPlace(name), 'utf8')) as FiguresFit).told;

  // 2
  const fitted = await fitScenario({ scenario: file, options: { ...options, until: undefined }, figures: all }, lang);
  if (fitted === null) return ExitStatus.interrupted;

  // 3
  document.set('observations', named.length === 0 ? added : [...named, added]);
  await writeFile(`${file}.part`, document.toString({ lineWidth: 0 }));
  await rename(`${file}.part`, file);
  await writeJsonWhole(fitPlace(name), fitted.file);
  const conditionings = [before?.file.conditioning, fitted.file.conditioning];
  const answers = await withSession({ workers: options.workers, lang }, async (session, signal, progress) => {
    progress.step(say.answers()[lang]);
    const told: Answer[][] = [];
    for (const conditioning of conditionings)
      told.push(
        await answersOf(withConditioning(whole, fitted.inputs, conditioning), (inputs, asked) =>
          simulate(session, inputs, { asked, signal }),
        ),
      );
    return told;
  });
  const moved = fitted.file.told
    .map(({ name: driver, label, mean }) => ({
      label,
      mean,
      was: beforeTold.find((each) => each.name === driver)?.mean ?? 0,
    }))
    .filter(({ mean, was }) => Math.abs(mean - was) >= MOVED)
    .sort((a, b) => Math.abs(b.mean - b.was) - Math.abs(a.mean - a.was))
    .slice(0, MOST_NAMED);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ before: answers[0], after: answers[1], moved, figures: fitted.file.figures }, null, 2)}\n`,
    );
    return ExitStatus.done;
  }
  const rows = answers[1].map((after, i) => [
    indicatorName(after.indicator)[lang],
    String(after.year),
    answerText(answers[0][i]),
    answerText(after),
  ]);
  const why = moved.map(({ label, mean, was }) => say.driver(label[lang], was.toFixed(2), mean.toFixed(2))[lang]);
  process.stdout.write(
    [
      say.heading(figures.length)[lang],
      plainTable(say.head()[lang].split(','), rows),
      say.why()[lang],
      ...(why.length > 0 ? why : [say.none()[lang]]),
      say.written(file, path.relative('', fitPlace(name)))[lang],
      '',
    ].join('\n'),
  );
  return ExitStatus.done;
}

interface Answer {
  readonly indicator: string;
  readonly year: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The whole run in the fit's sample, given what figures told. */
function withConditioning(whole: Inputs, { command }: Inputs, conditioning: Conditioning | undefined): Inputs {
  const { conditioning: _none, ...scenario } = whole.scenario;
  return {
    ...whole,
    command: { ...whole.command, sample: command.sample },
    scenario: { ...scenario, replicates: REPLICATES, ...(conditioning === undefined ? {} : { conditioning }) },
  };
}

async function answersOf(
  inputs: Inputs,
  run: (inputs: Inputs, asked: { indicators: string[]; from: number; to: number }[]) => ReturnType<typeof simulate>,
): Promise<Answer[]> {
  const year = inputs.scenario.endYear;
  const results = await run(inputs, [{ indicators: headlines, from: year, to: year }]);
  return headlines.map((indicator) => {
    const values = results.map((result) => valueAt(result, indicator, 'city', year));
    const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => quantile(values, p));
    return { indicator, year, low, middle, high };
  });
}

const answerText = ({ indicator, low, middle, high }: Answer): string => {
  const shown = (value: number): string => (isInPoints(indicator) ? value.toFixed(1) : String(Math.round(value)));
  return `${shown(middle)} (${shown(low)} … ${shown(high)})`;
};
