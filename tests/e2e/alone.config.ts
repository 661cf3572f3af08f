import { defineConfig } from '@playwright/test';

import { ALONE } from './alone.mjs';
import shared from './playwright.config';

/** The few that need the machine for themselves, one after the other. */
export default defineConfig({ ...shared, projects: [{ name: 'alone', testMatch: ALONE }], workers: 1 });
