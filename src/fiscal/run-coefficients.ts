import { InputError, said } from '../scenario/errors.ts';
import { type FiscalValues, withFiscalValues } from '../scenario/fiscal-values.ts';
import { messages } from '../scenario/messages.ts';
import type { FiscalBase } from './fiscal-bases.ts';
import type { Coefficient } from './index.ts';

/**
 * The coefficients of a run, later words taking the place of earlier ones: 1 data/ for the city, 2 permits where the law of the run
 * counts them, 3 the scenario's `fiscal:`, 4 what the user states beside it.
 * @param data of the city, as `readCoefficients` gives them
 * @throws InputError where the shares of payers leave less than nothing
 */
export function runCoefficients(
  data: readonly Coefficient[],
  { fiscalBases, fiscal = {} }: { readonly fiscalBases: readonly FiscalBase[]; readonly fiscal?: FiscalValues },
  stated: FiscalValues = {},
): Coefficient[] {
  const own = withFiscalValues(withPermits(data, fiscalBases), fiscal, 'scenario');
  const all = withFiscalValues(own, stated, 'file');
  checkShares(all);
  return all;
}

/** Switches permits on where a clause in force counts them for the award. */
function withPermits(coefficients: readonly Coefficient[], fiscalBases: readonly FiscalBase[]): Coefficient[] {
  const rule = fiscalBases.find(({ subject, counts }) => subject === 'award-fund' && counts === 'permits');
  if (!rule) return [...coefficients];
  const clause = `${rule.document}:${rule.clause}`;
  const source = { zh: `运行所依文件 ${clause}`, en: clause };
  return coefficients.map((each) =>
    each.id === 'award.permits' ? { ...each, value: 1, year: rule.from, source } : each,
  );
}

/** The last payer takes what the others leave, so that the others must leave something or nothing. */
function checkShares(coefficients: readonly Coefficient[]): void {
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
        ...said(messages.sharesAddUp(Number(sum.toFixed(9)))),
      })),
    );
}
