import path from 'node:path';
import { type Fit, fitFigures, membersOf } from '../../analysis/figures/fit.ts';
import { type FiguresFit, fitFileOf } from '../../analysis/figures/fit-file.ts';
import { keptIn } from '../../analysis/figures/kept.ts';
import { scoresOf } from '../../analysis/figures/naive.ts';
import { surprisesIn } from '../../analysis/figures/surprises.ts';
import type { Language } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { codeHash } from '../../run/code.ts';
import { Interrupted } from '../../run/errors.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { contradictionsIn } from '../../run/observations/contradictions.ts';
import { fitPlace } from '../../run/observations/fit-file.ts';
import { hashOfFigures } from '../../run/observations/hash-of-figures.ts';
import { packageVersion } from '../../run/package.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { duration } from '../progress.ts';
import { tell } from '../tell.ts';
import { withSession } from '../with-session.ts';
import { writeJsonWhole } from '../write-json-whole.ts';
import { drawFigures } from './figures-charts.ts';
import { figuresMessages as say } from './figures-messages.ts';
import { figuresReport } from './figures-report.ts';
import type { CalibrateOptions } from './options.ts';

/** Persons of a fit's sample where nobody says it. */
const PERSONS = 20_000;
const SHARES = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.008, 0.006, 0.005, 0.004, 0.003, 0.002, 0.0015, 0.001];
/** Pairs of members the slopes are taken from. */
const PAIRS = 80;
/** Processor seconds of a member: making its base population, and a year of it, a person. Measured on a machine of 2026. */
const SECONDS = { base: 14e-6, year: 4e-6, member: 0.05 } as const;

/** What a fit of a scenario's own figures is asked for. */
interface FitRequest {
  readonly scenario: string;
  readonly options: Pick<CalibrateOptions, 'workers' | 'out' | 'sample' | 'seed' | 'until'>;
  /** Figures in place of those the scenario names. */
  readonly figures?: readonly OwnFigure[];
}

/** Inputs of a scenario with figures of its own, as a fit takes them. @throws InputError without figures that can be fitted */
function fitInputs({ scenario, options, figures: given }: FitRequest, lang: Language): Inputs {
  const load = (to: number | undefined, sample: number): Inputs =>
    loadInputs({ scenario, overrides: overridesOf({ seed: options.seed, to }), sample, unfitted: true }, lang);
  const whole = load(undefined, 1);
  const figures = given ?? whole.scenario.figures ?? [];
  const { baseYear } = whole.scenario;
  const until = options.until ?? Number.POSITIVE_INFINITY;
  const usable = figures.filter(({ year }) => year >= baseYear);
  if (!usable.some(({ year }) => year > baseYear && year <= until))
    throw new InputError([{ message: say.noFigures(baseYear, options.until)[lang] }]);
  const last = Math.max(...usable.map(({ year }) => year));
  const sample =
    options.sample ?? SHARES.find((share) => share * expectedPersons(whole.city) <= PERSONS) ?? SHARES.at(-1)!;
  const inputs = load(last, sample);
  return { ...inputs, scenario: { ...inputs.scenario, figures: usable } };
}

/** A finished fit with what it was made of. */
interface Fitted {
  readonly inputs: Inputs;
  readonly fit: Fit;
  readonly file: FiguresFit;
  readonly workFolder: string;
}

/**
 * Fits a scenario's own figures.
 * @returns null when it was interrupted; what was simulated by then is taken up by the same command
 * @throws InputError before anything is simulated
 */
export async function fitScenario(request: FitRequest, lang: Language): Promise<Fitted | null> {
  const { options } = request;
  const inputs = fitInputs(request, lang);
  const { scenario, city, command } = inputs;
  const figures = scenario.figures!;
  const last = Math.max(...figures.map(({ year }) => year));
  const until = Math.min(options.until ?? last, last);
  assertMemory(inputs, options.workers);
  const hash = sha256(canonicalJson([inputs.hash, codeHash(), PAIRS]));
  const workFolder = path.join(options.out, `figures-${scenario.id}-${hash.slice(0, 10)}`);
  const persons = command.sample * expectedPersons(city);
  const member = SECONDS.member + persons * (SECONDS.base + SECONDS.year * (last - scenario.baseYear));
  const seconds = (membersOf(PAIRS) * member) / options.workers;
  const used = figures.filter(({ year }) => year <= until).length;
  tell(say.fitting(city.name, used, figures.length - used, duration(seconds, lang), workFolder)[lang]);
  const started = performance.now();
  const fitting = withSession(
    { workers: options.workers, lang, stopped: say.interrupted(workFolder) },
    (session, signal, progress) =>
      fitFigures(session, inputs, figures, {
        ...{ pairs: PAIRS, chanceShare: 1, until, signal, kept: keptIn(workFolder) },
        onStep: (step) => progress.step(say.step[step.kind](step.members, step.round)[lang]),
        onProgress: (years, total) => progress.advance(years, total),
      }),
  );
  const fit = await fitting.catch((error: unknown) => {
    if (error instanceof Interrupted) return null;
    throw error;
  });
  if (fit === null) return null;
  const file = fitFileOf(fit, inputs, {
    ...{ until, hash, version: packageVersion, seconds: (performance.now() - started) / 1000 },
    figuresHash: hashOfFigures(figures.map((figure) => ({ ...figure, stated: true, file: '', line: 0 }))),
    contradictions: contradictionsIn(figures, city),
    surprises: surprisesIn(fit.figures),
    scores: scoresOf(fit.figures),
  });
  return { inputs, fit, file, workFolder };
}

/** `luohu calibrate` of one scenario with figures of its own. */
export async function calibrateFigures(options: CalibrateOptions, lang: Language): Promise<ExitStatus> {
  await assertOut(options.out, lang);
  const fitted = await fitScenario({ scenario: options.scenario[0], options }, lang);
  if (fitted === null) return ExitStatus.interrupted;
  const { file, workFolder } = fitted;
  const isTest = options.until !== undefined && fitted.fit.figures.some(({ isUsed }) => !isUsed);
  const place = isTest ? path.join(workFolder, `until-${options.until}.json`) : fitPlace(fitted.file.name);
  await writeJsonWhole(place, file);
  const charts = await orWithoutCharts(drawFigures(file, workFolder), lang);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ ...file, conditioning: undefined, file: place, charts }, null, 2)}\n`);
  else process.stdout.write(figuresReport(file, { place, charts, isTest }, lang));
  return ExitStatus.done;
}
