import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';
import { remakeBase } from '../../src/trace/trace-replicate.ts';

/** One household in fifty of Chifeng, which closes routes and has few school places, for five years. */
export function smallRun() {
  const inputs: Inputs = loadInputs(
    { scenario: 'scenarios/chifeng.yaml', overrides: { to: 2025, replicates: 2 }, sample: 0.02 },
    'en',
  );
  return { inputs, base: remakeBase(inputs, 0) };
}
export type SmallRun = ReturnType<typeof smallRun>;
