import type { Method } from '../forecaster.ts';
import { averageShift } from './average-shift.ts';
import { cohortClosed, cohortMigration } from './cohort-component.ts';
import { noChange } from './no-change.ts';
import { straightLine } from './straight-line.ts';
import { unGrowthDifference } from './un-growth-difference.ts';

/** Those that need nothing but the series itself and those of other places, from the simplest on. */
export const seriesMethods: readonly Method[] = [noChange, straightLine, averageShift, unGrowthDifference];

/** The forecasts the model has to beat: those, and the ones that start from a census by age. */
export const naiveMethods: readonly Method[] = [...seriesMethods, cohortClosed, cohortMigration];
