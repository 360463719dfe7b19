import { group } from 'd3-array';
import type { Localized } from '../../language/language.ts';
import { type Assessment, assess } from '../backtest/assess.ts';
import type { Forecaster, Method, NotApplicable } from '../backtest/forecaster.ts';
import { type Outcome, type Unit, unitKey } from '../backtest/unit.ts';
import { withSpread } from '../backtest/with-spread.ts';
import { ageShares, bothSexes } from './closed-ages.ts';
import { agesOf } from './county-census.ts';
import type { CountyForecast, Learned } from './county-forecast.ts';

export const COUNTY_REGRESSION = 'county-regression';
const RESIDENTS = 'resident_population';
const CHILDREN = 'children_0_9';
/** Indicators that add up over areas; the others are shares of residents. */
export const COUNTS: ReadonlySet<string> = new Set([RESIDENTS, CHILDREN]);
const SOURCE = 'census of 2020';
/** What stands for a prefecture as a whole. */
export const WHOLE = 'city';

/** What is said of a piece of land: residents and children as persons, and shares of residents, 0..1; undefined where a method does not say. */
interface Figures {
  readonly residents: number;
  readonly urbanShare: number;
  readonly young?: number;
  readonly old?: number;
  /** Persons of 0-9. */
  readonly children?: number;
}

/** Indicators that are scored, and where they stand among the figures; shares are told in percent. */
const shares = {
  resident_urbanization_rate: 'urbanShare',
  age_0_14_share: 'young',
  age_60_plus_share: 'old',
} as const satisfies Record<string, keyof Figures>;
type ShareName = keyof typeof shares;
const indicators = [RESIDENTS, CHILDREN, ...(Object.keys(shares) as ShareName[])] as const;

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
    of: (_, { ages, urbanShare }) => {
      const [young, old] = ageShares(ages);
      return {
        residents: ages.reduce((sum, count) => sum + count, 0),
        urbanShare,
        young,
        old,
        children: childrenOf(ages),
      };
    },
  },
  {
    id: 'closed-population',
    name: { zh: '无迁移的封闭人口，城镇化率不变', en: 'births and deaths alone, urban share unchanged' },
    of: ({ unit, closed }) => {
      const [young, old] = ageShares(closed);
      const residents = closed.reduce((sum, count) => sum + count, 0);
      return {
        residents,
        urbanShare: unit.urban[2010] / unit.residents[2010],
        young,
        old,
        children: childrenOf(closed),
      };
    },
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

const notSaid: NotApplicable = { because: { zh: '不预测年龄', en: 'does not forecast ages' } };

/** What came of the units of a prefecture, and of all of them together. */
export function countyOutcomes(units: readonly Learned[]): Outcome[] {
  const whole = group(units, ({ unit }) => unit.prefecture);
  return [
    ...units.flatMap((each) => outcomesOf(each.unit.prefecture, each.unit.codes[2020].join('+'), countedOf([each]))),
    ...[...whole].flatMap(([prefecture, parts]) => outcomesOf(prefecture, WHOLE, countedOf(parts))),
  ];
}

/**
 * Residents, urban share and ages of every unit and prefecture in 2020, forecast without its fold by the regression and by the statistics of
 * score-units.csv. The spread of each is that of its own errors in the other folds.
 * @param forecasts of the regression, one a unit
 * @param models forecasters with a spread of their own, asked first
 */
export function assessCounties(
  units: readonly Learned[],
  forecasts: readonly CountyForecast[],
  models: readonly Forecaster[] = [],
): Assessment[] {
  const said = new Map<string, Readonly<Record<string, number>>>();
  const outcomes = countyOutcomes(units);
  const say = (prefecture: string, area: string, figures: readonly (readonly [string, Figures])[]): void => {
    for (const indicator of indicators) {
      const values = figures.map(([id, each]) => [id, figureOf(each, indicator)] as const);
      said.set(unitKey({ prefecture, area, indicator, origin: 2010, year: 2020 } as Unit), Object.fromEntries(values));
    }
  };
  const byPrefecture = group(
    units.map((each, u) => ({ each, forecast: forecasts[u] })),
    ({ each }) => each.unit.prefecture,
  );
  for (const [prefecture, parts] of byPrefecture) {
    const figuresOf = parts.map(({ each, forecast }) => methods.map(({ id, of }) => [id, of(each, forecast)] as const));
    parts.forEach(({ each }, n) => {
      say(prefecture, each.unit.codes[2020].join('+'), figuresOf[n]);
    });
    const whole = methods.map(({ id }, m) => [id, together(figuresOf.map((figures) => figures[m][1]))] as const);
    say(prefecture, WHOLE, whole);
  }
  const foldOf = new Map(units.map(({ unit }) => [unit.prefecture, unit.fold]));
  const told = methods.map(
    ({ id, name }): Method => ({
      id,
      name,
      learn: () => (unit) => {
        const value = said.get(unitKey(unit))![id];
        return Number.isNaN(value) ? notSaid : value;
      },
    }),
  );
  return [...new Set(foldOf.values())]
    .sort((a, b) => a - b)
    .flatMap((fold) => {
      const others = outcomes.filter(({ prefecture }) => foldOf.get(prefecture) !== fold);
      const own = outcomes.filter(({ prefecture }) => foldOf.get(prefecture) === fold);
      return assess(own, [...models, ...told.map((method) => withSpread(method, others))]);
    });
}

function figureOf(figures: Figures, indicator: (typeof indicators)[number]): number {
  if (indicator === RESIDENTS) return figures.residents;
  if (indicator === CHILDREN) return figures.children ?? Number.NaN;
  return 100 * (figures[shares[indicator]] ?? Number.NaN);
}

/** Persons of 0-9 among those of five-year groups. */
const childrenOf = (ages: Float64Array): number => ages[0] + ages[1];

/** The indicators of one piece of land. */
function outcomesOf(
  prefecture: string,
  area: string,
  { 2010: before, 2020: after }: Readonly<Record<2010 | 2020, Figures>>,
): Outcome[] {
  const level = area === WHOLE ? ('prefecture' as const) : ('county' as const);
  const common = { prefecture, area, level, origin: 2010, year: 2020, source: SOURCE };
  return indicators.map((indicator) => ({
    ...common,
    indicator,
    past: [{ year: 2010, value: figureOf(before, indicator) }],
    observed: figureOf(after, indicator),
  }));
}

/** Of several pieces of land together; shares are weighted by residents. */
function together(parts: readonly Figures[]): Figures {
  const residents = parts.reduce((sum, part) => sum + part.residents, 0);
  const mean = (of: (part: Figures) => number): number =>
    parts.reduce((sum, part) => sum + part.residents * of(part), 0) / residents;
  return {
    residents,
    urbanShare: mean(({ urbanShare }) => urbanShare),
    young: mean(({ young = Number.NaN }) => young),
    old: mean(({ old = Number.NaN }) => old),
    children: parts.reduce((sum, { children = Number.NaN }) => sum + children, 0),
  };
}

function countedOf(units: readonly Learned[]): Readonly<Record<2010 | 2020, Figures>> {
  const at = (year: 2010 | 2020): Figures =>
    together(
      units.map(({ unit, row, counted }) => {
        const ages = year === 2010 ? bothSexes(agesOf(row)) : counted;
        const [young, old] = ageShares(ages);
        const children = childrenOf(ages);
        return {
          residents: unit.residents[year],
          urbanShare: unit.urban[year] / unit.residents[year],
          young,
          old,
          children,
        };
      }),
    );
  return { 2010: at(2010), 2020: at(2020) };
}
