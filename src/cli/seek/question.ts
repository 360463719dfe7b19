import { readFileSync } from 'node:fs';
import { defaultSample } from '../../analysis/calibration/default-sample.ts';
import { leverCatalogue } from '../../analysis/lever/catalogue.ts';
import { chooseLevers } from '../../analysis/lever/choose-levers.ts';
import type { Lever } from '../../analysis/lever/lever.ts';
import { type LeverSources, readLeverFile } from '../../analysis/lever/lever-file.ts';
import type { Question } from '../../analysis/seek/seek.ts';
import { parseTarget } from '../../analysis/seek/target.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import type { LocalName } from '../../scenario/city-data.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import type { Language } from '../messages.ts';
import type { SeekOptions } from './command.ts';
import { seekMessages as say } from './messages.ts';

/**
 * First year a city can still decide about, as this version is written: levers begin here unless told. A date of its own, because
 * results must not depend on the clock.
 */
export const FIRST_YEAR = 2027;

/** The inputs and the question of a call, every mistake told at once. */
export function questionOf(options: SeekOptions, lang: Language): { inputs: Inputs; question: Question } {
  const { replicates, seed, by } = options;
  const overrides = { replicates, ...(seed === undefined ? {} : { seed }) };
  const whole = loadInputs({ scenario: options.scenario, overrides, sample: options.sample ?? 1 }, lang);
  const { baseYear, endYear } = whole.scenario;
  const issues: Issue[] = [];
  const refuse = (message: LocalName) => void issues.push(said(message));
  const start = options.start ?? Math.min(Math.max(baseYear + 1, FIRST_YEAR), by);
  if (by <= baseYear || by > endYear) refuse(say.outsideHorizon('by', baseYear + 1, endYear, by));
  else if (start <= baseYear || start > by) refuse(say.outsideHorizon('start', baseYear + 1, by, start));
  const budget = options.budget === undefined ? null : Number(options.budget);
  if (budget !== null && !(budget >= 0 && Number.isFinite(budget))) refuse(say.badBudget(options.budget!));
  const target = parseTarget(options.target, options.area, whole.city);
  if ('zh' in target) refuse(target);
  const chosen = leversOf(options, whole, lang);
  issues.push(...chosen.issues);
  if (issues.length > 0 || 'zh' in target) throw new InputError(issues);
  const sample = options.sample ?? Number((defaultSample(whole.city) / 2).toPrecision(2));
  const inputs = loadInputs({ scenario: options.scenario, overrides: { ...overrides, to: by }, sample }, lang);
  const { probability, verify } = options;
  return {
    inputs,
    question: { target, years: { start, by }, probability, budget, levers: chosen.levers, replicates, verify },
  };
}

/** The levers asked for, with the costs of the `--costs` file. */
export function leversOf(
  { levers, costs }: Pick<SeekOptions, 'levers' | 'costs'>,
  { scenario, documents }: Inputs,
  lang: Language,
): { readonly levers: readonly Lever[]; readonly issues: readonly Issue[] } {
  const clauses = new Map<string, LocalName>(
    documents.flatMap(({ id, clauses }) => clauses.map((clause) => [`${id}:${clause.id}`, clause.meaning] as const)),
  );
  const sources: LeverSources = {
    scenario,
    catalogue: leverCatalogue(scenario),
    clauseName: (clause) => clauses.get(clause) ?? null,
  };
  try {
    const own = costs === undefined ? [] : readLeverFile(textOf(costs), costs, sources, lang);
    return chooseLevers(levers, own, sources);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { levers: [], issues: error.issues };
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
}
