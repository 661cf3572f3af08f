// `npm start`: installs, builds, makes the secrets, starts Strapi and the demo's shop. Needs Node and npm only.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import { build, install, root } from './prepare.mjs';

/** Interval of checking whether the parent process is still there, in ms. */
const PARENT_LOOK_MS = 500;

/** Ends the start with a sentence on what to do. @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(`\n✗ ${sentence}`);
  process.exit(1);
}

/** Makes the secrets on the first start; they are never shipped. @param {string} file */
function ensureSecrets(file) {
  if (existsSync(file)) return;
  const secret = () => randomBytes(32).toString('base64url');
  const names = ['API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];
  const lines = [`APP_KEYS=${secret()},${secret()}`, ...names.map((name) => `${name}=${secret()}`)];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  console.log('✓ secrets made in .env');
}

/** @param {string} name @param {number} fallback */
function readPort(name, fallback) {
  const port = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    giveUp(`${name} is not a port: ${process.env[name]}`);
  return port;
}

/** @param {string} host @param {number} port @param {string} name */
async function demandFree(host, port, name) {
  const probe = createServer();
  const fault = await new Promise((resolve) => {
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (fault instanceof Error)
    giveUp(
      `port ${port} of ${host} cannot be used (${fault.message}). Choose another: ${name}=${port + 10} npm start`,
    );
}

const startedAt = Date.now();
const parent = process.ppid;
const envFile = path.join(root, '.env');
ensureSecrets(envFile);
process.loadEnvFile(envFile);

const host = process.env['HOST'] ?? '127.0.0.1';
const port = readPort('PORT', 1337);
const demoPort = readPort('DEMO_PORT', 1338);
// A production start never makes demo logins by itself.
const demo = process.env['DEMO'] ?? String(process.env['NODE_ENV'] !== 'production');
const isDemo = demo === 'true' || demo === 'logins';
await demandFree(host, port, 'PORT');
if (isDemo) await demandFree(host, demoPort, 'DEMO_PORT');

try {
  install();
  build();
} catch (fault) {
  giveUp(fault instanceof Error ? fault.message : String(fault));
}

console.log('… starting');
const strapi = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] ?? 'development',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DEMO: demo,
  },
});
/** @type {(() => Promise<void>) | null} */
let stopShop = null;
let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  strapi.kill('SIGTERM');
}
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, stop);
// A SIGTERM to npm ends npm and its shell, and does not reach this process: without them nobody would know of this server any more.
if (process.env['npm_lifecycle_event'] === 'start') {
  setInterval(() => process.ppid !== parent && stop(), PARENT_LOOK_MS).unref();
}
strapi.on('exit', (code) => {
  void (stopShop?.() ?? Promise.resolve()).finally(() => process.exit(isStopping ? 0 : (code ?? 1)));
});

const address = `http://localhost:${port}`;
const health = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/_health`;
for (let isReady = false; !isReady;) {
  await new Promise((resume) => setTimeout(resume, 100));
  isReady = await fetch(health).then(
    (answer) => answer.ok,
    () => false,
  );
}

console.log(`\n  Atende is ready, after ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
console.log(`  Admin panel  ${address}/admin`);
if (isDemo) {
  const { startDemoShop } = await import('../../widget/demo/server.mjs');
  const shop = await startDemoShop({ host, port: demoPort, atendeUrl: address, siteKey: 'loja-demo' });
  stopShop = shop.stop;
  console.log(`  Demo shop    http://localhost:${demoPort}`);
  console.log(
    '  Logins       admin@demo.local · ana@demo.local · bruno@demo.local (agents) · sofia@demo.local (supervisor)',
  );
  console.log('  Password     Atende-demo-1');
} else console.log('  Make the first administrator there.');
console.log('');
