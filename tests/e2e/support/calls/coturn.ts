import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../../../support/free-port';
import { installDebian } from '../../../support/strapi/installing.mjs';

const INSTALLED = ['/usr/bin/turnserver', '/usr/local/bin/turnserver', '/opt/homebrew/bin/turnserver'];

const find = (): string | null => INSTALLED.find((program) => existsSync(program)) ?? null;

/** The program's path; installed as Debian's package where that can be done, else null. */
export function ensureCoturn(): string | null {
  if (find() === null) installDebian('coturn');
  return find();
}

export interface Turn {
  readonly url: string;
  /** Shared with whoever mints credentials. */
  readonly secret: string;
  stop(): Promise<void>;
}

/** A real TURN server on loopback, which demands credentials that expire. */
export async function startCoturn(program: string): Promise<Turn> {
  const secret = randomBytes(16).toString('hex');
  const port = await freePort();
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-turn-'));
  const child = spawn(
    program,
    [
      ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--allow-loopback-peers', '--log-file', 'stdout'],
      ...['--listening-ip', '127.0.0.1', '--relay-ip', '127.0.0.1', '--listening-port', String(port)],
      ...['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm', 'atende.test'],
      ...['--pidfile', path.join(folder, 'pid'), '--userdb', path.join(folder, 'db')],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = once(child, 'exit');
  await Promise.race([
    new Promise<void>((resolve) => {
      // The last threads that it starts are those that answer.
      child.stdout.on('data', (text: Buffer) => {
        if (text.includes('Total General servers')) resolve();
      });
    }),
    ended.then(([code]) => Promise.reject(new Error(`coturn ended with ${String(code)}`))),
  ]);
  return {
    url: `turn:127.0.0.1:${port}?transport=udp`,
    secret,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
