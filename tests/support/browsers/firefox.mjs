// Finds the Firefox of the browser tests, beside Chromium: the test tool's own, or one that is installed, or Debian's package as root.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { firefox } from '@playwright/test';

import { installDebian, run } from '../strapi/installing.mjs';

const INSTALLED = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

const BRIDGE = fileURLToPath(new URL('firefox-bridge.mjs', import.meta.url));

/** Options that start a Firefox. `FIREFOX_OF_BRIDGE` is the program behind the bridge.
 * @typedef {{ executablePath: string, channel?: 'moz-firefox', env?: Record<string, string> }} FirefoxStart */

/**
 * Returns how to start the Firefox that is installed, or null where there is none yet. FIREFOX_PATH wins.
 * @returns {FirefoxStart | null}
 */
export function findFirefox() {
  const own = firefox.executablePath();
  const given = process.env['FIREFOX_PATH'] ?? '';
  if (given === '' && existsSync(own)) return { executablePath: own };
  const installed = [given, ...INSTALLED].find((path) => path !== '' && existsSync(path));
  if (installed === undefined) return null;
  return { executablePath: BRIDGE, channel: 'moz-firefox', env: { FIREFOX_OF_BRIDGE: installed } };
}

/** Installs a Firefox where there is none. @returns {FirefoxStart | null} */
export function ensureFirefox() {
  if (findFirefox() !== null) return findFirefox();
  run('npx', ['playwright', 'install', 'firefox']);
  if (findFirefox() === null) installDebian('firefox-esr');
  return findFirefox();
}
