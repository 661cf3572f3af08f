import { defineConfig } from '@playwright/test';

import config from './playwright.config';

/** `npm run pictures`: the README's screenshots, made with the browser tests' own means. */
export default defineConfig({
  ...config,
  projects: [{ name: 'pictures', testMatch: 'pictures.ts' }],
  timeout: 180_000,
});
