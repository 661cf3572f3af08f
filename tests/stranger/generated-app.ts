import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { endWithUs } from '../support/end-with-us';
import {
  cleanEnvironment,
  packPlugin,
  startForeignApp,
  takeSqlite,
  type ForeignServer,
} from '../support/strapi/foreign-app';
import { collectOutput } from '../support/product-server';

/** An install or a build takes minutes; what takes longer hangs, and is said to with what it has printed. */
const COMMAND_TIMEOUT_MS = 600_000;

export interface Said {
  readonly code: number | null;
  readonly output: string;
}

/** A Strapi that is nobody's we know: made by Strapi's own generator, in TypeScript, with nothing of this project but the tarball. */
export interface GeneratedApp {
  readonly folder: string;
  readonly tarball: string;
  /** A database of its own beside the app's first one. */
  start(env?: Readonly<Record<string, string>>): Promise<ForeignServer>;
  npm(...parameters: string[]): Promise<Said>;
  /** `npx strapi …` */
  strapi(parameters: readonly string[], env?: Readonly<Record<string, string>>): Promise<Said>;
  remove(): void;
}

/** Made and installed; not built yet. */
export async function generateApp(version: string): Promise<GeneratedApp> {
  const parent = mkdtempSync(path.join(tmpdir(), 'atende-stranger-'));
  const folder = path.join(parent, 'app');
  const run = (command: string, parameters: readonly string[], env = {}, cwd = folder): Promise<Said> =>
    collect(
      spawn(command, parameters, {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...cleanEnvironment(), ...env },
      }),
    );
  const app: GeneratedApp = {
    folder,
    tarball: packPlugin(parent),
    start: (env = {}) => startForeignApp(folder, env),
    npm: (...parameters) => run('npm', parameters),
    strapi: (parameters, env) => run('npx', ['strapi', ...parameters], env),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
  try {
    const flags = ['--typescript', '--use-npm', '--no-run', '--skip-cloud', '--skip-db', '--no-example'];
    const made = await run(
      'npx',
      [
        '--yes',
        `create-strapi-app@${version}`,
        'app',
        ...flags,
        '--no-git-init',
        '--no-install',
        '--non-interactive',
      ],
      {},
      parent,
    );
    demand(made, 'create-strapi-app');
    makeSwitchable(folder);
    // As README says; what is in npm's cache is not fetched again.
    const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    demand(await app.npm('install', app.tarball, ...quiet), 'npm install');
    takeSqlite(folder);
    return app;
  } catch (fault) {
    app.remove();
    throw fault;
  }
}

export function demand({ code, output }: Said, what: string): string {
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}\n${output}`);
  return output;
}

/** Its own configuration of plugins, with a line more: the one that README names for switching ours off. */
function makeSwitchable(folder: string): void {
  const file = path.join(folder, 'config/plugins.ts');
  const text = readFileSync(file, 'utf8');
  const line = `  attendance: { enabled: env.bool('WITH_ATTENDANCE', true) },\n`;
  const changed = text.replace(/(const config = .*=> \(\{\n)/, `$1${line}`);
  if (changed === text) throw new Error(`the generator’s config/plugins.ts is another one now\n${text}`);
  writeFileSync(file, changed.replace(/const config = \(\s*\)/, 'const config = ({ env })'));
}

async function collect(child: ChildProcess): Promise<Said> {
  const output = collectOutput(endWithUs(child));
  const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_TIMEOUT_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, output: output() };
}
