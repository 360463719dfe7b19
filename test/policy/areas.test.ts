import { describe, expect, it } from 'vitest';
import { covers, isDistrict } from '../../src/policy/areas.ts';

describe('where a rule holds', () => {
  it.each([
    ['150202', true],
    ['150220', true],
    ['150221', false],
    ['150269', false],
    ['150271', true],
    ['150281', false],
    ['150299', true],
  ])('%s is part of the central city: %s', (code, central) => {
    expect(isDistrict(code)).toBe(central);
    expect(covers(['districts'], code)).toBe(central);
    expect(covers(['counties'], code)).toBe(!central);
  });

  it('is everywhere, or where it is named', () => {
    expect(covers(null, '150202')).toBe(true);
    expect(covers(['150202'], '150202')).toBe(true);
    expect(covers(['150202'], '150203')).toBe(false);
    expect(covers(['150200'], '150203')).toBe(true);
    expect(covers(['150200'], '150303')).toBe(false);
    expect(covers(['150000'], '150303')).toBe(true);
    expect(covers(['150000'], '140303')).toBe(false);
  });
});
