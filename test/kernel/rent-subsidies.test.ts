import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';

/** Rent subsidies are taken up over years where a law opens them to many at once, and stay within their budget. */
let people: SampledCity;
beforeAll(() => {
  people = sampledCity();
}, 120_000);

/** Public rental for all from 2020, rent subsidies for all from a later year. */
const document = (opens: number) =>
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
clauses:
  - id: dwelling
    at: '1'
    quote: trial
    meaning: { zh: 试, en: trial }
    kind: eligibility
    sets: [{ rule: right, services: [public-rental], level: 1 }]
  - id: subsidy
    at: '2'
    quote: trial
    meaning: { zh: 试, en: trial }
    kind: eligibility
    from: ${opens}-01-01
    sets: [{ rule: right, services: [rent-subsidy], level: 1 }]
`,
    'own-2020.yaml',
  );

const END = 2031;

function run(opens: number, values: Record<string, number>): ReplicateResult {
  const law = compileLawBook([document(opens)], {
    documents: ['own-2020'],
    areas: people.city.areas,
    without: [],
    add: [],
  });
  const { scenario } = people;
  const stated = Object.entries(values).map(([name, value]) => [
    name,
    [{ ...scenario.parameters['rental.subsidyTakeUp'][0], value, range: null }],
  ]);
  const parameters = { ...scenario.parameters, ...Object.fromEntries(stated) };
  return simulate(people, {
    scenario: { ...scenario, parameters, endYear: END },
    law,
    referenceLaw: law,
    strict: false,
  });
}

/** Values of an indicator of the whole city in each year after the base year. */
function yearly({ values, indicators, areas, years }: ReplicateResult, indicator: string): number[] {
  const at = indicators.indexOf(indicator);
  expect(at, indicator).toBeGreaterThanOrEqual(0);
  return years.map((_, y) => values[y * areas.length * indicators.length + at]!).slice(1);
}
const subsidies = (result: ReplicateResult): number[] => yearly(result, 'rent_subsidy_households');

describe('rent subsidies that a law opens to many at once', () => {
  const opens = 2025;
  const before = 2024 - 2021;
  const terms = { 'rental.subsidyTakeUp': 0.2, 'rental.subsidyBudget': 1, 'rental.subsidyBuildUp': 0.2 };

  it('rise in no year by more than the share of the full budget that a year may add, and reach it within some years', () => {
    const result = run(opens, terms);
    const paid = subsidies(result);
    const full = yearly(result, 'public_rental_stock');
    // a sample of 4 %: each area rounds to whole subsidies, each of 25 households
    const rounding = 25 * people.city.areas.length;
    const rises = paid.slice(before + 1).map((now, y) => now - paid[before + y]!);
    for (const [y, rise] of rises.entries())
      expect(rise, `${opens + y}`).toBeLessThanOrEqual(0.2 * full[before + 1 + y]! + rounding);
    for (const [y, now] of paid.entries()) expect(now).toBeLessThanOrEqual(full[y]! + rounding);
    expect(paid[before + 1]!).toBeGreaterThan(paid[before]!);
    expect(paid[before + 5]!).toBeGreaterThan(2 * paid[before + 1]!);
  });

  it('make the step in one year where a year may add everything', () => {
    const [slow, atOnce] = [
      subsidies(run(opens, terms)),
      subsidies(run(opens, { ...terms, 'rental.subsidyBuildUp': 1 })),
    ];
    expect(atOnce[before + 1]!).toBeGreaterThan(1.5 * slow[before + 1]!);
    expect(atOnce[before + 1]! - atOnce[before]!).toBeGreaterThan(1.5 * (slow[before + 1]! - slow[before]!));
  });

  it('are asked for from the year of the law, not from that in which the family began to wait for a dwelling', () => {
    const open = { 'rental.subsidyTakeUp': 0.1, 'rental.subsidyBudget': 1000, 'rental.subsidyBuildUp': 1 };
    const early = subsidies(run(2021, open));
    const late = subsidies(run(opens, open));
    const first = late[before + 1]! - late[before]!;
    const grown = early[before + 1]! - late[before]!;
    // by the fifth year 1 - 0.9^5 of those who wait from the beginning have asked, in the first a tenth
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(0.5 * grown);
  });
});
