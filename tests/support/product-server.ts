import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { endWithUs } from './end-with-us';
import { freePort } from './free-port';

const START_TIMEOUT_MS = 60_000;

/** Secrets of servers under test, known to the tests: they sign an agent's session by themselves. */
export const SECRETS = {
  APP_KEYS: 'test-key-one,test-key-two',
  API_TOKEN_SALT: 'test-salt',
  ADMIN_JWT_SECRET: 'test-admin-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-salt',
  JWT_SECRET: 'test-jwt-secret',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-bytes!',
} as const;

/** The product's server as a process of its own: Strapi with the built plugin, without the demo. */
export interface ProductServer {
  readonly url: string;
  readonly pid: number;
  /** Returns everything that the server has printed. */
  output(): string;
  /** Sends the signal and waits for the end; resolves with the exit code, or null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export interface ProductServerOptions {
  readonly root: string;
  readonly filename: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly nodeOptions?: readonly string[];
}

/** Starts a product server without waiting, for tests of a start that must fail. */
export function spawnProductServer(options: ProductServerOptions) {
  return spawnStrapi(['start'], options);
}

/** Runs one of Strapi's commands in the product's app to its end, beside a server or without one. */
export async function runStrapiCommand(
  words: readonly string[],
  options: ProductServerOptions,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawnStrapi(words, options);
  const output = collectOutput(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

function spawnStrapi(
  words: readonly string[],
  { env, filename, nodeOptions = [], port, root }: ProductServerOptions,
) {
  const child = spawn(
    process.execPath,
    [...nodeOptions, path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), ...words],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...SECRETS,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        DEMO: 'false',
        HOST: '127.0.0.1',
        PORT: String(port ?? 0),
        DATABASE_FILENAME: filename,
        ...env,
      },
    },
  );
  return endWithUs(child);
}

/** Starts a product server; resolves once it accepts requests. */
export async function startProductServer(options: ProductServerOptions): Promise<ProductServer> {
  const port = options.port ?? (await freePort());
  const child = spawnProductServer({ ...options, port });
  const url = `http://127.0.0.1:${port}`;
  const output = collectOutput(child);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  };
  try {
    await untilHealthy(url, child, output);
  } catch (fault) {
    await end('SIGKILL');
    throw fault;
  }
  return { url, pid: child.pid ?? 0, output, end };
}

/** Returns a function that returns the process's output so far. */
export function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return () => text;
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const startedAt = Date.now();
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended with ${String(child.exitCode ?? child.signalCode)}\n${output()}`);
    if (Date.now() - startedAt > START_TIMEOUT_MS)
      throw new Error(`the server was not ready in time\n${output()}`);
    const isReady = await fetch(`${url}/_health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resume) => setTimeout(resume, 25));
  }
}
