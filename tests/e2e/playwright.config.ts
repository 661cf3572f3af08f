import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

import { findChromium, findLightChromium } from '../support/chromium.mjs';
import { ALONE } from './alone.mjs';
import { fakeDevices } from './support/fake-devices';

// As root, Chromium has no sandbox of its own to stand in.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const launch = (executablePath: string | null, more: readonly string[] = []) => ({
  ...(executablePath !== null && { executablePath }),
  args: [...asRoot, '--disable-gpu', '--no-first-run', '--disable-background-networking', ...more],
});

const light = { launchOptions: launch(findLightChromium()) };

/** What the lighter one cannot do: hear voices, and come back out of its memory. */
const CALLS = ['calls*.spec.ts', 'firefox.spec.ts'];
const WHOLE_BROWSER = ['jitsi.spec.ts', 'leave.spec.ts', 'media-engine.spec.ts'];

/** For whoever is called: with devices, and leave to use them. */
export const inCalls = (picturesPerSecond: number) => ({
  permissions: ['camera', 'microphone'],
  launchOptions: launch(findChromium(), fakeDevices(picturesPerSecond)),
});

/** What waits for minutes by the clock: begun first, it waits beside all the rest. */
const LONG_WAITS = ['return.spec.ts', 'sleep.spec.ts', 'outage.spec.ts'];

/** Visitor and agent in browser contexts of their own, against the product as `npm start` runs it. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/demo-template.ts',
  projects: [
    { name: 'long waits', testMatch: LONG_WAITS, use: light },
    { name: 'calls', testMatch: CALLS, testIgnore: ALONE, use: inCalls(8) },
    { name: 'whole browser', testMatch: WHOLE_BROWSER },
    { name: 'browser', testIgnore: [...LONG_WAITS, ...CALLS, ...WHOLE_BROWSER, ...ALONE], use: light },
  ],
  outputDir: '../../test-results',
  fullyParallel: false,
  // Each has a product of its own. One more than there are cores fills the pauses.
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
    // Of each page one would be taken before it is known whether its test fails; a trace has its own.
    screenshot: 'off',
    launchOptions: launch(findChromium()),
  },
});
