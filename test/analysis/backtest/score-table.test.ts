import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '../../../src/analysis/backtest/assess.ts';
import { comparable, comparablePast } from '../../../src/analysis/backtest/comparable.ts';
import type { Forecast, Forecaster } from '../../../src/analysis/backtest/forecaster.ts';
import { rollOrigin } from '../../../src/analysis/backtest/roll-origin.ts';
import { rollingOutcomes } from '../../../src/analysis/backtest/rolling-outcomes.ts';
import { decadeOrLess, scoreTable } from '../../../src/analysis/backtest/score-table.ts';
import { forecastsCsv, scoresCsv } from '../../../src/analysis/backtest/tables.ts';
import type { Outcome, Unit } from '../../../src/analysis/backtest/unit.ts';
import { verdicts } from '../../../src/analysis/backtest/verdict.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { outcomeOf } from './units.ts';

const forecaster = (id: string, forecast: (unit: Unit) => Forecast | null): Forecaster => ({
  id,
  name: { zh: id, en: id },
  forecast: (unit) => forecast(unit) ?? { because: { zh: '无', en: 'nothing known' } },
});
const point = (value: number): Forecast => ({ point: value, spread: null });
const six = Array.from({ length: 6 }, (_, n) => outcomeOf({ prefecture: `p${n}`, observed: 50 + n }));

describe('scoreTable', () => {
  const rates = [outcomeOf({ observed: 50 }), outcomeOf({ prefecture: '150400', observed: 40 })];

  it('measures rates in percentage points', () => {
    const [row] = scoreTable(assess(rates, [forecaster('a', () => point(46))]), 'a');
    expect(row).toMatchObject({ units: 2, unitsOfGroup: 2, prefectures: 2, bias: 1, meanAbsoluteError: 5, crps: 5 });
    expect(row).toMatchObject({ coverage90: NaN, intervalScore90: NaN, errorDifference: null, because: null });
  });

  it('measures counts in percent of what was observed', () => {
    const counts = rates.map((unit, n) => ({ ...unit, indicator: 'resident_population', observed: [200, 1000][n] }));
    const members = [100, 300];
    const [row] = scoreTable(assess(counts, [forecaster('a', () => ({ point: 300, spread: { members } }))]), 'a');
    expect(row.bias).toBeCloseTo((50 - 70) / 2, 10);
    expect(row.meanAbsoluteError).toBeCloseTo((50 + 70) / 2, 10);
    expect(row.coverage90).toBe(0.5);
    // CRPS of 100 and 300 at 200: 100 - 400 / 4; at 1000: 800 - 100
    expect(row.crps).toBeCloseTo((0 / 2 + 70) / 2, 10);
  });

  it('scores kept intervals without the members', () => {
    const spread = { half: { low: 48, high: 52 }, wide: { low: 40, high: 60 } };
    const [row] = scoreTable(assess(rates, [forecaster('a', () => ({ point: 50, spread }))]), 'a');
    expect(row).toMatchObject({ coverage50: 0.5, coverage90: 1, intervalScore90: 20, crps: NaN });
  });

  it('holds forecasters against the reference on the units both speak of', () => {
    const some = forecaster('b', ({ prefecture }) => (prefecture === '150400' ? point(41) : null));
    const rows = scoreTable(assess(rates, [forecaster('a', () => point(47)), some]), 'a');
    expect(rows[1]).toMatchObject({ forecaster: 'b', units: 1, unitsOfGroup: 2, because: { en: 'nothing known' } });
    expect(rows[1].errorDifference).toMatchObject({ mean: 1 - 7, clusters: 1 });
  });

  it('keeps indicators, levels and horizons apart, rates and prefectures first', () => {
    const units = [
      outcomeOf({ indicator: 'registered_population' }),
      outcomeOf({ indicator: 'resident_population', level: 'county' }),
      outcomeOf({ indicator: 'resident_population' }),
      outcomeOf({ year: 2015 }),
      outcomeOf({ level: 'county' }),
      outcomeOf({}),
    ];
    const rows = scoreTable(assess(units, [forecaster('a', () => point(1))]), 'a');
    expect(rows.map(({ indicator, level, horizon }) => `${indicator} ${level} ${horizon}`)).toEqual([
      'resident_urbanization_rate prefecture 5',
      'resident_urbanization_rate prefecture 10',
      'resident_urbanization_rate county 10',
      'resident_population prefecture 10',
      'resident_population county 10',
      'registered_population prefecture 10',
    ]);
  });

  it('scores several horizons together where asked to', () => {
    const units = [2011, 2014, 2019, 2020].map((year) => outcomeOf({ year }));
    const rows = scoreTable(assess(units, [forecaster('a', () => point(1))]), 'a', decadeOrLess);
    expect(rows.map(({ horizon, units }) => [horizon, units])).toEqual([
      ['1-9', 3],
      ['10', 1],
    ]);
  });

  it('does not ask a forecaster what it is not meant for', () => {
    const rate = { ...forecaster('a', () => point(1)), speaksOf: (name: string) => name.endsWith('_rate') };
    expect(assess([outcomeOf({ indicator: 'resident_population' }), outcomeOf()], [rate])).toHaveLength(1);
  });
});

