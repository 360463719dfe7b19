import { describe, expect, it } from 'vitest';
import { eligibleOnly } from '../../src/policy/acting.ts';
import { parseCases } from '../../src/policy/cases/case.ts';
import { lawOnDay } from '../../src/policy/compile-law-book.ts';
import { explainHousehold } from '../../src/policy/explain-household.ts';
import { parseHousehold } from '../../src/policy/household.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { InputError } from '../../src/scenario/errors.ts';

const text = `
id: hefei-2025
number: 试
title: { zh: 试, en: trial }
level: city
area: '340100'
date: { inForce: 2025-01-01 }
mark: assumption
source: 试
draft: true
clauses:
  - id: points
    at: 一
    quote: 积分满60分
    meaning: { zh: 积分, en: points }
    kind: eligibility
    until: 2027-01-01
    sets:
      - rule: route
        name: points
        where: [districts]
        when:
          - points:
              atLeast: 60
              items:
                - { points: 10, per: insuredYears, most: 50 }
                - { points: 5, per: yearsInTown }
                - { points: 20, when: { educationAtLeast: college } }
        relatives: [spouse, { is: children, when: { ageBelow: 18 } }]
        quota: { perYear: 300, order: points }
  - id: low
    at: 二
    quote: 低收入
    meaning: { zh: 低收入, en: low income }
    kind: eligibility
    sets:
      - { rule: route, name: own-low, called: { zh: 低收入者, en: low income }, when: [{ incomePerHeadBelow: 800, not: { dwelling: [own] } }] }
`;
const document = parseDocumentFile(text, 'd.yaml');
const ask = (household: string, day = '2025-06-01', code = '340103') => {
  const options = { documents: ['hefei-2025'], without: [], add: [], areas: [{ code }] };
  return explainHousehold(lawOnDay([document], options, day), parseHousehold(household, 'h.yaml'));
};
const open = (...asked: Parameters<typeof ask>): string[] =>
  ask(...asked)[0]
    .routes.filter((route) => route.open)
    .map(({ route }) => route);
const mistakes = (of: () => unknown): string[] => {
  try {
    of();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a document of points', () => {
  const sixty = 'insuredYears: 3\nyearsInTown: 2\neducation: college\n';
  it('adds up to the threshold, with a most for an item', () => {
    expect(open(sixty)).toEqual(['points']);
    expect(open(sixty.replace('yearsInTown: 2', 'yearsInTown: 1'))).toEqual([]);
    expect(open('insuredYears: 9\nyearsInTown: 1\n')).toEqual([]);
    expect(open('insuredYears: 9\nyearsInTown: 2\n')).toEqual(['points']);
  });

  it('holds where and as long as it says', () => {
    expect(open(sixty, '2026-12-31')).toEqual(['points']);
    expect(open(sixty, '2027-01-01')).toEqual([]);
    expect(open(sixty, '2024-12-31')).toEqual([]);
    expect(open(sixty, '2025-06-01', '340121')).toEqual([]);
  });

  it('asks of a child who comes along to be a minor', () => {
    const family = (age: number) =>
      ask(
        `members:\n  - { name: a, age: 40, insuredYears: 9, yearsInTown: 2 }\n  - { name: b, age: ${age}, parents: [a] }\n`,
      )[1].follows.map(({ whom, clause }) => `${whom} ${clause}`);
    expect(family(17)).toEqual(['a points']);
    expect(family(18)).toEqual([]);
  });

  it('is in force nowhere unless listed, being a draft', () => {
    const options = { documents: [], without: [], add: [], areas: [{ code: '340103' }] };
    expect(lawOnDay([{ ...document, level: 'nation', area: null }], options, '2025-06-01').routes).toEqual([]);
  });
});

describe('what the simulation does not know', () => {
  it('is named', () => {
    expect(eligibleOnly(document).map(({ clause, what }) => [clause, what.en])).toEqual([
      ['low', 'monthly income of the family a head, yuan'],
    ]);
  });

  it('is answered by eligible, under the name the document gives', () => {
    expect(open('incomePerHead: 799\n')).toEqual(['own-low']);
    expect(open('incomePerHead: 800\n')).toEqual([]);
    expect(open('incomePerHead: 799\ndwelling: own\n')).toEqual([]);
    expect(open('dwelling: none\n')).toEqual([]);
  });
});

it('half a sentence that a comma in braces cut off is told as such', () => {
  const cut = text.replace('{ zh: 积分, en: points }', '{ zh: 积分, en: points, ranked }');
  expect(mistakes(() => parseDocumentFile(cut.replace('ranked', 'ranked by year'), 'd.yaml', 'en'))[0]).toContain(
    'a comma in braces needs quotes',
  );
});

