import { describe, expect, it } from 'vitest';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { explainEligibility } from '../../src/policy/explain-eligibility.ts';
import type { GivenAdult } from '../../src/policy/given-household.ts';
import type { Law } from '../../src/policy/law.ts';
import { adultApplicant } from '../../src/policy/persons.ts';
import { serviceGap as gapOf, rightsFacts } from '../../src/policy/rights.ts';
import { documents } from './documents.ts';

const law = (city: string, document: string, year: number, without: string[] = []) =>
  compileLawBook(documents, { documents: [document], without, add: [], areas: [{ code: city }] }).on(0, year, 1);

const adult = (facts: Partial<GivenAdult>) => adultApplicant({ kinRegisteredHere: false, ...facts });
const explain = (facts: Partial<GivenAdult>) => explainEligibility(law('150402', 'chifeng-2016', 2020), adult(facts));
const serviceGap = (of: Law, facts: Partial<GivenAdult>) => gapOf(of, rightsFacts(of, adult(facts)));

describe('the answer to a household', () => {
  it('names the clause, the relatives and the place of an open route in both languages', () => {
    const route = explain({ dwelling: 'own' }).routes.find((r) => r.open);
    expect(route?.text).toEqual({
      zh: '自有住房（chifeng-2016:2.1.1.2 chifeng-2016:2.1.1）可以：可随迁同住的配偶、子女、孙子女（外孙子女）、父母，落在自有住房',
      en: 'home owner (chifeng-2016:2.1.1.2 chifeng-2016:2.1.1) open: with co-resident spouse, children, grandchildren, own parents, register at the own dwelling',
    });
  });

  it('says what every closed route lacks', () => {
    const { routes } = explain({ licensed: true, dwelling: 'private-rent', leaseMonths: 9 });
    expect(routes.every((r) => !r.open && r.missing.length > 0)).toBe(true);
    expect(routes.find((r) => r.route === 'business')?.text).toEqual({
      zh: '投资经商（chifeng-2016:2.1.1.3 chifeng-2016:2.1.1）不可：缺 符合其一：（住所属于：自有、公租房、单位提供、经授权使用他人住房）（住所属于：市场租赁，连续租赁满12个月，租赁已登记备案）',
      en: "business owner (chifeng-2016:2.1.1.3 chifeng-2016:2.1.1) closed: missing one of: (dwelling is own or public rental or employer's or another's by leave) (dwelling is private rent and has leased without a break for 12 months or more and has a registered lease)",
    });
  });

  it('lists each route once, in the form that is open', () => {
    const { routes } = explain({});
    expect(new Set(routes.map((r) => `${r.clause} ${r.route}`)).size).toBe(routes.length);
  });

  it('says what a permit lacks', () => {
    expect(
      explain({ tier: 'same-city', registeredInDistrict: true, yearsInTown: 0 }).permit.missing.map((m) => m.en),
    ).toEqual(['has lived there for 6 months or more', 'has not moved between districts of the city']);
  });
});

describe('what settling brings', () => {
  const law2020 = law('150402', 'chifeng-2016', 2020);
  const facts = { tier: 'same-city', hasPermit: false, yearsInTown: 5, insuredYears: 0 } as const;

  it('is told for every service beside what is had today, with the clauses of both', () => {
    const { receives } = explain({ yearsInTown: 5 });
    expect(receives.find((r) => r.service === 'public-rental')).toEqual({
      service: 'public-rental',
      now: 0,
      clause: null,
      settled: 1,
      settledClause: 'chifeng-2016:4.3',
    });
    expect(receives.find((r) => r.service === 'medical')).toMatchObject({ now: 1, settled: 1, settledClause: null });
  });

  it('a child is told what it is too young for, and its school and insurance', () => {
    const tooYoung = (age: number) =>
      explain({ age })
        .receives.filter(({ ofAge }) => ofAge === false)
        .map(({ service }) => service);
    expect(tooYoung(9)).toEqual(['pension', 'public-rental', 'rent-subsidy', 'housing-fund']);
    expect(tooYoung(17)).toEqual(['public-rental', 'rent-subsidy']);
    expect(tooYoung(18)).toEqual([]);
  });

  it('a clause that puts settlers on equal terms makes settling worth more', () => {
    const without = law('150402', 'chifeng-2016', 2020, ['chifeng-2016:4.3']);
    // a quarter of two of the three services of one of the three ladders
    expect(serviceGap(law2020, facts) - serviceGap(without, facts)).toBeCloseTo((0.25 * 2) / 3 / 3, 12);
  });

  it('is never a loss', () => {
    for (const insuredYears of [0, 1, 9])
      for (const hasPermit of [false, true])
        for (const year of [1950, 1990, 2015, 2020])
          expect(
            serviceGap(law('150402', 'chifeng-2016', year), { ...facts, hasPermit, insuredYears }),
          ).toBeGreaterThanOrEqual(0);
  });
});

describe('the gap between register and permit', () => {
  const facts = { tier: 'other-province', hasPermit: false, yearsInTown: 5, insuredYears: 0 } as const;

  it('is all that a register brings where no law gives anything without one', () => {
    // school and examinations in full, three quarters of the rest
    expect(serviceGap(law('150402', 'chifeng-2016', 1990), facts)).toBeCloseTo((1 + 0.75 + 0.75) / 3, 12);
    expect(serviceGap(law('150402', 'chifeng-2016', 1950), facts)).toBe(0);
  });

  it('is the mean over the three ladders of what is lacking', () => {
    // Baotou 2025, today and once settled: schooling 0.5 and 1, exams 0 and 1; medical 1 and 1, pension and allowance
    // 0.5 and 0.75; rental and subsidy 0 and 0.75, housing fund 0.5 and 0.75
    const gap = serviceGap(law('150203', 'baotou-2024', 2025), facts);
    expect(gap).toBeCloseTo(((0.5 + 1) / 2 + (0 + 0.25 + 0.25) / 3 + (0.75 + 0.75 + 0.25) / 3) / 3, 12);
  });

  it('narrows with the permit, with years and with insurance', () => {
    const chifeng = law('150402', 'chifeng-2016', 2020);
    const steps = [
      facts,
      { ...facts, hasPermit: true, yearsInTown: 1 },
      { ...facts, hasPermit: true, yearsInTown: 3 },
      { ...facts, hasPermit: true, yearsInTown: 3, insuredYears: 1 },
      { ...facts, hasPermit: true, yearsInTown: 5, insuredYears: 3 },
    ].map((f) => serviceGap(chifeng, f));
    for (let i = 1; i < steps.length; i++) expect(steps[i]).toBeLessThan(steps[i - 1]);
  });

  it('a clause that opens schools to permit holders weakens the reason to settle', () => {
    const holder = { ...facts, hasPermit: true };
    const without = law('150203', 'baotou-2024', 2025, ['baotou-2024:2.1.2.1']);
    expect(serviceGap(law('150203', 'baotou-2024', 2025), holder)).toBeLessThan(serviceGap(without, holder));
  });
});
