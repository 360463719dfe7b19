import { group } from 'd3-array';
import type { OwnFigure, Scenario } from '../../scenario/scenario.ts';
import { comparable, comparablePast } from './comparable.ts';
import type { ObservedSeries } from './observed-series.ts';
import type { Outcome, Unit } from './unit.ts';

/**
 * Figures of the user's own as what came of a forecast. A series that was published to the base year is forecast from there; any other from
 * its own first figure, so that naive forecasts have something to start from. Figures on the other side of the break of 2020 are left out.
 * @param published series of the place and its areas
 * @returns one outcome a figure after the origin, persons or percent, up to the last year of the run
 */
export function ownOutcomes(
  figures: readonly OwnFigure[],
  { city, baseYear, endYear }: Pick<Scenario, 'city' | 'baseYear' | 'endYear'>,
  published: readonly ObservedSeries[],
): Outcome[] {
  return [...group(figures, ({ area, indicator }) => `${area} ${indicator}`).values()].flatMap((own) => {
    const byYear = [...own].sort((a, b) => a.year - b.year);
    const past = pastOf(byYear, published, baseYear);
    const origin = past.at(-1)?.year;
    if (origin === undefined) return [];
    return byYear
      .filter(({ year }) => year > origin && year <= endYear && comparable(origin, year))
      .map(({ area, indicator, year, value, source }): Outcome => {
        const unit: Unit = { indicator, prefecture: city, area, level: levelOf(area), origin, year, past };
        return { ...unit, observed: value, source };
      });
  });
}

const levelOf = (area: string): Unit['level'] => (area === 'city' ? 'prefecture' : 'county');

/** What a naive forecast may know: the published series where it reaches the base year, else the first own figure from then on. */
function pastOf(byYear: readonly OwnFigure[], published: readonly ObservedSeries[], baseYear: number): Unit['past'] {
  const [{ area, indicator }] = byYear;
  const known = published.find((series) => series.area === area && series.indicator === indicator)?.points ?? [];
  const past = comparablePast(known, baseYear).map(({ year, value }) => ({ year, value }));
  if (past.at(-1)?.year === baseYear) return past;
  const first = byYear.find(({ year }) => year >= baseYear);
  return first === undefined ? [] : [{ year: first.year, value: first.value }];
}
