import { readFileSync } from 'node:fs';
import { fiscalAreaOf } from '../fiscal/fiscal-counts.ts';
import type { Coefficient, FiscalCounts } from '../fiscal/index.ts';
import type { Reckoning } from '../fiscal/reckoning.ts';
import { runCoefficients } from '../fiscal/run-coefficients.ts';
import type { Language } from '../language/language.ts';
import { coefficientKindsOf, readCoefficients } from '../scenario/coefficient-table.ts';
import { InputError, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';
import { toIssue } from '../scenario/finding.ts';
import { type FiscalValues, fiscalFindings, fiscalSchema } from '../scenario/fiscal-values.ts';
import { messages } from '../scenario/messages.ts';
import { readData } from '../scenario/read-data.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import type { Manifest } from './manifest.ts';

/** What the user may state beside the scenario. */
interface StatedCoefficients {
  /** YAML file of coefficients by id. */
  readonly file?: string | undefined;
  /** First year of the budget view. */
  readonly from?: number | undefined;
  /** The day of the calculation: without a first year named anywhere, the view begins with the budget prepared then. */
  readonly today?: Date | undefined;
}

/** Budgets of the next year are prepared from July on. */
const PREPARED_FROM = 6;
const nextBudget = (today: Date): number => today.getFullYear() + (today.getMonth() >= PREPARED_FROM ? 1 : 0);

/**
 * The coefficients of a finished run (`runCoefficients`), with the user's file and options.
 * @throws InputError with every mistake
 */
export function fiscalCoefficients(
  manifest: Manifest,
  { file, from, today }: StatedCoefficients,
  lang: Language,
): Coefficient[] {
  const { scenario, fiscalBases } = manifest;
  const { city, baseYear, endYear, fiscal } = scenario;
  const law = { fiscalBases, ...(fiscal ? { fiscal } : {}) };
  const all = runCoefficients(readCoefficients(readData, city), law, file === undefined ? {} : readStated(file, lang));
  const years = [baseYear + 1, endYear] as const;
  return all.map((each) => {
    if (each.id !== 'budget.from') return each;
    const usual = each.from === 'data' && today !== undefined ? { ...each, value: nextBudget(today) } : each;
    return budgetFrom(usual, from, years);
  });
}

/** What the money of a finished run's replicates is reckoned with. */
export function reckoningOfRun(
  manifest: Manifest,
  areas: readonly { readonly code: string; readonly zh: string; readonly en: string }[],
  lang: Language,
  stated: StatedCoefficients = {},
): Reckoning {
  return {
    run: fiscalRunOf(manifest),
    areas: areas.map(({ code, zh, en }) => fiscalAreaOf({ code, name: { zh, en }, level: '' })),
    coefficients: fiscalCoefficients(manifest, stated, lang),
  };
}

/** A finished run as the fiscal tables name it. */
export function fiscalRunOf({
  scenario,
  options,
  package: made,
  scenarioHash,
  resultHash,
}: Manifest): FiscalCounts['run'] {
  return {
    scenario: scenario.id,
    title: scenario.title,
    city: scenario.city,
    cityName: scenario.cityName,
    baseYear: scenario.baseYear,
    endYear: scenario.endYear,
    replicates: options.replicates,
    sample: options.sample,
    seed: options.seed,
    definition: scenario.definition,
    scenarioHash,
    resultHash,
    version: made.version,
  };
}

function readStated(file: string, lang: Language): FiscalValues {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
  const { value, source } = readYaml(text, file, fiscalSchema, lang);
  const findings = fiscalFindings(source, [], coefficientKindsOf(readData));
  if (findings.length > 0) throw new InputError(findings.map((finding) => toIssue(finding, lang)));
  return value;
}

/** The first year of the budget view lies in the run; the default moves into it, what somebody asks for must. */
function budgetFrom(
  coefficient: Coefficient,
  asked: number | undefined,
  [first, last]: readonly [number, number],
): Coefficient {
  const value = asked ?? coefficient.value;
  if (value >= first && value <= last) return { ...coefficient, value };
  if (asked === undefined && coefficient.from === 'data')
    return { ...coefficient, value: value < first ? first : last };
  const path = asked === undefined ? 'budget.from' : '--from';
  throw new InputError([{ path, ...said(messages.between(first, last, value)) }]);
}
