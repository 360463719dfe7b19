import { group } from 'd3-array';
import type { Localized } from '../../language/language.ts';
import { type Assessment, assess } from '../backtest/assess.ts';
import type { Method } from '../backtest/forecaster.ts';
import { type Outcome, unitKey } from '../backtest/unit.ts';
import { withSpread } from '../backtest/with-spread.ts';
import type { CountyForecast, Learned } from './county-forecast.ts';

export const COUNTY_REGRESSION = 'county-regression';
const RESIDENTS = 'resident_population';
const URBAN = 'resident_urbanization_rate';
const SOURCE = 'census of 2020';
/** What stands for a prefecture as a whole. */
const WHOLE = 'city';

/** Residents and urban share of a piece of land: persons, and a share of them. */
interface Figures {
  readonly residents: number;
  readonly urbanShare: number;
}

/** A way to forecast every unit, without its fold. */
interface CountyMethod {
  readonly id: string;
  readonly name: Localized;
  readonly of: (each: Learned, forecast: CountyForecast) => Figures;
}

const methods: readonly CountyMethod[] = [
  {
    id: COUNTY_REGRESSION,
    name: { zh: '分县回归', en: 'county regression' },
    of: (_, { ages, urbanShare }) => ({ residents: ages.reduce((sum, count) => sum + count, 0), urbanShare }),
  },
  {
    id: 'province-shift',
    name: { zh: '全省平均变动', en: 'shift of the province' },
    of: ({ unit }) => unit.forecasts.shift,
  },
  {
    id: 'ridge',
    name: { zh: '岭回归（20个变量、省效应）', en: 'ridge, 20 covariates, province effects' },
    of: ({ unit }) => unit.forecasts.ridge,
  },
  {
    id: 'best-of-statistics',
    name: { zh: '岭回归与提升树的均值', en: 'mean of ridge and boosted trees' },
    of: ({ unit }) => unit.forecasts.best,
  },
];

/**
 * Residents and urban share of every unit and prefecture in 2020, forecast without its fold by the regression and by the statistics of
 * score-units.csv. The spread of each is that of its own errors in the other folds.
 * @param forecasts of the regression, one a unit
 */
export function assessCounties(units: readonly Learned[], forecasts: readonly CountyForecast[]): Assessment[] {
  const said = new Map<string, Readonly<Record<string, number>>>();
  const outcomes = units.flatMap((each, u) => {
    const figures = methods.map(({ id, of }) => [id, of(each, forecasts[u])] as const);
    return outcomesOf(each.unit.prefecture, each.unit.codes[2020].join('+'), countedOf([each]), figures, said);
  });
  const byPrefecture = group(
    units.map((each, u) => ({ each, forecast: forecasts[u] })),
    ({ each }) => each.unit.prefecture,
  );
  for (const [prefecture, parts] of byPrefecture) {
    const figures = methods.map(
      ({ id, of }) => [id, together(parts.map(({ each, forecast }) => of(each, forecast)))] as const,
    );
    outcomes.push(...outcomesOf(prefecture, WHOLE, countedOf(parts.map(({ each }) => each)), figures, said));
  }
  const foldOf = new Map(units.map(({ unit }) => [unit.prefecture, unit.fold]));
  const told = methods.map(
    ({ id, name }): Method => ({ id, name, learn: () => (unit) => said.get(unitKey(unit))![id] }),
  );
  return [...new Set(foldOf.values())]
    .sort((a, b) => a - b)
    .flatMap((fold) => {
      const others = outcomes.filter(({ prefecture }) => foldOf.get(prefecture) !== fold);
      const own = outcomes.filter(({ prefecture }) => foldOf.get(prefecture) === fold);
      return assess(
        own,
        told.map((method) => withSpread(method, others)),
      );
    });
}

/** Both indicators of one piece of land; what the methods say of them is put into `said`. */
function outcomesOf(
  prefecture: string,
  area: string,
  { 2010: before, 2020: after }: Readonly<Record<2010 | 2020, Figures>>,
  figures: readonly (readonly [string, Figures])[],
  said: Map<string, Readonly<Record<string, number>>>,
): Outcome[] {
  const level = area === WHOLE ? ('prefecture' as const) : ('county' as const);
  const common = { prefecture, area, level, origin: 2010, year: 2020, source: SOURCE };
  return [RESIDENTS, URBAN].map((indicator) => {
    const value = ({ residents, urbanShare }: Figures): number => (indicator === URBAN ? 100 * urbanShare : residents);
    const past = [{ year: 2010, value: value(before) }];
    const outcome = { ...common, indicator, past, observed: value(after) };
    said.set(unitKey(outcome), Object.fromEntries(figures.map(([id, each]) => [id, value(each)])));
    return outcome;
  });
}

function together(parts: readonly Figures[]): Figures {
  const residents = parts.reduce((sum, part) => sum + part.residents, 0);
  const urban = parts.reduce((sum, part) => sum + part.residents * part.urbanShare, 0);
  return { residents, urbanShare: urban / residents };
}

function countedOf(units: readonly Learned[]): Readonly<Record<2010 | 2020, Figures>> {
  const at = (year: 2010 | 2020): Figures =>
    together(
      units.map(({ unit }) => ({
        residents: unit.residents[year],
        urbanShare: unit.urban[year] / unit.residents[year],
      })),
    );
  return { 2010: at(2010), 2020: at(2020) };
}
