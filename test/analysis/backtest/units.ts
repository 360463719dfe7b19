import type { Outcome } from '../../../src/analysis/backtest/unit.ts';

/** A unit of a census decade with its outcome, all of it changeable. */
export const outcomeOf = (changes: Partial<Outcome> & { readonly base?: number } = {}): Outcome => {
  const { base = 40, ...rest } = changes;
  return {
    indicator: 'resident_urbanization_rate',
    prefecture: '150300',
    area: 'city',
    level: 'prefecture',
    origin: 2010,
    year: 2020,
    past: [{ year: 2010, value: base }],
    observed: 50,
    source: 'test',
    ...rest,
  };
};
