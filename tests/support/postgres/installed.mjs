// Finds the PostgreSQL of the contract tests: one that is installed, or Debian's package as root.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { installDebian } from '../strapi/installing.mjs';

/** Folders in which several versions are installed side by side, each under its number. */
const VERSIONED = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/**
 * Returns the folder of PostgreSQL's programs, or null where there is none. POSTGRES_BIN wins.
 * @returns {string | null}
 */
export function findPostgres() {
  const candidates = [
    process.env['POSTGRES_BIN'] ?? '',
    ...VERSIONED.flatMap(versionsIn),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return candidates.find(hasPrograms) ?? null;
}

/** Installs PostgreSQL where there is none. @returns {string | null} */
export function ensurePostgres() {
  if (findPostgres() === null) installDebian('postgresql');
  return findPostgres();
}

/** Returns the versions in a folder, the newest first. @param {string} folder @returns {string[]} */
function versionsIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^(postgresql@)?\d+$/.test(name));
  return names
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))
    .map((name) => path.join(folder, name, 'bin'));
}

/** @param {string} folder */
function hasPrograms(folder) {
  return folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name)));
}
