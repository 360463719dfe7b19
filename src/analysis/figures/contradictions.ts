import { indicatorName } from '../../indicator/indicators.ts';
import { type Localized, text } from '../../language/language.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import type { FittedFigure } from './fitted-figure.ts';

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
/** Standard errors from which two figures contradict each other, and others and a figure. */
const MANY = 3;

/** Figures that cannot all be right, with how far they are off: those that are reckoned from each other, whatever a model says. */
export function contradictionsIn(figures: readonly OwnFigure[]): Localized[] {
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
    const digits = isShare ? 2 : 0;
    return [
      text(
        `${figure.year} 年${name.zh} ${figure.value} 与${first.zh} ${a.value} 和${second.zh} ${b.value} 不符：由后两者算得 ${reckoned.toFixed(digits)}，相差 ${off.toFixed(digits)}`,
        `${figure.year}: ${name.en} ${figure.value} contradicts ${first.en} ${a.value} and ${second.en} ${b.value}, which make ${reckoned.toFixed(digits)}: off by ${off.toFixed(digits)}`,
      ),
    ];
  });
}

/** Figures that neither the others nor what was thought before bear out. */
export const surprisesIn = (figures: readonly FittedFigure[]): FittedFigure[] =>
  figures.filter(({ isUsed, surprise }) => isUsed && Math.abs(surprise) > MANY);
