import type { IndicatorName } from '../../indicator/indicators.ts';
import { log } from '../../math/log.ts';

/** Scales on which a figure's misses are of one size in large and small counties. */
export const targetScales = {
  /** Logarithm of persons: misses are relative. */
  log: (persons: number) => log(persons),
  /** Percentage points, as the figure is. */
  points: (percent: number) => percent,
  /** Logarithm of the percentage of the residents, with a tenth of a point added so that a county without any has a value. */
  logShare: (persons: number, residents: number) => log((100 * persons) / residents + 0.1),
} as const satisfies Record<string, (figure: number, residents: number) => number>;

/** Figures of one kind that are fitted. */
export interface TargetKind {
  /** As an indicator of a run and as a target of the census. */
  readonly indicator: IndicatorName;
  readonly scale: keyof typeof targetScales;
  /** What the model may miss by although its parameters are right, one standard deviation on the scale: an assumption. */
  readonly discrepancy: number;
  readonly why: string;
}

/** What is fitted, by county; households and the share of children depend on none of the calibrated parameters. */
// biome-ignore format: a table to be read down, one kind a line
export const targetKinds: readonly TargetKind[] = [
  { indicator: 'resident_population', scale: 'log', discrepancy: 0.05, why: 'half a per cent a year of births missed, migration unlike the model and land changed' },
  { indicator: 'resident_urbanization_rate', scale: 'points', discrepancy: 3.5, why: 'the statistical division into town and village was redrawn between the censuses' },
  { indicator: 'age_60_plus_share', scale: 'points', discrepancy: 1.5, why: 'who leaves by age is one curve for all prefectures' },
  { indicator: 'residents_registered_elsewhere.province', scale: 'logShare', discrepancy: 0.4, why: 'inside and outside the city are parted by an assumed share' },
  { indicator: 'residents_registered_elsewhere.other_province', scale: 'logShare', discrepancy: 0.5, why: 'few people, tied to single works and markets' },
];

/** What shares are shares of. */
export const residents = 'resident_population';
