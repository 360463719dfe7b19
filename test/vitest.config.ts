import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    // no test rests on what another one, or the user, has kept
    env: { LUOHU_CACHE: 'off' },
  },
});