describe('a table of points', () => {
  const route = (items: string, under = '') =>
    parseDocumentFile(
      text.replace(/ {14}items:\n(?: {16}.*\n)+/, `              items: [${items}]\n`) + under,
      'd.yaml',
    );
  const points = (items: string, household: string): number | undefined => {
    const options = { documents: ['hefei-2025'], without: [], add: [], areas: [{ code: '340103' }] };
    const law = lawOnDay([route(items)], options, '2025-06-01');
    return explainHousehold(law, parseHousehold(household, 'h.yaml'))[0].routes.find(({ route }) => route === 'points')
      ?.points;
  };

  it('counts the lesser of two facts, half points too', () => {
    const lesser = '{ points: 0.5, per: [yearsInTown, insuredYears] }';
    expect(points(lesser, 'insuredYears: 3\nyearsInTown: 5\n')).toBe(1.5);
    expect(points(lesser, 'insuredYears: 5\nyearsInTown: 2\n')).toBe(1);
  });

  it('counts the best of some items alone', () => {
    const best =
      '{ highestOf: [{ points: 10.5, when: { educationAtLeast: college } }, { points: 26, when: { degreeAtLeast: master } }] }';
    expect(points(best, 'education: senior\n')).toBe(0);
    expect(points(best, 'education: college\ndegree: bachelor\n')).toBe(10.5);
    expect(points(best, 'education: college\ndegree: doctor\n')).toBe(26);
  });

  it('tells somebody who falls short what there is', () => {
    const [{ routes }] = ask('insuredYears: 3\nyearsInTown: 1\neducation: college\n');
    expect(routes.find(({ route }) => route === 'points')?.missing[0].en).toContain('(has 55)');
  });
});

describe('a document is refused', () => {
  it.each([
    ['where: [districts]', "where: ['150203']", 'clauses.0.sets.0.where.0 must be a division of 340100, got 150203'],
    [
      'called: { zh: 低收入者, en: low income }, ',
      '',
      'must go with called in Chinese and English, got own-low without',
    ],
    ['until: 2027-01-01', 'until: 2025-01-01', 'clauses.0.until must be later than 2025-01-01, got 2025-01-01'],
  ])('%j -> %j', (from, to, line) => {
    const [first, ...others] = mistakes(() => parseDocumentFile(text.replace(from, to), 'd.yaml', 'en'));
    expect(first).toContain(line);
    expect(others).toEqual([]);
  });

  it('when a right before settling is for those who have settled', () => {
    const right = text.replace(
      '    sets:\n      - { rule: route, name: own-low',
      '    who: settled\n    sets:\n      - { rule: right, services: [dibao], level: 1 }\n      - { rule: route, name: own-low',
    );
    expect(mistakes(() => parseDocumentFile(right, 'd.yaml', 'en'))[0]).toContain('must be settled');
  });
});

describe('nobody is', () => {
  it.each([
    ['age: 30\neducation: senior\ndegree: master\n', 'degree must go with education: college, got senior'],
    ['age: 15\n', 'h.yaml:1:6: age must be at least 16'],
    [
      'age: 22\neducation: senior\nyearsSinceGraduation: 20\n',
      'yearsSinceGraduation must be at most 6 at the age of 22, got 20',
    ],
    ['age: 20\ninsuredYears: 30\n', 'insuredYears must be at most 4 at the age of 20, got 30'],
    ['livesInTown: false\nyearsInTown: 10\n', 'yearsInTown must go with livesInTown: true, got false'],
    [
      'tier: other-province\nregisteredInDistrict: true\n',
      'registeredInDistrict must go with tier: same-county or same-city',
    ],
    [
      'members:\n  - { name: a, age: 30, spouse: b }\n',
      'members.0.spouse must name another person of the file (a), got b',
    ],
    [
      'members:\n  - { name: a, age: 30 }\n  - { name: a, age: 31 }\n',
      'members.1.name must be a new name, got a again',
    ],
    [
      'members:\n  - { name: a, age: 30, spouse: b }\n  - { name: b, age: 31 }\n  - { name: c, age: 32, spouse: b }\n',
      'must be the only spouse',
    ],
    [
      'members:\n  - { name: a, age: 30 }\n  - { name: b, age: 20, parents: [a] }\n',
      'members.1.parents must be 12 years older than the child or more',
    ],
    ['members:\n  - { name: a, age: 9, work: formal }\n', 'members.0.work must go with an age of 16 or more, got 9'],
    [
      'members:\n  - { name: a, age: 30, livesWith: b }\n  - { name: b, age: 20, livesWith: a }\n',
      'must end at somebody with a dwelling',
    ],
  ])('%j', (file, line) => {
    expect(mistakes(() => parseHousehold(file, 'h.yaml', 'en'))[0]).toContain(line);
  });
});

it('a file of cases is read strictly', () => {
  const bad = "city: '340100'\ncases:\n  - { case: a, on: 2025-02-30, in: '340103', opened: [] }\n";
  expect(mistakes(() => parseCases(bad, 'c.yaml', 'en'))).toEqual([
    'c.yaml:3:20: cases.0.on must be a date like 2024-05-23, got "2025-02-30"',
    'c.yaml:3:46: cases.0.opened must be a known key, got "opened"; did you mean open',
  ]);
});
