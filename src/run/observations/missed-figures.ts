import { indicatorName } from '../../indicator/indicators.ts';
import { type Localized, text } from '../../language/language.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { figureTold } from './contradictions.ts';
import { type CityPlaces, placeOfFigure } from './places.ts';

/** What a fit made of a figure. */
export interface FitOfFigure {
  readonly figure: Pick<OwnFigure, 'area' | 'year' | 'indicator' | 'value' | 'error'>;
  /** False of a figure that was kept out to score the fit. */
  readonly isUsed: boolean;
  /** Middle of what the fit has; null where it has nothing. */
  readonly fitted: { readonly middle: number | null };
}

/** Standard errors of a figure beyond which a fit misses it: 95 % of sound figures lie nearer. */
const BEYOND = 2;
/** Figures told one by one, those missed by most of their errors first. */
const MOST_TOLD = 3;

/** Which of its figures a fit misses and by how much, in one line; null where it meets them all. */
export function missedFigures(fitted: readonly FitOfFigure[], city: CityPlaces): Localized | null {
  const used = fitted.filter(({ isUsed }) => isUsed);
  const missed = used
    .flatMap(({ figure, fitted: { middle } }) =>
      middle === null ? [] : [{ figure, middle, by: middle - figure.value }],
    )
    .map((each) => ({ ...each, errors: Math.abs(each.by) / each.figure.error }))
    .filter(({ errors }) => errors > BEYOND)
    .sort((a, b) => b.errors - a.errors);
  if (missed.length === 0) return null;
  const told = missed.slice(0, MOST_TOLD).map(({ figure: { area, year, indicator, value }, middle, by }) => {
    const [place, name] = [placeOfFigure(area, city), indicatorName(indicator)];
    const [its, made, off] = [value, middle, Math.abs(by)].map((each) => figureTold(indicator, each));
    return text(
      `${place.zh}${year}年${name.zh} ${its}，拟合为 ${made}（${by > 0 ? '高' : '低'} ${off}）`,
      `${name.en} of ${place.en} in ${year}: ${its}, the fit has ${made} (${off} ${by > 0 ? 'more' : 'less'})`,
    );
  });
  const rest = missed.length - told.length;
  const [zh, en] = [told.map((each) => each.zh).join('；'), told.map((each) => each.en).join('; ')];
  return text(
    `${used.length} 个自有数字中有 ${missed.length} 个拟合未达到（差距超过其标准误的两倍）：${zh}${rest > 0 ? `；另有 ${rest} 个` : ''}；逐个见 luohu calibrate 的输出`,
    `the fit misses ${missed.length} of the ${used.length} figures of your own by more than twice their standard error: ${en}${rest > 0 ? `; ${rest} more` : ''}; luohu calibrate lists them all`,
  );
}
