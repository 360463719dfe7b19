import { expect, test } from 'vitest';
import { sampleError, samplingTable } from './table.ts';

test('the errors of a sample: bias, its standard error, that of one run', () => {
  expect(sampleError([1, 3])).toEqual({ bias: 2, biasError: 1, runError: Math.SQRT2 });
});

test('rates are in points, counts in per cent of the full count; what is beyond three standard errors stands out', () => {
  const full = [1, 2].map(() => ({ resident_urbanization_rate: 60, settled_persons: 2000, public_rental_waiting: 0 }));
  const byDraw = [
    { resident_urbanization_rate: 0.1, settled_persons: -40, public_rental_waiting: 0 },
    { resident_urbanization_rate: -0.3, settled_persons: -44, public_rental_waiting: 0 },
  ];
  const text = samplingTable(
    [{ city: 'chifeng', year: 2022, full, errors: [{ rate: 0.05, byDraw }] }],
    'chifeng',
    2,
    2,
  );
  expect(text).toContain('- Biased at 5 %: settled_persons (chifeng).');
  expect(text).toContain('| resident_urbanization_rate | 60.00 | −0.10 ± 0.20 (0.28) |');
  expect(text).toContain('| settled_persons | 2,000 | **−2.10 ± 0.10** (0.14) |');
  expect(text).toContain('| public_rental_waiting | 0 | no full count |');
});
