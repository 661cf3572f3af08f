// Which Chromium the browser tests drive: one that is installed, or the test tool's own download, or Debian's package as root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

const INSTALLED = [
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

/** Installs one where there is none. @returns {string | null} */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  run('npx', ['playwright', 'install', 'chromium']);
  if (findChromium() === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
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
