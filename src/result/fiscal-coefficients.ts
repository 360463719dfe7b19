import { readFileSync } from 'node:fs';
import type { Coefficient } from '../fiscal/index.ts';
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
}

/**
 * The coefficients of a finished run (`runCoefficients`), with the user's file and options.
 * @throws InputError with every mistake
 */
export function fiscalCoefficients(
  manifest: Manifest,
  { file, from }: StatedCoefficients,
  lang: Language,
): Coefficient[] {
  const { scenario, fiscalBases } = manifest;
  const { city, baseYear, endYear, fiscal } = scenario;
  const law = { fiscalBases, ...(fiscal ? { fiscal } : {}) };
  const all = runCoefficients(readCoefficients(readData, city), law, file === undefined ? {} : readStated(file, lang));
  const years = [baseYear + 1, endYear] as const;
  return all.map((each) => (each.id === 'budget.from' ? budgetFrom(each, from, years) : each));
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
