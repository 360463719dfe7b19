import { expect, test } from 'vitest';
import { startLuohu } from './luohu.ts';

test('a reader that stops early is no failure', async () => {
  const child = startLuohu(['check', '--schema']);
  child.stdout.destroy();
  let told = '';
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect({ status, told }).toEqual({ status: 0, told: '' });
});
