import { defineConfig } from '@playwright/test';

import shared, { ALONE } from './playwright.config';

/** The few that need the machine for themselves, one after the other. */
export default defineConfig({ ...shared, testIgnore: [], testMatch: ALONE, workers: 1 });
