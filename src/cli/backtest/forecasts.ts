import { placeOf } from '../../run/input-file.ts';
import type { BacktestOptions } from './options.ts';

/** Where sealed forecasts lie: the folder asked for, or data/forecasts of the package. */
export const forecastsFolder = ({ forecasts }: BacktestOptions): string => forecasts ?? placeOf('data/forecasts');
