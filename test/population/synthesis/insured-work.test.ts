import { expect, it } from 'vitest';
import { insuredWork } from '../../../src/population/synthesis/trait/insured-work.ts';
import { INDUSTRIES } from '../../../src/scenario/city-data.ts';

const shares = (of: Partial<Record<(typeof INDUSTRIES)[number], number>>): Float64Array =>
  Float64Array.from(INDUSTRIES, (name) => of[name] ?? 0);

it('most in offices are insured, few on building sites; traders are on their own account', () => {
  expect(insuredWork(shares({ public_administration: 1 }), 2020).insured).toBeCloseTo(0.85, 9);
  expect(insuredWork(shares({ construction: 1 }), 2020)).toEqual({ insured: 0.15, ownAccount: 0.15 });
  expect(insuredWork(shares({ trade: 1 }), 2020).ownAccount).toBeCloseTo(0.5, 9);
});

it('fewer were insured in 2010', () => {
  const towns = shares({ manufacturing: 0.5, trade: 0.5 });
  expect(insuredWork(towns, 2010).insured).toBeLessThan(insuredWork(towns, 2020).insured);
});

it('farmers count for nothing, and a place of farmers alone has no other work', () => {
  const town = insuredWork(shares({ education: 1 }), 2020);
  expect(insuredWork(shares({ agriculture: 0.9, education: 0.1 }), 2020).insured).toBeCloseTo(town.insured, 9);
  expect(insuredWork(shares({ agriculture: 1 }), 2020)).toEqual({ insured: 0, ownAccount: 0 });
});
