import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import type { ReplicateInput } from '../../src/kernel/types.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import type { LawOptions } from '../../src/policy/select-rules.ts';
import type { Definition } from '../../src/scenario/scenario.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';

/**
 * Runs obey the law. One sampled population lives under the law of each city in turn: its two districts and five counties
 * take the codes of that city's, so that rules for districts, counties and named places find theirs.
 */
const laws = {
  baotou: ['150203', '150204', '150207', '150221', '150222', '150223', '150206'],
  chifeng: ['150402', '150403', '150421', '150422', '150423', '150425', '150429'],
  qingyang: ['621002', '621002', '621021', '621022', '621023', '621024', '621025'],
  sanmenxia: ['411202', '411203', '411221', '411224', '411281', '411282', '411299'],
};
type City = keyof typeof laws;
const documents: Record<City, string[]> = {
  baotou: ['baotou-2016', 'baotou-2024'],
  chifeng: ['chifeng-2016'],
  qingyang: ['qingyang-2022'],
  sanmenxia: ['sanmenxia-2019'],
};

let people: SampledCity;
const runs = new Map<string, ReplicateResult>();

beforeAll(() => {
  people = sampledCity();
}, 120_000);

type Changes = Partial<Pick<LawOptions, 'without' | 'add' | 'readings'>>;

/** Years 2021 to 2026 under the law of a city with some changes; a run asked for twice is made once. */
function under(city: City, changes: Changes = {}, definition: Definition = 'law'): ReplicateResult {
  const key = JSON.stringify([city, changes, definition]);
  const areas = laws[city].map((code) => ({ code }));
  const book = (changed: Changes) =>
    compileLawBook(people.documents, { documents: documents[city], areas, without: [], add: [], ...changed });
  const input: Partial<ReplicateInput> = {
    scenario: { ...people.scenario, endYear: 2026, definition },
    law: book(changes),
    referenceLaw: book({ ...changes, without: [], add: [] }),
    strict: false,
  };
  const result = runs.get(key) ?? simulate(people, input);
  runs.set(key, result);
  return result;
}

const years = [2021, 2022, 2023, 2024, 2025, 2026];

/** Persons settled in a year by the routes whose `document:clause name` begins so; all of them when nothing is given. */
function settled(run: ReplicateResult, begins = '', from = 2021, to = 2026): number {
  let persons = 0;
  run.routes.forEach(({ document, clause, name }, route) => {
    if (!`${document}:${clause} ${name}`.startsWith(begins)) return;
    for (let year = from; year <= to; year++)
      persons += run.settlements[run.years.indexOf(year) * run.areas.length * run.routes.length + route];
  });
  return persons;
}

const valuesUntil = ({ values, years, areas, indicators }: ReplicateResult, year: number): Float64Array =>
  values.slice(0, (years.indexOf(year) + 1) * areas.length * indicators.length);

/** City-wide values of an indicator, one a year. */
const series = ({ values, years, areas, indicators }: ReplicateResult, indicator: string): number[] =>
  years.map((_, y) => values[y * areas.length * indicators.length + indicators.indexOf(indicator)]);

