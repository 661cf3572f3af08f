// Which Chromium the browser tests drive: one that is installed, or the test tool's own download, or Debian's package as root.
import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { installDebian, run } from './installing.mjs';

/** What the test tool starts by itself where it may download: a Chromium without a window, a quarter lighter than the whole one. */
const DEBIANS_SHELL = '/usr/bin/chromium-headless-shell';

const INSTALLED = [
  DEBIANS_SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser's path, or null where there is none yet. CHROMIUM_PATH wins. @returns {string | null} */
export function findChromium() {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...INSTALLED];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Installs one where there is none, or only Debian's whole one. @returns {string | null} */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null && found !== '/usr/bin/chromium') return found;
  if (found === null) run('npx', ['playwright', 'install', 'chromium']);
  if (!existsSync(chromium.executablePath())) installDebian('chromium-headless-shell', 'fonts-dejavu-core');
  return findChromium();
}
