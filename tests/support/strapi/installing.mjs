// Installs what only the tests need.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs an installer, which may fail: the caller looks for its result.
 * @param {string} command @param {string[]} parameters
 */
export function run(command, parameters) {
  console.log(`… ${command} ${parameters.join(' ')}`);
  spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
}

/** Installs packages of Debian, where this is one and nobody needs to be asked. @param {string[]} packages */
export function installDebian(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}
