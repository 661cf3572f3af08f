import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

import { findChromium } from '../support/chromium.mjs';
import { ALONE } from './alone.mjs';

const executablePath = findChromium();
// As root, Chromium has no sandbox of its own to stand in.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What waits for minutes by the clock: begun first, it waits beside all the rest. */
const LONG_WAITS = ['return.spec.ts', 'calls-lost.spec.ts', 'sleep.spec.ts', 'outage.spec.ts'];

/** Visitor and agent in browser contexts of their own, against the product as `npm start` runs it. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/demo-template.ts',
  projects: [
    { name: 'long waits', testMatch: LONG_WAITS },
    { name: 'browser', testIgnore: [...LONG_WAITS, ...ALONE] },
  ],
  outputDir: '../../test-results',
  fullyParallel: false,
  // Each has a product of its own. Most of a test is waiting: two cores are half busy with three of them.
  workers: availableParallelism() + 1,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 8_000 },
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    // A trace costs a third of a test: `TRACE=1 npm run spec …` keeps one of what fails.
    trace: process.env['TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: [...asRoot, '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    },
  },
});
