import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import type { PolicyDocument, Rule } from '../../src/policy/document.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { documentOf } from '../policy/documents.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';

/**
 * Points, quotas and thresholds by district move settlers in a run. One sampled population lives under the law of other places: its
 * areas take their codes.
 */
let people: SampledCity;
beforeAll(() => {
  people = sampledCity();
}, 120_000);

/** Years 2021 to 2024 of the sample under one document and the nation's. */
function under(document: PolicyDocument, codes: readonly string[]): ReplicateResult {
  const documents = [...people.documents.filter(({ level }) => level === 'nation'), document];
  const areas = people.city.areas.map((_, n) => ({ code: codes[n % codes.length] }));
  const law = compileLawBook(documents, { documents: [document.id], areas, without: [], add: [] });
  return simulate(people, { scenario: { ...people.scenario, endYear: 2024 }, law, referenceLaw: law, strict: false });
}

/** Moves of the register in each year after the base year by the routes of a clause. */
function settled({ settlements, routes, years, areas }: ReplicateResult, clause: string): number[] {
  const all = years.map((_, y) =>
    routes.reduce(
      (sum, route, r) =>
        `${route.document}:${route.clause}` === clause ? sum + settlements[y * areas.length * routes.length + r] : sum,
      0,
    ),
  );
  return all.slice(1);
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const town = (perYear: number | null, order = 'points', atLeast = 10): PolicyDocument =>
  parseDocumentFile(
    `
id: own-2020
number: trial
title: { zh: 试, en: trial }
level: city
area: '411200'
date: { inForce: 2020-01-01 }
mark: assumption
source: trial
replaces: [national-1998, national-2001, national-2011, national-2014]
clauses:
  - id: years
    at: '1'
    quote: trial
    meaning: { zh: 试, en: trial }
    kind: eligibility
    sets: [{ rule: points, items: [{ points: 1.5, per: [yearsInTown, insuredYears] }, { highestOf: [{ points: 5, when: { educationAtLeast: senior } }, { points: 10, when: { educationAtLeast: college } }] }] }]
  - id: points
    at: '2'
    quote: trial
    meaning: { zh: 试, en: trial }
    kind: eligibility
    sets:
      - rule: route
        name: points
        under: [years]
        when: [{ livesInTown: true, points: { atLeast: ${atLeast} } }]
        ${perYear === null ? '' : `quota: { perYear: ${perYear}, order: ${order} }`}
`,
    'own-2020.yaml',
  );
const CODES = ['411202', '411203', '411221', '411224', '411281', '411282', '411299'];

describe('points', () => {
  it('settle those who reach the threshold: the higher, the fewer; nobody below the highest score there is', () => {
    const by = (atLeast: number) => sum(settled(under(town(null, 'points', atLeast), CODES), 'own-2020:points'));
    const [low, high, none] = [by(5), by(12), by(1000)];
    expect(low).toBeGreaterThan(high);
    expect(high).toBeGreaterThan(0);
    expect(none).toBe(0);
  });
});

describe('a yearly quota', () => {
  it('is filled and never passed where more apply, and takes nobody where it is nothing', () => {
    const free = settled(under(town(null), CODES), 'own-2020:points');
    const few = settled(under(town(500), CODES), 'own-2020:points');
    const none = settled(under(town(0), CODES), 'own-2020:points');
    expect(Math.min(...free)).toBeGreaterThan(1000);
    // a sample of 4 % gives out 20 places; each stands for 25 persons
    for (const year of few) expect(year).toBe(500);
    expect(sum(none)).toBe(0);
  });

  it('goes by points to others than by lot', () => {
    const [byPoints, byLot] = [under(town(500), CODES), under(town(500, 'lottery'), CODES)];
    expect(sum(settled(byPoints, 'own-2020:points'))).toBe(sum(settled(byLot, 'own-2020:points')));
    expect(byPoints.values).not.toEqual(byLot.values);
  });
});

describe('the shipped documents of other cities', () => {
  const noPoints = (document: PolicyDocument): PolicyDocument => ({
    ...document,
    clauses: document.clauses.map((clause) => (clause.id === '8' ? { ...clause, sets: [] } : clause)),
  });
  const inForce = (document: PolicyDocument): PolicyDocument => ({
    ...document,
    date: { ...document.date, until: null },
  });

  it('Beijing: its points settle people, within the quota and the children who come along', () => {
    const codes = ['110101', '110105', '110108', '110112', '110114', '110118', '110119'];
    const beijing = inForce(documentOf('beijing-2016'));
    const by = settled(under(beijing, codes), 'beijing-2016:8');
    expect(sum(by)).toBeGreaterThan(0);
    expect(sum(settled(under(noPoints(beijing), codes), 'beijing-2016:8'))).toBe(0);
  });

  it('Chongqing: more settle by work where two years are asked than where five are', () => {
    const chongqing = documentOf('chongqing-2016');
    const work = ({ routes, settlements }: ReplicateResult): number =>
      settlements.reduce((total, persons, n) => {
        const route = routes[n % routes.length];
        return route.document === 'chongqing-2016' && route.name === 'job' ? total + persons : total;
      }, 0);
    const [core, extension, newRegion] = ['500103', '500112', '500102'].map((code) => work(under(chongqing, [code])));
    expect(core).toBeGreaterThan(0);
    expect(extension).toBeGreaterThan(core);
    expect(newRegion).toBeGreaterThan(extension);
  });
});

it('the points of Beijing are given out by points', () => {
  const rules: readonly Rule[] = documentOf('beijing-2016').clauses.flatMap(({ sets }) => sets);
  const route = rules.find((rule) => rule.rule === 'route');
  expect(route?.rule === 'route' && route.quota).toEqual({ perYear: 6019, order: 'points' });
});
