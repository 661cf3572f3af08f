import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

import { copyTemplate } from './prepared-database';
import { SECRETS } from '../product-server';

// Strapi's ES modules import directories, which Node refuses: its CommonJS build is the one that loads.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');

/** A real Strapi with the built plugin, on a temporary SQLite file and a free port of loopback. */
export interface StrapiServer {
  readonly strapi: Core.Strapi;
  readonly url: string;
  stop(): Promise<void>;
}

const ENVIRONMENT = { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', ...SECRETS } as const;

export function environmentFor(databaseFile: string, addressLimitFactor = 0) {
  return {
    ...ENVIRONMENT,
    DATABASE_FILENAME: databaseFile,
    PUBLIC_DIRECTORY: path.join(path.dirname(databaseFile), 'public'),
    ATTENDANCE_ADDRESS_LIMIT_FACTOR: String(addressLimitFactor),
  };
}

const appDir = path.resolve(import.meta.dirname, '../../..');

/**
 * Returns the folder of the app around the plugin, as `npm run build` compiled it: compiling it once more would take
 * each start seconds.
 */
function builtApp(): string {
  const distDir = path.join(appDir, 'dist');
  if (!existsSync(path.join(distDir, 'config/server.js')))
    throw new Error('the app is not built: npm run build');
  return distDir;
}

export interface StrapiOptions {
  /** Factor of the limits per address; 0 lifts them, for tests are many visitors behind one address. */
  readonly addressLimitFactor?: number;
  /** Clock of the plugin; the machine's where none is given. */
  readonly clock?: { now(): number };
  /** Path of an existing database; where none is given, one as the product's first start leaves it. */
  readonly filename?: string;
  /** Whether the plugin is switched off, which to Strapi is the same as a plugin that is not installed. */
  readonly isWithoutPlugin?: boolean;
}

/** Copies the compiled app, with the plugin switched off in its configuration. */
async function switchOff(distDir: string, folder: string): Promise<string> {
  const target = path.join(folder, 'dist');
  for (const part of ['config', 'src'])
    await cp(path.join(distDir, part), path.join(target, part), { recursive: true });
  const off = `module.exports = { attendance: { enabled: false }, 'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } } };`;
  await writeFile(path.join(target, 'config/plugins.js'), off);
  return target;
}

export async function startStrapi({
  addressLimitFactor = 0,
  clock,
  filename,
  isWithoutPlugin = false,
}: StrapiOptions = {}): Promise<StrapiServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-test-'));
  const listeners = rememberProcessListeners();
  const own = path.join(folder, 'test.db');
  if (filename === undefined) await copyTemplate(appDir, own);
  Object.assign(process.env, environmentFor(filename ?? own, addressLimitFactor));
  const distDir = isWithoutPlugin ? await switchOff(builtApp(), folder) : builtApp();
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  if (clock !== undefined) strapi.add('attendance.clock', clock);
  await strapi.load();
  await new Promise<void>((resolve) => {
    strapi.server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await strapi.destroy();
      listeners.restore();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Remembers the process's listeners, to be restored: Strapi's destroy removes every one, the test runner's own
 * included.
 */
function rememberProcessListeners() {
  const remembered = process
    .eventNames()
    .map((name) => [name, process.rawListeners(name as 'exit')] as const);
  return {
    restore: () => {
      for (const [name, listeners] of remembered) {
        const present = new Set<unknown>(process.rawListeners(name as 'exit'));
        for (const listener of listeners)
          if (!present.has(listener)) process.on(name as 'exit', listener as () => void);
      }
    },
  };
}
