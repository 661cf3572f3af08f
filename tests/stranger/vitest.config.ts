import { defineConfig } from 'vitest/config';

/** Apart from `npm test`: it downloads two whole Strapis and builds their panels. */
export default defineConfig({
  test: {
    name: 'stranger',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/stranger/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 3_600_000,
  },
});
