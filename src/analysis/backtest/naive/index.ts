import type { Method } from '../forecaster.ts';
import { averageShift } from './average-shift.ts';
import { cohortClosed, cohortMigration } from './cohort-component.ts';
import { noChange } from './no-change.ts';
import { straightLine } from './straight-line.ts';
import { unGrowthDifference } from './un-growth-difference.ts';

/** The forecasts the model has to beat, from the simplest on. */
export const naiveMethods: readonly Method[] = [
  noChange,
  straightLine,
  averageShift,
  unGrowthDifference,
  cohortClosed,
  cohortMigration,
];