describe('switching a clause off', () => {
  it('that nothing else covers: nobody settles by its route, and fewer settle', () => {
    const [law, without] = [under('sanmenxia'), under('sanmenxia', { without: ['sanmenxia-2019:2.2'] })];
    expect(settled(law, 'sanmenxia-2019:2.2 ')).toBeGreaterThan(0);
    expect(settled(without, 'sanmenxia-2019:2.2 ')).toBe(0);
    expect(settled(without)).toBeLessThan(0.7 * settled(law));
    const others = settled(without, 'sanmenxia-2019:2.1') + settled(without, 'national-1998:kin');
    expect(settled(without)).toBe(others);
  });

  it('that another route covers: the same people settle by that one, and the ledger says so', () => {
    const [law, without] = [under('sanmenxia'), under('sanmenxia', { without: ['sanmenxia-2019:2.1'] })];
    const moved = settled(law, 'sanmenxia-2019:2.1 key-groups', 2021, 2021);
    expect(moved).toBeGreaterThan(0);
    expect(settled(without, 'sanmenxia-2019:2.1 ')).toBe(0);
    const others =
      settled(without, 'sanmenxia-2019:2.2 ', 2021, 2021) + settled(without, 'national-1998:kin', 2021, 2021);
    // students come by 2.1 alone: without it they leave their register at home
    const students = settled(law, 'sanmenxia-2019:2.1 student', 2021, 2021);
    expect(others).toBe(settled(law, '', 2021, 2021) - students);
    expect(settled(without) / settled(law)).toBeGreaterThan(0.95);
  });

  it('a whole document: the national rules stand again, by their own clauses', () => {
    const without = under('sanmenxia', { without: ['sanmenxia-2019'] });
    expect(settled(without, 'sanmenxia-2019')).toBe(0);
    expect(settled(without, 'national-2014:towns')).toBeGreaterThan(0);
    expect(settled(without)).toBe(settled(without, 'national-'));
  });

  it('of no effect on anybody (governance) changes no number at all', () => {
    const [law, placebo] = [under('sanmenxia'), under('sanmenxia', { without: ['sanmenxia-2019:4.2'] })];
    expect(placebo.values).toEqual(law.values);
    expect(placebo.settlements).toEqual(law.settlements);
  });
});

describe('dates', () => {
  it('no one settles by the clauses of Baotou of 2024 before that year, nor by those they replace after it', () => {
    const law = under('baotou');
    expect(settled(law, 'baotou-2024', 2021, 2023)).toBe(0);
    expect(settled(law, 'baotou-2016', 2021, 2023)).toBeGreaterThan(0);
    expect(settled(law, 'baotou-2024', 2024, 2024)).toBeGreaterThan(0);
    expect(settled(law, 'baotou-2016', 2024, 2024)).toBeGreaterThan(0);
    expect(settled(law, 'baotou-2016', 2025, 2026)).toBe(0);
    expect(settled(law, '', 2025, 2026)).toBe(settled(law, 'baotou-2024', 2025, 2026));
  });

  it('the years before a document are the same with and without it, to the last digit', () => {
    const [law, without] = [under('baotou'), under('baotou', { without: ['baotou-2024'] })];
    expect(valuesUntil(without, 2023)).toEqual(valuesUntil(law, 2023));
    expect(without.values).not.toEqual(law.values);
  });
});

describe('a clause of another city', () => {
  const closed: Changes = { without: ['qingyang-2022:2.1.1'] };
  const longStay = { clause: 'chifeng-2016:2.1.2', from: '2024-07-01' };

  it('opens its route from its day', () => {
    const law = under('qingyang', closed);
    const trial = under('qingyang', { ...closed, add: [longStay] });
    expect(valuesUntil(trial, 2023)).toEqual(valuesUntil(law, 2023));
    expect(settled(trial, 'chifeng-2016:2.1.2', 2021, 2023)).toBe(0);
    for (const name of ['long-stay', 'whole-family'])
      expect(settled(trial, `chifeng-2016:2.1.2 ${name}`, 2024, 2026), name).toBeGreaterThan(0);
    expect(settled(trial, '', 2024, 2026)).toBeGreaterThan(settled(law, '', 2024, 2026));
  });

  it('adds next to nothing where the city already opens what it opens', () => {
    const [law, trial] = [under('qingyang'), under('qingyang', { add: [longStay] })];
    const from2024 = settled(law, '', 2024, 2026);
    expect(Math.abs(settled(trial, '', 2024, 2026) - from2024)).toBeLessThan(0.1 * from2024);
  });
});

