import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../src/analysis/document-targets/measures.ts';
import { breakSentences, targetSentences } from '../../src/analysis/document-targets/sentences.ts';
import {
  type TargetProbability,
  targetProbabilities,
} from '../../src/analysis/document-targets/target-probabilities.ts';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { documentTargets } from '../../src/policy/document-targets.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { loadObservations } from '../../src/scenario/load-observations.ts';
import { readData } from '../../src/scenario/read-data.ts';

const documents = readDocuments(readData);
const named = (id: string): PolicyDocument[] => documents.filter((document) => document.id === id);

type Numbers = (indicator: string, year: number, area: string) => number;

/** A replicate with every indicator of a real run, over a city of two areas. */
function result(replicate: number, years: readonly number[], number: Numbers): ReplicateResult {
  const areas = ['city', 'a', 'b'];
  const cells = years.flatMap((year) =>
    areas.flatMap((area) => indicatorNames.map((name) => number(name, year, area))),
  );
  return {
    replicate,
    indicators: indicatorNames,
    years,
    areas,
    values: Float64Array.from(cells),
    settlements: new Float64Array(),
    routes: [],
    personYears: 0,
  };
}

const years = Array.from({ length: 11 }, (_, i) => 2010 + i);

/** Sanmenxia as its plan wanted it: 27 % in 2015 and two points a year, the resident rate 1.5 points a year, 46,000 settlers. */
const planned =
  (pace = 2): Numbers =>
  (indicator, year) => {
    if (indicator.startsWith('registered_urbanization_rate')) return 27 + pace * (year - 2015);
    if (indicator === 'resident_urbanization_rate') return 50 + 1.5 * (year - 2015);
    if (indicator === 'rate_gap') return 23 + (1.5 - pace) * (year - 2015);
    return indicator === 'settled_persons' ? 46_000 : 0;
  };
const rowsOf = (rows: readonly TargetProbability[], clause: string) => rows.filter((row) => row.clause === clause);

describe('the targets of Sanmenxia', () => {
  const met = targetProbabilities(named('sanmenxia-2019'), [result(0, years, planned()), result(1, years, planned())]);
  const missed = targetProbabilities(named('sanmenxia-2019'), [result(0, years, planned(1.8))]);

  test('are the four of its first section', () => {
    expect([...new Set(met.map(({ clause }) => clause))]).toEqual(['1.a', '1.b', '1.c', '1.d']);
  });

  test('are met exactly by what they ask for', () => {
    for (const row of met) expect([row.clause, row.probability, row.replicates]).toEqual([row.clause, 1, 2]);
    expect(rowsOf(met, '1.a')[0]).toMatchObject({ years: [2015, 2020] });
    expect(rowsOf(met, '1.a')[0]?.value.mean).toBeCloseTo(2, 12);
    expect(rowsOf(met, '1.b')[0]?.value.mean).toBe(46_000);
    expect(rowsOf(met, '1.c')[0]?.value.mean).toBe(37);
    expect(rowsOf(met, '1.d')[0]?.value.mean).toBeCloseTo(-2.5, 12);
  });

  test('are missed by a little less', () => {
    for (const clause of ['1.a', '1.c', '1.d']) {
      for (const row of rowsOf(missed, clause)) expect(row.probability, clause).toBe(0);
    }
  });

  test('are read in each way the statistics leave open', () => {
    expect(rowsOf(met, '1.c').map(({ measure }) => measure.terms[0].indicator)).toEqual([
      'registered_urbanization_rate',
      'registered_urbanization_rate.by_place',
      'registered_urbanization_rate.by_kind',
    ]);
    expect(rowsOf(met, '1.b').map(({ measure }) => measure.terms.map(({ indicator }) => indicator).join('+'))).toEqual([
      'settled_persons',
      'settled_persons+reclassified_registers',
    ]);
  });

  test('in every area count as missed where one area misses', () => {
    const oneArea: Numbers = (indicator, year, area) =>
      area === 'b' && indicator === 'rate_gap' ? 20 : planned()(indicator, year, area);
    const rows = rowsOf(targetProbabilities(named('sanmenxia-2019'), [result(0, years, oneArea)]), '1.d');
    const [everywhere] = rows.filter(({ measure }) => measure.scope === 'every area');
    expect(everywhere).toMatchObject({ probability: 0 });
    expect(everywhere?.value.mean).toBe(0);
    expect(rows.find(({ measure }) => measure.scope === 'city')?.probability).toBe(1);
  });

  test('cannot be scored by a run from 2020', () => {
    const late = targetProbabilities(named('sanmenxia-2019'), [result(0, [2020, 2021], planned())]);
    expect(rowsOf(late, '1.c')[0]).toMatchObject({ covered: true });
    for (const clause of ['1.a', '1.b', '1.d']) {
      for (const row of rowsOf(late, clause)) {
        expect(row.covered).toBe(false);
        expect(row.probability).toBeNaN();
      }
    }
    // once, however the promise is read
    expect(targetSentences(rowsOf(late, '1.a'))).toEqual([
      {
        zh: 'sanmenxia-2019 1.a：户籍人口城镇化率2016–2020年年均变动至少2个百分点：需要2015至2020年，运行不含。',
        en: 'sanmenxia-2019 1.a: registered urbanization rate, change a year in 2016-2020 at least 2 points: needs the years 2015 to 2020, which the run does not hold.',
      },
    ]);
  });

  test('cross the break of the census, and say by how much it was', () => {
    const observed = loadObservations(readData, '411200', []);
    const [said, ...more] = breakSentences(met, observed);
    expect(more).toEqual([]);
    expect(said?.en).toContain('57.70 % in 2019 (bulletin, not revised), 57.26 % in 2020 (census)');
    expect(said?.zh).toContain('2019年57.70%');
    expect(breakSentences(met, [])).toEqual([]);
    expect(breakSentences(rowsOf(met, '1.c'), observed)).toEqual([]);
  });
});

