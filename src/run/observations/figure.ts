import type { Meant } from './vocabulary.ts';

/** A figure somebody counted, as a fit takes it: persons, households, per cent. */
export interface Figure {
  /** `city` or the six-digit code of one of its areas. */
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  /** Standard error in the unit of the value. */
  readonly error: number;
  /** Whether the error was given with the figure or is the usual one of its kind. */
  readonly stated: boolean;
  readonly source: string;
  /** Where it was written. */
  readonly file: string;
  readonly line: number;
}

/** Ways of counting that are asked about: of town registers, and of residents. */
export const definitions = ['place', 'kind', 'district', 'census', 'revised', 'bulletin'] as const;
export type FigureDefinition = (typeof definitions)[number];
/** A figure with what is asked of a series of them. */
export interface ReadFigure extends Figure {
  readonly meant: Meant;
  readonly definition: FigureDefinition | null;
  readonly column: number;
}

/**
 * Usual standard errors by indicator: what bulletins of the same year are off by, judged from figures printed twice and from later
 * revisions (joint-model.md for rates, births and deaths; the others are assumptions, up to twice or half as large). Rates in points, all
 * else as a share of the value.
 */
const usual: Readonly<Record<string, { readonly points?: number; readonly share?: number }>> = {
  resident_population: { share: 0.004 },
  urban_resident_population: { share: 0.008 },
  resident_urbanization_rate: { points: 0.4 },
  registered_population: { share: 0.003 },
  urban_registered_population: { share: 0.006 },
  registered_urbanization_rate: { points: 0.2 },
  births: { share: 0.05 },
  deaths: { share: 0.07 },
  settled_reported: { share: 0.05 },
};
const OTHER = { points: 1, share: 0.08 } as const;

/**
 * Standard error of a figure without one: the usual one of its kind and the rounding it was printed with (uniform, hence a step over the
 * root of twelve), in squares.
 * @param step smallest difference the figure could have been printed with, in its unit
 */
export function usualError(indicator: string, value: number, isRate: boolean, step: number): number {
  const { points, share } = usual[indicator] ?? usual[indicator.replace(/\..*$/, '')] ?? OTHER;
  const own = isRate ? (points ?? OTHER.points) : (share ?? OTHER.share) * Math.max(Math.abs(value), 1);
  return Math.sqrt(own ** 2 + step ** 2 / 12);
}
