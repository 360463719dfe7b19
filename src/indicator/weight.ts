/** Shares and means by the indicator they are a share or a mean of: several areas are joined by it. */
const weights: Readonly<Record<string, string | null>> = {
  resident_urbanization_rate: 'resident_population',
  registered_urbanization_rate: 'registered_population',
  rate_gap: 'resident_population',
  mean_household_size: 'households',
  age_0_14_share: 'resident_population',
  age_60_plus_share: 'resident_population',
  eligible_share: 'settlement_pool',
  aware_share: 'settlement_pool',
  willing_share: 'settlement_pool',
  firm_share: 'settlement_pool',
  resident_rate_change: null,
  registered_rate_change: null,
};

/** How an indicator of several areas follows from theirs: their sum, their mean weighted by another, or not at all (null). */
export function weightOf(indicator: string): 'sum' | string | null {
  const stem = indicator.split('.')[0];
  return Object.hasOwn(weights, stem) ? weights[stem] : 'sum';
}
