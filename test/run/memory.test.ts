import { expect, test } from 'vitest';
import { memoryShortage, neededBytes } from '../../src/run/memory.ts';

const need = { baseBytes: 400e6, workspaceBytes: 600e6, workers: 4, sample: 1, parts: 1 };

test('enough memory is no shortage', () => {
  expect(memoryShortage(need, 16e9)).toBeNull();
});

test('a shortage names the most workers and the largest sample that fit', () => {
  const available = 2.5e9;
  const shortage = memoryShortage(need, available)!;
  const fits = (change: object) => neededBytes({ ...need, ...change }) <= available;
  expect(shortage).toMatchObject({ workers: 4, availableBytes: available });
  expect(fits({ workers: shortage.fittingWorkers! })).toBe(true);
  expect(fits({ workers: shortage.fittingWorkers! + 1 })).toBe(false);
  expect(fits({ sample: shortage.fittingSample! })).toBe(true);
  expect(fits({ sample: shortage.fittingSample! + 0.01 })).toBe(false);
});

test('where not even the base population can be made, no sample helps', () => {
  expect(memoryShortage(need, 0.5e9)).toMatchObject({ fittingWorkers: null, fittingSample: null });
});
