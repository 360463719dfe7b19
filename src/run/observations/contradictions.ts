import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import { type Localized, text } from '../../language/language.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { type CityPlaces, placeOfFigure } from './places.ts';

/** What indicators have to do with each other: the first is made of the others. */
const identities: readonly {
  readonly of: string;
  readonly from: readonly [string, string];
  readonly by: 'share' | 'difference';
}[] = [
  { of: 'resident_urbanization_rate', from: ['urban_resident_population', 'resident_population'], by: 'share' },
  { of: 'registered_urbanization_rate', from: ['urban_registered_population', 'registered_population'], by: 'share' },
  { of: 'rate_gap', from: ['resident_urbanization_rate', 'registered_urbanization_rate'], by: 'difference' },
  { of: 'natural_increase', from: ['births', 'deaths'], by: 'difference' },
];
/** Standard errors from which two figures contradict each other. */
const MANY = 3;

/** A figure as it is told: persons whole, rates to a hundredth. */
export const figureTold = (indicator: string, value: number): string =>
  isInPoints(indicator) ? value.toFixed(2) : Math.round(value).toLocaleString('en-US');

/** Figures that cannot all be right, with how far they are off: those that are reckoned from each other, whatever a model says. */
export function contradictionsIn(figures: readonly OwnFigure[], city: CityPlaces): Localized[] {
  const byKey = new Map(figures.map((figure) => [`${figure.area} ${figure.year} ${figure.indicator}`, figure]));
  return figures.flatMap((figure) => {
    const identity = identities.find(({ of }) => of === figure.indicator);
    const [a, b] = (identity?.from ?? []).map((name) => byKey.get(`${figure.area} ${figure.year} ${name}`));
    if (identity === undefined || a === undefined || b === undefined) return [];
    const isShare = identity.by === 'share';
    const reckoned = isShare ? (100 * a.value) / b.value : a.value - b.value;
    const error = isShare ? reckoned * Math.hypot(a.error / a.value, b.error / b.value) : Math.hypot(a.error, b.error);
    const off = figure.value - reckoned;
    if (Math.abs(off) <= MANY * Math.hypot(error, figure.error)) return [];
    const [name, first, second] = [figure, a, b].map(({ indicator }) => indicatorName(indicator));
    const [its, ofFirst, ofSecond] = [figure, a, b].map(({ indicator, value }) => figureTold(indicator, value));
    const [made, by] = [reckoned, off].map((value) => figureTold(figure.indicator, value));
    const place = placeOfFigure(figure.area, city);
    return [
      text(
        `${place.zh}${figure.year}年${name.zh} ${its} 与${first.zh} ${ofFirst} 和${second.zh} ${ofSecond} 不符：由后两者算得 ${made}，相差 ${by}`,
        `${place.en} ${figure.year}: ${name.en} ${its} contradicts ${first.en} ${ofFirst} and ${second.en} ${ofSecond}, which make ${made}: off by ${by}`,
      ),
    ];
  });
}
