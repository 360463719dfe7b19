import { type IndicatorName, isSummed } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { comparedMoney } from '../../indicator/table/money.ts';
import { seriesIn } from '../compare/series.ts';
import { moneyCounts } from '../paired/money.ts';

const attributedNames = [
  'settled_persons',
  'registered_urbanization_rate',
  'registered_urbanization_rate.by_place',
  'resident_urbanization_rate',
  'rate_gap',
  'urban_resident_population',
  'permit_holders',
  'left_behind_children',
] as const satisfies readonly IndicatorName[];

/** What an effect is told in: flows added up since the base year, and the money they lead to. */
const attributed = [...attributedNames, ...comparedMoney].map((indicator) => ({
  indicator,
  counted: isSummed(indicator) ? ('cumulative' as const) : ('year' as const),
}));

/** What can be missing, and the indicators that count it. */
export const shortages = {
  school: [
    'school_places_short.preschool',
    'school_places_short.primary',
    'school_places_short.junior',
    'school_places_short.senior',
  ],
  rental: ['public_rental_waiting'],
} as const satisfies Readonly<Record<string, readonly IndicatorName[]>>;

/** Every indicator an attribution keeps of a run. */
export const keptIndicators: readonly string[] = [
  ...new Set([...attributedNames, ...shortages.school, ...shortages.rental, ...moneyCounts]),
];

/** A cell of the outcome vector. */
export interface Cell {
  readonly indicator: string;
  readonly counted: 'year' | 'cumulative';
  readonly area: string;
  readonly year: number;
}

/** The cells of a run: by indicator, area and year, the base year left out, for nothing differs there. */
export const cellsOf = ({ areas, years }: Pick<ReplicateResult, 'areas' | 'years'>): Cell[] =>
  attributed.flatMap(({ indicator, counted }) =>
    areas.flatMap((area) => years.slice(1).map((year): Cell => ({ indicator, counted, area, year }))),
  );

/**
 * Values of one replicate in the order of `cellsOf`.
 * @param result with its money
 */
export const outcomeOf = (result: ReplicateResult): Float64Array =>
  Float64Array.from(
    attributed.flatMap(({ indicator, counted }) =>
      result.areas.flatMap((_, a) =>
        seriesIn(result, result.indicators.indexOf(indicator), a, counted === 'cumulative').slice(1),
      ),
    ),
  );
