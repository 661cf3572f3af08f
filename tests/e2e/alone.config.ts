import { defineConfig } from '@playwright/test';

import { ALONE } from './alone.mjs';
import shared, { inCalls } from './playwright.config';

/** The few that need the machine for themselves, one after the other. */
export default defineConfig({
  ...shared,
  projects: [{ name: 'alone', testMatch: ALONE, use: inCalls(20) }],
  workers: 1,
});
