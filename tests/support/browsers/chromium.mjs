// Finds the Chromium of the browser tests: one that is installed, or the test tool's own download, or Debian's package as root.
import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { installDebian, run } from '../strapi/installing.mjs';

/**
 * A Chromium without a window, a third lighter than the whole one. It asks for no permission, shares no tab, and has no
 * back/forward cache.
 */
const SHELL = '/usr/bin/chromium-headless-shell';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Returns the browser's path, or null where there is none yet. CHROMIUM_PATH wins. @returns {string | null} */
export function findChromium() {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...INSTALLED];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * Finds the lighter Chromium, where it is installed beside Debian's whole one, for tests that need nothing of the latter.
 * @returns {string | null}
 */
export function findLightChromium() {
  const whole = findChromium();
  return whole === '/usr/bin/chromium' && existsSync(SHELL) ? SHELL : whole;
}

/** Installs a Chromium where there is none, and the lighter one beside Debian's. @returns {string | null} */
export function ensureChromium() {
  if (findChromium() === null) run('npx', ['playwright', 'install', 'chromium']);
  if (findChromium() === null) installDebian('chromium', 'chromium-headless-shell', 'fonts-dejavu-core');
  else if (findLightChromium() === '/usr/bin/chromium') installDebian('chromium-headless-shell');
  return findChromium();
}
