import { beforeAll, describe, expect, it } from 'vitest';
import { manifestHead } from '../../src/result/manifest.ts';
import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';
import type { Conditioning } from '../../src/scenario/scenario.ts';

let inputs: Inputs;
beforeAll(() => {
  inputs = loadInputs({ scenario: 'scenarios/sanmenxia.yaml', overrides: {}, sample: 1 }, 'en');
});

const fit = { calibration: 'own', until: 2024, names: ['a'], centre: [0], rows: [[0]] } as const;
const told = (conditioning?: Conditioning) => {
  const { scenario, city } = inputs;
  const { limits, scenario: head } = manifestHead({ ...scenario, ...(conditioning ? { conditioning } : {}) }, city);
  return { said: limits.map(({ en }) => en).join('\n'), calibration: head.calibration };
};

describe('what a result says of its fit', () => {
  it('is that there is none', () => {
    expect(told()).toMatchObject({ calibration: undefined });
    expect(told().said).toContain('not calibrated to figures of the place itself');
  });

  it('is the fit to figures of its own, and until when they go', () => {
    expect(told(fit).calibration).toBe('own');
    expect(told(fit).said).toContain("fitted to the place's own figures up to 2024, calibration/own.json");
    expect(told(fit).said).not.toMatch(/not calibrated|had not settled/);
  });

  it('is that the fit had not settled, where it had not', () => {
    expect(told({ ...fit, settled: false }).said).toContain('the fit had not settled');
  });
});
