// Installs what is missing and builds what is stale. `npm start` and `npm test` share it: whichever runs first works for both.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const plugin = path.join(root, 'plugins/attendance');

/**
 * Runs a step and logs it; throws when it fails.
 * @param {string} name @param {string} command @param {string[]} parameters @param {string} [cwd]
 */
function step(name, command, parameters, cwd = root) {
  const startedAt = Date.now();
  console.log(`… ${name}`);
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };
  const { status } = spawnSync(command, parameters, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${name}: failed`);
  console.log(`✓ ${name} (${((Date.now() - startedAt) / 1_000).toFixed(0)} s)`);
}

/** Returns one hash over the content of files and folders. @param {string[]} inputs */
function hashOf(inputs) {
  const hash = createHash('sha256');
  /** @param {string} file */
  const add = (file) => {
    if (!existsSync(file)) return;
    if (!statSync(file).isDirectory()) {
      hash.update(path.relative(root, file)).update(readFileSync(file));
      return;
    }
    for (const name of readdirSync(file).sort())
      if (!['dist', 'node_modules'].includes(name)) add(path.join(file, name));
  };
  for (const input of inputs) add(path.join(root, input));
  return hash.digest('hex');
}

/**
 * Runs `work` when its inputs changed since it last succeeded, or when an output is missing.
 * @param {{ name: string, inputs: string[], outputs: string[], work: () => void }} stage
 */
function whenStale({ name, inputs, outputs, work }) {
  const mark = path.join(root, 'node_modules', `.atende-${name}`);
  const wanted = hashOf(inputs);
  const isMissing = (/** @type {string} */ output) => !existsSync(path.join(root, output));
  if (!outputs.some(isMissing) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  work();
  // A build that leaves its output out would otherwise start Strapi without the plugin, and say nothing.
  const missing = outputs.filter(isMissing);
  if (missing.length > 0) throw new Error(`${name}: ${missing.join(', ')} was not made`);
  // The file is written anew: another checkout may share the old one, as a copy by hard links does.
  writeFileSync(`${mark}.new`, wanted);
  renameSync(`${mark}.new`, mark);
}

export function install() {
  whenStale({
    name: 'install',
    inputs: ['package-lock.json'],
    outputs: ['node_modules/@strapi/strapi/package.json'],
    work: () =>
      step('installing packages (some minutes)', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  });
}

/** Builds the widget alone: a second or two. */
export function buildWidget() {
  whenStale({
    name: 'widget',
    inputs: [
      'widget',
      ...['protocol', 'chat', 'media', 'files'].map((part) => `plugins/attendance/${part}`),
      'package-lock.json',
    ],
    outputs: ['plugins/attendance/dist/widget/manifest.json'],
    work: () => step('building the widget', process.execPath, ['widget/build.mjs']),
  });
}

/** Builds the plugin, its widget, the admin panel that holds it, and the app around it: each only when stale. */
export function build() {
  whenStale({
    name: 'plugin',
    inputs: ['plugins/attendance', 'admin', 'package-lock.json'],
    outputs: [
      'server/index.js',
      'server/index.d.ts',
      'admin/index.mjs',
      'reader/worker.js',
      'reader/draw.js',
    ].map((file) => `plugins/attendance/dist/${file}`),
    work: () => {
      step('building the plugin', 'npx', ['strapi-plugin', 'build'], plugin);
      step('checking the types of its entries', process.execPath, ['check-entry-types.mjs'], plugin);
      step('building what runs beside it', process.execPath, ['server/build-reader.mjs'], plugin);
    },
  });
  // The plugin's build empties its folder: the widget comes after it.
  buildWidget();
  whenStale({
    name: 'panel',
    inputs: ['plugins/attendance/dist/admin', 'src/admin', 'package-lock.json'],
    outputs: ['dist/build/index.html'],
    work: () => step('building the admin panel (about a minute)', 'npx', ['strapi', 'build']),
  });
  whenStale({
    name: 'app',
    inputs: ['config', 'src', 'tsconfig.json', 'package-lock.json'],
    outputs: ['dist/src/index.js', 'dist/config/server.js'],
    // The compiler is started by its path: two of them bring a command of this name.
    work: () =>
      step('compiling the app', process.execPath, [
        'node_modules/typescript-native/bin/tsc',
        '-p',
        'tsconfig.json',
      ]),
  });
}
