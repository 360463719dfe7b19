import { expect, it } from 'vitest';
import { fiscal, growthOf } from '../../src/fiscal/index.ts';
import { readEstimates } from '../../src/result/read-estimates.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

const result = smallResult();
const standard = (item: string, year: number): number =>
  result.standards.find((each) => each.item === item && each.year === year)!.yuan;

it('a place costs the per-pupil budget, of which the operating quota is a fraction', () => {
  for (const stage of ['primary', 'junior']) {
    const whole = standard(`${stage}_quota`, 2025) + standard(`${stage}_rest`, 2025);
    const budget = coefficientsWith().find(({ id }) => id === `standard.${stage}_budget.2020`)!.value * 1.04 ** 5;
    expect(whole).toBeCloseTo(budget, 6);
    expect(standard(`${stage}_quota`, 2025)).toBeLessThan(0.1 * whole);
  }
});

it('the centre shares the quota, not the whole of a pupil’s cost', () => {
  const paid = result.costs.filter(
    (row) => row.area === 'city' && row.year === 2025 && row.service === 'primary' && row.kind === 'operating',
  );
  const all = paid.reduce((sum, { current }) => sum + current, 0);
  const centre = paid.filter(({ payer }) => payer === 'centre').reduce((sum, { current }) => sum + current, 0);
  expect(centre / all).toBeLessThan(0.05);
});

it('the subsistence allowance tops up and is never the standard', () => {
  const of2025 = 12 * 840 * 1.05 ** 2;
  expect(standard('dibao_town', 2025)).toBeCloseTo(0.6 * of2025, 6);
});

it('lifetime estimates are marked as such and set against a life', () => {
  const { comparison } = fiscal(smallCounts(), coefficientsWith(), readEstimates(readData));
  const total = comparison.filter(({ component }) => component.en === 'public cost, total');
  expect(total.length).toBeGreaterThan(3);
  for (const { basis, explanation } of total) {
    expect(basis).toBe('lifetime');
    expect(explanation.en).toContain('present value');
  }
  expect(comparison.find(({ component }) => component.en === 'urban construction and maintenance')?.basis).toBe(
    'yearly',
  );
});

it('the provident fund is no money of the state and employers are a payer', () => {
  expect(JSON.stringify(result.items)).not.toContain('fund_rent');
  expect(result.costs.some(({ payer, budget }) => payer === 'employer' && budget === 'social_insurance')).toBe(true);
  for (const { payer, budget } of result.costs) if (payer === 'employer') expect(budget).toBe('social_insurance');
});

it('a standard carried on beyond its last year is an assumption, whatever its source', () => {
  const health = (year: number) =>
    result.standards.find((each) => each.item === 'public_health' && each.year === year)!;
  expect(health(2025)).toMatchObject({ yuan: 99, mark: 'published' });
  expect(health(2026).mark).toBe('assumption');
  expect(health(2026).yuan).toBeCloseTo(99 * 1.04, 9);
});

it('every figure has a source, and every assumption a range or a reason', () => {
  for (const { id, mark, source, low, high, value } of result.coefficients) {
    expect(source, id).not.toBe('');
    expect(low, id).toBeLessThanOrEqual(value);
    expect(high, id).toBeGreaterThanOrEqual(value);
    if (mark === 'published' && /award\.(weight|step|cost|difficulty)/.test(id))
      throw new Error(`${id} is not published`);
  }
});

it('unpublished coefficients of the award rule are assumptions', () => {
  for (const id of [
    'award.weight.province',
    'award.step.1',
    'award.cost',
    'award.difficulty',
    'award.children_share',
    'award.lag',
  ])
    expect(result.coefficients.find((each) => each.id === id)?.mark, id).toBe('assumption');
});

it('every series names the coefficient it grows by', () => {
  for (const { id } of result.coefficients) {
    const series = /^(.+)\.\d{4}$/.exec(id)?.[1];
    if (series) expect(result.coefficients.map((each) => each.id)).toContain(growthOf(series));
  }
});

it('permit holders already cause what does not follow the register', () => {
  const of = (service: string) => result.perPerson.find((row) => row.service === service && row.year === 2025)!;
  expect(of('primary').marginalPublic).toBe(0);
  expect(of('public_health').marginalPublic).toBe(0);
  expect(of('resident_pension').asPermitPublic).toBe(0);
  expect(of('resident_pension').marginalPublic).toBeGreaterThan(0);
});
