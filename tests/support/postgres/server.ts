import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { endWithUs } from '../end-with-us';

export interface PostgresServer {
  /** Connection for `pg` and knex: a socket in a folder of the server's own; no port is opened. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** The server's own folder, removed when it is stopped. */
  readonly folder: string;
  /** Resolves once every connection is closed and the server is gone. */
  stop(): Promise<void>;
}

const USER = 'atende';

/** Settings of the server: survival of a power failure is not tested here; a deadlock is to be seen at once. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '40',
  deadlock_timeout: '100ms',
};

/** Starts a real server, empty, in a new folder; `bin` is the folder of PostgreSQL's programs. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'atende-pg-'));
  const owner = findOwner();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = endWithUs(
    spawn(path.join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  await untilReady(child);
  return {
    folder,
    connection: { host: folder, user: USER, database: 'postgres' },
    stop: async () => {
      const ended = once(child, 'exit');
      // The server waits for clients that are still connected.
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the user to run as, since PostgreSQL refuses root: Debian's own user for it, or nobody. */
function findOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: '-u' | '-g', user: string): number =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // This machine lacks that user.
    }
  }
  throw new Error('root runs no PostgreSQL, and there is no user to run it as');
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stderr === null) throw new Error('the server is not heard');
  const log: string[] = [];
  // The output is read on after the server is ready: a full pipe would stop it.
  const lines = createInterface(child.stderr);
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (log.length < 100) log.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log.join('\n')}`)));
  });
}
