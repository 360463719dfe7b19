import { type DrawKey, uniform } from '../../../random/draw.ts';
import type { CityData } from '../../../scenario/city-data.ts';

/** Where the synthesis draws from: the key of the base population and the census year. */
export interface DrawSource {
  readonly key: DrawKey;
  readonly year: CityData['censusYear'];
}

/** Uniform on [0, 1) for one row and one `SynthesisDecision`. */
export const drawFor = (source: DrawSource, row: number, decision: number): number =>
  uniform(source.key, row, 0, source.year, decision);
