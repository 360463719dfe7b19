import { expect, it } from 'vitest';
import { fiscal } from '../../src/fiscal/index.ts';
import { families, type LifeStage, lifeStages, type Service } from '../../src/fiscal/result.ts';
import { readEstimates } from '../../src/result/read-estimates.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

const table = new Map(coefficientsWith().map(({ id, value }) => [id, value]));
const at = (id: string): number => table.get(id)!;

/** What the yearly rows say of an age. */
function yearAt({ lifetime }: ReturnType<typeof smallResult>, age: number, of: 'settled' | 'asPermit'): number {
  const stage = lifeStages.find(({ from, to }) => age >= from && (to === null || age <= to))!.id;
  return lifetime.yearly.reduce((sum, row) => (row.stage === stage ? sum + row[of] : sum), 0);
}

it('a life is added up year by year, each discounted by its distance', () => {
  for (const [growth, discount] of [
    [0.02, 0.04],
    [0.03, 0.03],
    [0, 0.08],
  ]) {
    const result = smallResult({ 'lifetime.growth': growth, 'lifetime.discount': discount });
    for (const { age, settled, asPermit, added } of result.lifetime.ages) {
      let [here, permit] = [0, 0];
      for (let x: number = age; x < at('lifetime.to_age'); x++) {
        const worth = ((1 + growth) / (1 + discount)) ** (x - age);
        here += worth * yearAt(result, x, 'settled');
        permit += worth * yearAt(result, x, 'asPermit');
      }
      expect(settled / here).toBeCloseTo(1, 10);
      expect(asPermit / permit).toBeCloseTo(1, 10);
      expect(added).toBeCloseTo(here - permit, 5);
    }
  }
});

it('who settles later costs less, and the higher the discount the less', () => {
  const { ages } = smallResult().lifetime;
  const grown = ages.filter(({ age }) => age >= 20);
  for (const [n, { settled }] of grown.entries()) if (n > 0) expect(settled).toBeLessThan(grown[n - 1].settled);
  const dearer = smallResult({ 'lifetime.discount': 0.08 }).lifetime.ages;
  dearer.forEach(({ settled }, n) => {
    expect(settled).toBeLessThan(ages[n].settled);
  });
});

it('school is paid at its ages alone and only in full where everybody goes', () => {
  const { yearly } = smallResult().lifetime;
  const of = (service: Service, stage: LifeStage) =>
    yearly.find((row) => row.service === service && row.stage === stage)!.settled;
  for (const stage of lifeStages.map(({ id }) => id)) {
    expect(of('primary', stage) > 0).toBe(stage === 'primary');
    expect(of('senior', stage) > 0).toBe(stage === 'senior');
    expect(of('resident_pension', stage) > 0).toBe(stage === 'elderly');
  }
  const all = smallResult({ 'lifetime.senior': 1 }).lifetime.yearly;
  const full = all.find((row) => row.service === 'senior' && row.stage === 'senior')!.settled;
  expect(of('senior', 'senior') / full).toBeCloseTo(at('lifetime.senior'), 10);
});

it('a family is its members, a seat of its own for each child apart', () => {
  const { lifetime } = smallResult();
  const single = (age: number) => lifetime.ages.find((row) => row.age === age)!.settled;
  for (const { id, settled, seats } of lifetime.families) {
    const { ages } = families.find((family) => family.id === id)!;
    expect(settled).toBeCloseTo(
      ages.reduce<number>((sum, age) => sum + single(age), 0),
      5,
    );
    expect(seats > 0).toBe(ages.some((age) => age <= 17));
  }
  const total = Object.values(lifetime.reference).reduce((sum, yuan) => sum + yuan, 0);
  expect(3 * total).toBeCloseTo(2 * single(35) + single(8), 5);
});

it('stands beside published lifetimes even where nobody settled, with the reason of each difference', () => {
  const counts = smallCounts();
  const nobody = {
    ...counts,
    means: counts.means.map((row) => (/\.settled$/.test(row.indicator) ? { ...row, mean: 0 } : row)),
  };
  for (const given of [counts, nobody]) {
    const { comparison, lifetime } = fiscal(given, coefficientsWith(), readEstimates(readData));
    const rows = comparison.filter(({ basis, services }) => basis === 'lifetime' && services !== null);
    expect(rows.length).toBeGreaterThan(15);
    for (const { ours, services, explanation } of rows) {
      const own = services!.reduce((sum, service) => sum + (lifetime.reference[service] ?? 0), 0);
      expect(ours! / own).toBeCloseTo(1.0, 1);
      expect(explanation.zh.length).toBeGreaterThan(20);
    }
  }
});