describe('a yearly quota', () => {
  it('lets so many households settle by its route in a year and no more, whoever applies', () => {
    const limited = people.documents.map((document) =>
      document.id !== 'qingyang-2022'
        ? document
        : {
            ...document,
            clauses: document.clauses.map((clause) => ({
              ...clause,
              sets: clause.sets.map((rule) =>
                rule.rule === 'route' && clause.id === '2.1.1'
                  ? { ...rule, relatives: [], quota: { perYear: 1000, order: 'insured-years' as const } }
                  : rule,
              ),
            })),
          },
    );
    const areas = laws.qingyang.map((code) => ({ code }));
    const law = compileLawBook(limited, { documents: documents.qingyang, areas, without: [], add: [] });
    const scenario = { ...people.scenario, endYear: 2026 };
    const run = simulate(people, { scenario, law, referenceLaw: law, strict: false });
    const byYear = years.slice(2).map((year) => settled(run, 'qingyang-2022:2.1.1 ', year, year));
    for (const persons of byYear) expect(persons).toBe(byYear[0]);
    expect(byYear[0]).toBeGreaterThan(0);
    expect(byYear[0]).toBeLessThan(settled(under('qingyang'), 'qingyang-2022:2.1.1 ', 2023, 2023));
  });
});

describe('rights', () => {
  it('that come with the register draw people to settle: without the clause fewer do', () => {
    const without = under('chifeng', { without: ['chifeng-2016:4.3'] });
    expect(settled(without)).toBeLessThan(settled(under('chifeng')));
  });

  it('given before settling weaken the reason to settle: without the clause more do', () => {
    const without = under('baotou', { without: ['baotou-2024:2.1.1.1', 'baotou-2024:2.1.1.2'] });
    expect(settled(without, '', 2024)).toBeGreaterThan(settled(under('baotou'), '', 2024));
  });
});

describe('readings', () => {
  const purposive: Changes = { readings: { 'chifeng-2016:2.1.1': 'purposive' } };
  const strictly: Changes = { readings: { 'chifeng-2016:2.1.1': 'strict' } };

  it('Chifeng read by its purpose lets a dwelling alone suffice; read strictly it opens nothing', () => {
    const [strict, wide] = [under('chifeng', strictly), under('chifeng', purposive)];
    expect(settled(strict, 'chifeng-2016:2.1.1 ')).toBe(0);
    expect(settled(wide, 'chifeng-2016:2.1.1 stable-dwelling')).toBeGreaterThan(0.1 * settled(strict));
    expect(settled(wide)).toBeGreaterThan(settled(strict));
    expect(series(wide, 'eligible_share').at(-1)!).toBeGreaterThan(series(strict, 'eligible_share').at(-1)!);
  });
});

describe('readings of who may come along', () => {
  it.each([
    ['chifeng', 'chifeng-2016:2.1.2', 'with-family', ' long-stay'],
    ['sanmenxia', 'sanmenxia-2019:2.2', 'open-list', ' stable-dwelling'],
  ] as const)('%s %s read as %s brings more by that clause', (city, clause, reading, route) => {
    const wide = under(city, { readings: { [clause]: reading } });
    expect(settled(wide, clause + route)).toBeGreaterThan(settled(under(city), clause + route));
  });
});

describe('the counting rule', () => {
  const definitions: Definition[] = ['kind', 'place', 'districts'];
  const rate = (run: ReplicateResult) => series(run, 'registered_urbanization_rate');

  it('changes what is counted and nothing that happens', () => {
    const law = under('chifeng');
    for (const definition of definitions) {
      const other = under('chifeng', {}, definition);
      expect(other.settlements).toEqual(law.settlements);
      const counted = /^(urban_registered_population|registered_urbanization_rate|rate_gap)/;
      for (const indicator of law.indicators.filter((name) => !counted.test(name)))
        expect(series(other, indicator), indicator).toEqual(series(law, indicator));
    }
  });

  it('Chifeng counts by place since its document; in the districts alone it is far less', () => {
    expect(rate(under('chifeng', {}, 'place'))).toEqual(rate(under('chifeng')));
    expect(rate(under('chifeng', {}, 'kind'))).not.toEqual(rate(under('chifeng')));
    for (const [y] of [0, ...years].entries())
      expect(rate(under('chifeng', {}, 'districts'))[y]).toBeLessThan(0.7 * rate(under('chifeng'))[y]);
  });

  it('the reading of 城区 without the banner seats counts as the definition by districts does', () => {
    const narrow = under('chifeng', { readings: { 'chifeng-2016:3.1': 'districts' } });
    expect(rate(narrow)).toEqual(rate(under('chifeng', {}, 'districts')));
  });
});
