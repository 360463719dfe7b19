import { readFileSync } from 'node:fs';
import { defaultSample } from '../analysis/calibration/default-sample.ts';
import { leverCatalogue } from '../analysis/lever/catalogue.ts';
import { chooseLevers } from '../analysis/lever/choose-levers.ts';
import type { Lever } from '../analysis/lever/lever.ts';
import { type LeverSources, readLeverFile } from '../analysis/lever/lever-file.ts';
import type { Language, Localized } from '../language/language.ts';
import { areasCalled } from '../report/readable/choice.ts';
import { type Inputs, loadInputs } from '../run/load-inputs.ts';
import { partsOf } from '../run/parts.ts';
import type { CityData } from '../scenario/city-data.ts';
import { overridesOf } from '../scenario/command-line.ts';
import { InputError, type Issue, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';
import { analysisMessages as say } from './analysis-messages.ts';
import { FIRST_YEAR } from './first-year.ts';
import type { SensitivityOptions } from './sensitivity/options.ts';
import { tellAssumed } from './tell-assumed.ts';

/** Share of the households that leaves about 50,000 persons: what analyses of hundreds of runs keep unless told. */
export const analysisSample = (city: Pick<CityData, 'areas'>): number =>
  Number((defaultSample(city) / 2).toPrecision(2));

/** Base populations that replicates take in turn: the luck of a sample is then a third of that of a single one. */
const BASES = 10;

type LeverOptions = Pick<SensitivityOptions, 'scenario' | 'seed' | 'sample' | 'start' | 'by' | 'levers' | 'costs'>;

/** A question about levers while it is read. */
interface OpenQuestion {
  /** The scenario to its own end. */
  readonly whole: Inputs;
  /** First year of the levers, and the year asked about. */
  readonly years: { readonly start: number; readonly by: number };
  /** Mistakes found so far. */
  readonly issues: Issue[];
  readonly refuse: (message: Localized) => void;
  /** The scenario to the year asked about, in a sample for hundreds of runs. */
  readonly inputs: () => Inputs;
}

/** Reads what questions about levers have in common: the scenario, and years within its horizon. */
export function openQuestion(options: LeverOptions, lang: Language): OpenQuestion {
  const { scenario } = options;
  const overrides = overridesOf(options);
  const whole = loadInputs({ scenario, overrides, sample: options.sample ?? 1 }, lang);
  tellAssumed([whole], lang);
  const { baseYear, endYear } = whole.scenario;
  const issues: Issue[] = [];
  const refuse = (message: Localized) => void issues.push(said(message));
  const by = options.by ?? endYear;
  const start = options.start ?? Math.min(Math.max(baseYear + 1, FIRST_YEAR), by);
  if (by <= baseYear || by > endYear) refuse(say.outsideHorizon('by', baseYear + 1, endYear, by));
  else if (start <= baseYear || start > by) refuse(say.outsideHorizon('start', baseYear + 1, by, start));
  const sample = options.sample ?? analysisSample(whole.city);
  const command = { city: whole.city, command: { ...whole.command, sample } };
  const inputs = (): Inputs =>
    loadInputs(
      { scenario, overrides: { ...overrides, to: by }, sample, bases: Math.min(BASES, partsOf(command)) },
      lang,
    );
  return { whole, years: { start, by }, issues, refuse, inputs };
}

/** The area asked about, by code or name; `city` beside the mistake where there is none of that name. */
export function areaOf(
  given: string,
  { areas }: Pick<CityData, 'areas'>,
): { readonly area: string; readonly issues: readonly Issue[] } {
  try {
    return { area: areasCalled([given], areas)[0]!, issues: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { area: 'city', issues: error.issues };
  }
}

/** The levers asked for, with the costs of the `--costs` file. */
export function leversOf(
  { levers, costs }: Pick<LeverOptions, 'levers' | 'costs'>,
  { scenario, documents }: Inputs,
  lang: Language,
): { readonly levers: readonly Lever[]; readonly issues: readonly Issue[] } {
  const clauses = new Map<string, Localized>(
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
