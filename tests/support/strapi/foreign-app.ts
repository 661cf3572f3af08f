import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { endWithUs } from '../end-with-us';
import { freePort } from '../free-port';
import { collectOutput } from '../product-server';

const root = path.resolve(import.meta.dirname, '../../..');
const START_TIMEOUT_MS = 300_000;

/** The server of somebody else's Strapi, as `npm start` there runs it. */
export interface ForeignServer {
  readonly url: string;
  output(): string;
  /** Ends npm and the server that it started. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Packs the plugin as a registry would hand it out; returns the file. */
export function packPlugin(into: string): string {
  const { status, stderr, stdout } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', into],
    { cwd: path.join(root, 'plugins/attendance'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm pack failed\n${stderr}`);
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return path.join(into, packed?.filename ?? '');
}

/**
 * Copies the one package that is compiled where it cannot be fetched: that takes minutes, and was done for this project
 * already.
 */
export function takeSqlite(folder: string): void {
  const binary = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
  const ready = path.join(root, binary);
  if (existsSync(ready)) {
    mkdirSync(path.dirname(path.join(folder, binary)), { recursive: true });
    copyFileSync(ready, path.join(folder, binary));
    return;
  }
  const { status, stderr } = spawnSync('npm', ['rebuild', 'better-sqlite3'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/**
 * Returns this process's environment without the test run's own variables: npm passes its settings down, and a test has
 * set NODE_ENV.
 */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache|nodedir))|NODE_ENV$|VITEST)/i.test(name),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), STRAPI_TELEMETRY_DISABLED: 'true' };
}

/** Starts the app in production, on a free port of loopback; rejects with what it printed where it does not come up. */
export async function startForeignApp(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ForeignServer> {
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
