import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

import { findChromium, findLightChromium } from '../support/browsers/chromium.mjs';
import { ALONE } from './alone.mjs';
import { fakeDevices } from './support/calls/fake-devices';

// As root, Chromium has no sandbox of its own to stand in.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const launch = (executablePath: string | null, more: readonly string[] = []) => ({
  ...(executablePath !== null && { executablePath }),
  args: [...asRoot, '--disable-gpu', '--no-first-run', '--disable-background-networking', ...more],
});

const light = { launchOptions: launch(findLightChromium()) };

/** Where somebody is called: with devices that nobody has, and leave to use them. */
const CALLS = ['calls*.spec.ts', 'firefox.spec.ts'];
/** The tag of a test that needs what the lighter browser has not: a person's refusal, a shared tab, pages in its memory, media by hand. */
const WHOLE_BROWSER = /@whole-browser/;

const devices = { permissions: ['camera', 'microphone'] };

/** In the whole browser, as a person has it who was asked for the devices. */
export const inCalls = (picturesPerSecond: number) => ({
  ...devices,
  launchOptions: launch(findChromium(), fakeDevices(picturesPerSecond)),
});

/** The lighter one knows no leave but that for everybody. */
const inLightCalls = {
  ...devices,
  launchOptions: launch(findLightChromium(), [...fakeDevices(8), '--use-fake-ui-for-media-stream']),
};

/** What waits for minutes by the clock: begun first, it waits beside all the rest. */
const LONG_WAITS = ['return.spec.ts', 'sleep.spec.ts', 'outage.spec.ts'];

/** Visitor and agent in browser contexts of their own, against the product as `npm start` runs it. */
export default defineConfig({
  testDir: '.',
  globalSetup: './support/product/demo-template.ts',
  projects: [
    { name: 'long waits', testMatch: LONG_WAITS, use: light },
    { name: 'calls', testMatch: CALLS, testIgnore: ALONE, grepInvert: WHOLE_BROWSER, use: inLightCalls },
    { name: 'whole browser', testIgnore: ALONE, grep: WHOLE_BROWSER, use: inCalls(8) },
    {
      name: 'browser',
      testIgnore: [...LONG_WAITS, ...CALLS, ...ALONE],
      grepInvert: WHOLE_BROWSER,
      use: light,
    },
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
    // What may stand still does: motion is a fifth of what the browsers cost. A few files see it all, by `IN_MOTION`.
    contextOptions: { reducedMotion: 'reduce' },
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
