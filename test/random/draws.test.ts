import { describe, expect, it } from 'vitest';
import { Decision } from '../../src/random/decision.ts';
import { uniform } from '../../src/random/draw.ts';
import { childLineage, inMigrantIdentity, studentIdentity } from '../../src/random/identity.ts';
import { baseKey, replicateKey } from '../../src/random/key.ts';
import { threefry } from '../../src/random/threefry.ts';

describe('threefry2x32 with 13 rounds', () => {
  // known answers of the Random123 distribution (kat_vectors, threefry2x32 13)
  it.each([
    ['zeros', [0, 0, 0, 0], [0x9d1c5ec6, 0x8bd50731]],
    ['ones', [-1, -1, -1, -1], [0xfd36d048, 0x2d17272c]],
    ['digits of pi', [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3], [0xba3e4725, 0xf27d669e]],
  ] as const)('gives the known answer for %s', (_, [k0, k1, c0, c1], [first, second]) => {
    const out = new Int32Array(2);
    threefry(k0, k1, c0, c1, out);
    expect([out[0] >>> 0, out[1] >>> 0]).toEqual([first, second]);
  });
});

describe('uniform draws', () => {
  const key = replicateKey('luohu', 3);

  it('depend on seed, replicate, identity, lineage, year and decision, each by itself', () => {
    const draw = uniform(key, 17, 0, 2021, Decision.death);
    expect(uniform(key, 17, 0, 2021, Decision.death)).toBe(draw);
    expect(uniform(replicateKey('luohu2', 3), 17, 0, 2021, Decision.death)).not.toBe(draw);
    expect(uniform(replicateKey('luohu', 4), 17, 0, 2021, Decision.death)).not.toBe(draw);
    expect(uniform(baseKey('luohu'), 17, 0, 2021, Decision.death)).not.toBe(draw);
    expect(uniform(key, 18, 0, 2021, Decision.death)).not.toBe(draw);
    expect(uniform(key, 17, 1, 2021, Decision.death)).not.toBe(draw);
    expect(uniform(key, 17, 0, 2022, Decision.death)).not.toBe(draw);
    expect(uniform(key, 17, 0, 2021, Decision.birth)).not.toBe(draw);
  });

  it('pass a chi-square test over persons, years and decisions, and neighbours are uncorrelated', () => {
    const bins = new Float64Array(100);
    let n = 0;
    let product = 0;
    let last = 0.5;
    for (let identity = 0; identity < 2000; identity++) {
      for (let year = 2020; year < 2036; year++) {
        for (const decision of [Decision.death, Decision.birth, Decision.considerMove]) {
          const u = uniform(key, identity, 0, year, decision);
          expect(u >= 0 && u < 1).toBe(true);
          bins[Math.floor(u * 100)]++;
          product += (u - 0.5) * (last - 0.5);
          last = u;
          n++;
        }
      }
    }
    let chiSquare = 0;
    for (const count of bins) chiSquare += (count - n / 100) ** 2 / (n / 100);
    expect(chiSquare).toBeLessThan(148.2); // 99.9 % point of chi-square with 99 degrees of freedom
    expect(Math.abs(product / n) * 12).toBeLessThan(4 / Math.sqrt(n)); // correlation within four standard errors
  });

  it('every decision has a number of its own below the range of the synthesis', () => {
    const numbers = Object.values(Decision);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers)).toBeLessThan(200);
  });
});

describe('identities', () => {
  it('of in-migrants are unique over areas, years and slots and apart from base rows', () => {
    const seen = new Set<number>();
    for (const area of [0, 1, 63]) {
      for (const year of [2010, 2011, 2035]) {
        for (const slot of [0, 1, 262_143]) seen.add(inMigrantIdentity(area, year, slot));
      }
    }
    expect(seen.size).toBe(27);
    for (const identity of seen) expect(identity).toBeGreaterThanOrEqual(0x80000000);
    // those who come to study have others, however long a run of 63 years lasts
    for (const year of [2010, 2011, 2035, 2072]) seen.add(studentIdentity(1, year, 0));
    expect(seen.size).toBe(31);
    expect(() => inMigrantIdentity(0, 2020, 262_144)).toThrow(RangeError);
    expect(() => inMigrantIdentity(64, 2020, 0)).toThrow(RangeError);
  });

  it('of children are the path of birth orders: no two people share one', () => {
    const first = childLineage(0, 1);
    const second = childLineage(0, 2);
    const grandchild = childLineage(first, 1);
    expect(new Set([0, first, second, grandchild]).size).toBe(4);
    expect(() => childLineage(0, 16)).toThrow(RangeError);
    expect(() => childLineage(0x1111 << 0, 1)).toThrow('four generations');
  });
});
