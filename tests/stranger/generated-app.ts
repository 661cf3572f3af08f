import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { packPlugin } from '../install/fresh-app';
import { endWithUs } from '../support/end-with-us';
import { collectOutput, freePort } from '../support/product-server';

const root = path.resolve(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 300_000;
/** An install or a build takes minutes; what takes longer hangs, and is said to with what it has printed. */
const COMMAND_TIMEOUT_MS = 600_000;

export interface Said {
  readonly code: number | null;
  readonly output: string;
}

export interface StrangersServer {
  readonly url: string;
  output(): string;
  /** npm and the server that it started. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A Strapi that is nobody's we know: made by Strapi's own generator, in TypeScript, with nothing of this project but the tarball. */
export interface GeneratedApp {
  readonly folder: string;
  readonly tarball: string;
  /** A database of its own beside the app's first one. */
  start(env?: Readonly<Record<string, string>>): Promise<StrangersServer>;
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
    start: (env = {}) => start(folder, env),
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

/** The one package that is compiled where it cannot be fetched, which takes minutes and was done for this project already. */
function takeSqlite(folder: string): void {
  const binary = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
  const ready = path.join(root, binary);
  if (!existsSync(ready)) {
    const { status, stderr } = spawnSync('npm', ['rebuild', 'better-sqlite3'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return;
  }
  mkdirSync(path.dirname(path.join(folder, binary)), { recursive: true });
  copyFileSync(ready, path.join(folder, binary));
}

/** Nothing of the run around it: npm hands its own settings down, and a test has set NODE_ENV. */
function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache|nodedir))|NODE_ENV$|VITEST)/i.test(name),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), STRAPI_TELEMETRY_DISABLED: 'true' };
}

async function collect(child: ChildProcess): Promise<Said> {
  const output = collectOutput(endWithUs(child));
  const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_TIMEOUT_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, output: output() };
}

async function start(folder: string, env: Readonly<Record<string, string>>): Promise<StrangersServer> {
  const port = await freePort();
  const child = endWithUs(
    spawn('npm', ['start'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
      detached: true,
    }),
  );
  const output = collectOutput(child);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, signal);
    await ended;
  };
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not start\n${output()}`)), START_TIMEOUT_MS);
    child.stdout?.on('data', () => {
      if (!/Strapi started successfully/.test(output())) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${String(code)}\n${output()}`)));
  }).catch(async (fault: unknown) => {
    await end('SIGKILL');
    throw fault;
  });
  return { url: `http://127.0.0.1:${port}`, output, end };
}
