import { defineConfig } from '@playwright/test';

import { findChromium } from '../support/chromium.mjs';

const executablePath = findChromium();
// As root, Chromium has no sandbox of its own to stand in.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What measures how much of a machine's time a call gets, and must have it for itself: alone.config.ts runs them. */
export const ALONE = ['calls-bandwidth.spec.ts'];

/** Visitor and agent in browser contexts of their own, against the product as `npm start` runs it. */
export default defineConfig({
  testDir: '.',
  testIgnore: ALONE,
  outputDir: '../../test-results',
  fullyParallel: false,
  // Each has a product of its own; most of a test is waiting, so two share two cores well.
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 8_000 },
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: [...asRoot, '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    },
  },
});
