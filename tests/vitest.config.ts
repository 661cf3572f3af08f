import { defineConfig } from 'vitest/config';

const projects = ['unit', 'contract', 'integration', 'crash', 'install', 'alone'].map((name) => ({
  test: {
    name,
    root: new URL('..', import.meta.url).pathname,
    include: [`tests/${name}/**/*.test.ts`],
    pool: 'forks' as const,
    fileParallelism: name === 'unit',
    // What is pure may share its modules, and so may Strapis that start one after the other: a third less time.
    isolate: name !== 'unit' && name !== 'integration',
    // Properties of 10,000 runs take their time beside lint and a build.
    testTimeout: name === 'unit' ? 180_000 : 30_000,
    hookTimeout: 90_000,
  },
}));

export default defineConfig({ test: { projects, silent: 'passed-only' } });
