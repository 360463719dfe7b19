import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiltOf, townwardFactor } from '../../src/process/place/county-tilt.ts';
import { emptyMoves } from '../../src/process/place/moves-anchor.ts';
import type { State } from '../../src/process/state.ts';

const RESIDENTS = 1000;

/** A year of one area: arrivals of both origins, those who leave, who come to be townspeople, and what drives it per resident. */
function year(given: {
  arrivals?: [number, number];
  leaving?: number;
  townward?: number;
  net?: number;
  urban?: number;
}) {
  const moves = emptyMoves(1);
  moves.arrivals.set(given.arrivals ?? [0, 0]);
  moves.leaving[0] = given.leaving ?? 0;
  moves.townward[0] = given.townward ?? 0;
  moves.residents[0] = RESIDENTS;
  const drivers = { net: [Float64Array.of(given.net ?? 0)], urban: [Float64Array.of(given.urban ?? 0)] };
  return { anchors: { moves }, drivers, t: 0 } as unknown as State;
}

describe('the tilt of a county', () => {
  it('moves arrivals and those who leave by exactly the shock', () => {
    const flow = fc.double({ min: 0.5, max: 200, noNaN: true });
    fc.assert(
      fc.property(flow, flow, flow, fc.integer({ min: -50, max: 50 }), (near, far, leaving, permille) => {
        const net = permille / 1000;
        const u = tiltOf(year({ arrivals: [near, far], leaving, net }), 0);
        const moved = (near + far) * (u - 1) + leaving * (1 - 1 / u);
        // beyond a factor of six a shock is not believed
        if (u > 1 / 6 && u < 6) expect(moved).toBeCloseTo(net * RESIDENTS, 6);
        else expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(net * RESIDENTS) + 1e-9);
        expect(Math.sign(u - 1)).toBe(Math.sign(net));
      }),
    );
  });

  it('is reckoned by hand: 20 come and 30 leave, 10 more are to stay', () => {
    // 20 (u - 1) + 30 (1 - 1/u) = 10: u² = 1.5
    expect(tiltOf(year({ arrivals: [15, 5], leaving: 30, net: 0.01 }), 0)).toBeCloseTo(Math.sqrt(1.5), 12);
  });

  it('leaves a county alone that nothing drives or that nobody comes to or leaves', () => {
    expect(tiltOf(year({ arrivals: [20, 0], leaving: 30 }), 0)).toBe(1);
    expect(tiltOf(year({ net: 0.02 }), 0)).toBe(1);
  });

  it('acts on those who leave alone where nobody comes, as far as there are any', () => {
    expect(tiltOf(year({ leaving: 30, net: 0.01 }), 0)).toBeCloseTo(1.5, 12); // 20 leave in place of 30
    expect(tiltOf(year({ leaving: 30, net: 0.05 }), 0)).toBe(6);
    expect(tiltOf(year({ leaving: 1, net: -0.05 }), 0)).toBe(1 / 6);
  });
});

it('townspeople more than usual come by a factor on those who usually do', () => {
  expect(townwardFactor(year({ townward: 20, urban: 0.01 }), 0)).toBeCloseTo(1.5, 12);
  expect(townwardFactor(year({ townward: 20, urban: -0.05 }), 0)).toBe(1 / 6);
  expect(townwardFactor(year({ townward: 0, urban: 0.01 }), 0)).toBe(1);
});