describe('verdicts', () => {
  const against = (model: number, naive: (unit: Outcome) => Forecast | null, units = six): Assessment[] =>
    assess(units, [
      forecaster('model', (unit) => point((unit as Outcome).observed + model)),
      forecaster('naive', (unit) => naive(unit as Outcome)),
      forecaster('worse', () => point(0)),
    ]);
  const closerOf = (assessments: Assessment[]) =>
    verdicts(scoreTable(assessments, 'model'), 'model').map(({ measure, naive, closer }) => [
      measure,
      naive.forecaster,
      closer,
    ]);

  it('say plainly when the naive forecast wins', () => {
    expect(closerOf(against(3, ({ observed }) => point(observed + 1)))).toEqual([
      ['error', 'naive', 'naive'],
      ['crps', 'naive', 'naive'],
    ]);
  });
  it('and when the model does', () => {
    expect(closerOf(against(1, ({ observed }) => point(observed + 3)))[0]).toEqual(['error', 'naive', 'model']);
  });
  it('leave it open where the interval of the difference holds zero', () => {
    const mixed = ({ prefecture, observed }: Outcome) =>
      point(observed + (Number(prefecture.slice(1)) % 2 === 0 ? 1 : 3));
    expect(closerOf(against(2, mixed))[0]).toEqual(['error', 'naive', 'undecided']);
  });
  it('leave it open with fewer than five prefectures, however clear', () => {
    expect(closerOf(against(0, ({ observed }) => point(observed + 9), six.slice(0, 4)))[0][2]).toBe('undecided');
  });
  it('count only naive forecasts that speak of every unit', () => {
    const partly = ({ prefecture, observed }: Outcome) => (prefecture === 'p0' ? null : point(observed));
    expect(closerOf(against(1, partly))[0]).toEqual(['error', 'worse', 'model']);
  });
});

describe('tables', () => {
  it('print one line a forecast, and why there is none', () => {
    const members = [10, 20, 30];
    const assessments = assess(
      [outcomeOf({ observed: 21 })],
      [forecaster('a', () => ({ point: 20, spread: { members } })), forecaster('b', () => null)],
    );
    expect(forecastsCsv(assessments).split('\n').slice(1, 3)).toEqual([
      '150300,city,resident_urbanization_rate,2010,2020,a,40,20,11,15,20,25,29,21,test,',
      '150300,city,resident_urbanization_rate,2010,2020,b,40,,,,,,,21,test,nothing known',
    ]);
    expect(scoresCsv(scoreTable(assessments, 'a')).split('\n')[1]).toMatch(
      /^resident_urbanization_rate,prefecture,10,a,1,1,1,-1,1,/,
    );
  });
});

describe('rolled origins', () => {
  it('never reach across 2019/2020, but from census to census', () => {
    expect([comparable(2015, 2019), comparable(2020, 2022), comparable(2010, 2020)]).toEqual([true, true, true]);
    expect([comparable(2019, 2020), comparable(2010, 2021), comparable(2018, 2022)]).toEqual([false, false, false]);
    const series = [2009, 2010, 2015, 2019, 2020, 2021].map((year) => ({ year, value: year }));
    expect(comparablePast(series, 2020).map(({ year }) => year)).toEqual([2010, 2020]);
    expect(comparablePast(series, 2015).map(({ year }) => year)).toEqual([2009, 2010, 2015]);
  });

  it('take every published year as an origin once', () => {
    const units = rollingOutcomes(readData).filter(
      ({ prefecture, indicator }) => prefecture === '150400' && indicator === 'registered_population',
    );
    // yearbook figures of 2005-2022, without 2005, which has nothing before it
    const ahead = (years: number) =>
      units.filter(({ origin, year }) => year - origin === years).map(({ year }) => year);
    expect(ahead(1)).toEqual([
      2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2021, 2022,
    ]);
    expect(ahead(5)).toEqual([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019]);
    expect(units.every(({ past, origin }) => past.at(-1)!.year === origin && past.length >= 2)).toBe(true);
  });

  it('learn from what had come elsewhere by the origin, and from nothing else', () => {
    const units = [
      outcomeOf({ prefecture: 'a', origin: 2005, year: 2010, past: [{ year: 2005, value: 1 }] }),
      outcomeOf({ prefecture: 'b', origin: 2005, year: 2010, past: [{ year: 2005, value: 1 }] }),
      outcomeOf({ prefecture: 'b', origin: 2006, year: 2011, past: [{ year: 2006, value: 1 }] }),
      outcomeOf({ prefecture: 'a', origin: 2010, year: 2015, past: [{ year: 2010, value: 1 }] }),
    ];
    const learned: string[] = [];
    rollOrigin(units, (training) => {
      learned.push(training.map(({ prefecture, year }) => `${prefecture}${year}`).join(' '));
      return [];
    });
    expect(learned).toEqual(['', '', '', 'b2010']);
  });
});
