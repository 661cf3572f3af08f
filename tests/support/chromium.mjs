// Which Chromium the browser tests drive: one that is installed, or the test tool's own download, or Debian's package as root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

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
  if (!existsSync(chromium.executablePath()) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', [
      ...['install', '-y', '-qq', '--no-install-recommends'],
      ...['chromium-headless-shell', 'fonts-dejavu-core'],
    ]);
  }
  return findChromium();
}

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
  console.log(`… ${command} ${parameters.join(' ')}`);
  spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
}