describe('the target of Qingyang', () => {
  const horizon = [2020, 2021, 2022, 2023, 2024, 2025];
  const at =
    (registered: number, resident: number): Numbers =>
    (indicator) =>
      indicator.startsWith('registered_urbanization_rate') ? registered : resident;
  const rows = targetProbabilities(named('qingyang-2022'), [
    result(0, horizon, at(24, 46.2)),
    result(1, horizon, at(37.9, 46.2)),
    result(2, horizon, at(38.1, 49)),
    result(3, horizon, at(36.5, 47.9)),
  ]);
  const of = (reading: string, sense: string) =>
    rows.find(({ target, measure }) => target.reading === reading && measure.sense === sense)!;

  test('is scored under each reading, as about and as reached', () => {
    expect(of('registered-37', 'about').probability).toBe(0.5);
    expect(of('registered-37', 'at-least').probability).toBe(0.5);
    // the resident rate passed 37 % before the document was signed: reached, but not about
    expect(of('resident-37', 'about').probability).toBe(0);
    expect(of('resident-37', 'at-least').probability).toBe(1);
    expect(of('misprint-47', 'about').probability).toBe(0.75);
  });

  test('has a standard error and an interval that is never empty', () => {
    expect(of('registered-37', 'about').standardError).toBeCloseTo(0.25, 12);
    // Wilson score interval of 0 of 4 at 90 %: z^2 / (n + z^2) = 0.403
    const { interval, standardError } = of('resident-37', 'about');
    expect(standardError).toBe(0);
    expect(interval[0]).toBeCloseTo(0, 12);
    expect(interval[1]).toBeCloseTo(0.4034, 3);
  });

  test('moves with the town share that the base population was given', () => {
    const baseShare = { value: 0.21, low: 0.18, high: 0.26 };
    const shifted = targetProbabilities(named('qingyang-2022'), [result(0, horizon, at(33, 46))], { baseShare });
    const reached = shifted.filter(({ measure }) => measure.sense === 'at-least');
    expect(reached.find(({ target }) => target.reading === 'registered-37')?.byBaseShare).toEqual([0, 1]);
    expect(reached.find(({ target }) => target.reading === 'resident-37')?.byBaseShare).toEqual([1, 1]);
    const [said] = targetSentences(shifted.filter(({ measure }) => measure.sense === 'at-least'));
    expect(said?.en).toContain('0 % to 100 % over the range of the town share assumed for the base year');
  });

  test('is told in both languages with the same figures', () => {
    for (const { zh, en } of targetSentences(rows)) {
      const figures = (text: string) => text.match(/\d+(\.\d+)?/g)?.sort();
      expect(figures(zh)).toEqual(figures(en));
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

test('every number promised in data/documents can be scored in some way', () => {
  for (const target of documents.flatMap(documentTargets)) {
    expect(measuresOf(target), `${target.document} ${target.clause}`).not.toEqual([]);
  }
});

test('documents without numbers promise nothing that could be scored', () => {
  expect(targetProbabilities(named('chifeng-2016'), [result(0, years, planned())])).toEqual([]);
  expect(targetProbabilities([], [])).toEqual([]);
});

test('without replicates nothing is covered', () => {
  for (const { covered, probability } of targetProbabilities(named('sanmenxia-2019'), [])) {
    expect(covered).toBe(false);
    expect(probability).toBeNaN();
  }
});
