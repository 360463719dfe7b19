import { readFileSync } from 'node:fs';
import type { Coefficient } from '../fiscal/index.ts';
import { readYaml } from '../policy/read-yaml.ts';
import type { LocalName } from '../scenario/city-data.ts';
import { coefficientKindsOf, readCoefficients } from '../scenario/coefficient-table.ts';
import { InputError, said } from '../scenario/errors.ts';
import { fileProblem } from '../scenario/file-problem.ts';
import { toIssue } from '../scenario/finding.ts';
import { type FiscalValues, fiscalFindings, fiscalSchema, withFiscalValues } from '../scenario/fiscal-values.ts';
import { type Language, messages } from '../scenario/messages.ts';
import { readData } from '../scenario/read-data.ts';
import { parseYamlSource } from '../scenario/yaml-source.ts';
import type { Manifest } from './manifest.ts';

/** What the user may state beside the scenario. */
export interface StatedCoefficients {
  /** YAML file of coefficients by id. */
  readonly file?: string | undefined;
  /** First year of the budget view. */
  readonly from?: number | undefined;
}

/** Sentence for payers whose shares leave less than nothing. */
export type SharesMessage = (key: string, sum: number) => LocalName;

/**
 * The coefficients of a run, later words taking the place of earlier ones: 1 data/ for the city, 2 permits where the law of the run
 * counts them, 3 the scenario's `fiscal:`, 4 the user's file and options.
 * @throws InputError with every mistake
 */
export function fiscalCoefficients(
  manifest: Manifest,
  { file, from }: StatedCoefficients,
  lang: Language,
  tooMuch: SharesMessage,
): Coefficient[] {
  const { city, baseYear, endYear, fiscal = {} } = manifest.scenario;
  const own = withFiscalValues(withPermits(readCoefficients(readData, city), manifest), fiscal, 'scenario');
  const all = withFiscalValues(own, file === undefined ? {} : readStated(file, lang), 'file');
  checkShares(all, tooMuch);
  const years = [baseYear + 1, endYear] as const;
  return all.map((each) => (each.id === 'budget.from' ? budgetFrom(each, from, years) : each));
}

/** Switches permits on where a clause in force counts them for the award. */
function withPermits(coefficients: readonly Coefficient[], { fiscalBases }: Manifest): Coefficient[] {
  const rule = fiscalBases.find(({ subject, counts }) => subject === 'award-fund' && counts === 'permits');
  if (!rule) return [...coefficients];
  const source = `${rule.document}:${rule.clause}`;
  return coefficients.map((each) =>
    each.id === 'award.permits' ? { ...each, value: 1, year: rule.from, source } : each,
  );
}

function readStated(file: string, lang: Language): FiscalValues {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
  const { value } = readYaml(text, file, fiscalSchema, lang);
  const findings = fiscalFindings(parseYamlSource(file, text, lang), [], coefficientKindsOf(readData));
  if (findings.length > 0) throw new InputError(findings.map((finding) => toIssue(finding, lang)));
  return value;
}

/** The last payer takes what the others leave, so that the others must leave something or nothing. */
function checkShares(coefficients: readonly Coefficient[], tooMuch: SharesMessage): void {
  const sums = new Map<string, number>();
  for (const { id, value } of coefficients) {
    const key = /^payer\.(\w+)\./.exec(id)?.[1] ?? (id.startsWith('pool.share.') ? 'pool' : undefined);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + value);
  }
  const over = [...sums].filter(([, sum]) => sum > 1 + 1e-9);
  if (over.length > 0)
    throw new InputError(
      over.map(([key, sum]) => ({
        path: key === 'pool' ? 'pool.share' : `payer.${key}`,
        ...said(tooMuch(key, Number(sum.toFixed(9)))),
      })),
    );
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
