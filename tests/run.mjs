// `npm test` on a fresh clone: installs what is missing, builds, checks, tests, and ends with a line of counts.
// `npm run check` (--quick) leaves out what needs a build and a running Strapi.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const isQuick = process.argv.includes('--quick');
const counts = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {string} command @param {string[]} parameters @param {string} [cwd] */
function step(name, command, parameters, cwd = root) {
  const startedAt = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, parameters, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const isGood = status === 0;
  console.log(`== ${name}: ${isGood ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
  return isGood;
}

/** A step without tests of its own counts as one failure when it fails. @param {Parameters<typeof step>} parameters */
function check(...parameters) {
  if (!step(...parameters)) counts.failed += 1;
}

/** @param {string} project */
function vitest(project) {
  const folder = mkdtempSync(path.join(tmpdir(), 'atende-report-'));
  const report = path.join(folder, 'report.json');
  const isGood = step(`tests: ${project}`, 'npx', [
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  counts.passed += result?.numPassedTests ?? 0;
  counts.failed += result?.numFailedTests ?? 0;
  counts.skipped += result?.numPendingTests ?? 0;
  if (!isGood && !result?.numFailedTests) counts.failed += 1;
}

/** Installs when node_modules is not what the lock file says. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const mark = path.join(root, 'node_modules', '.atende-install');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true;
  if (!step('install', 'npm', ['ci', '--include=dev'])) return false;
  writeFileSync(mark, wanted);
  return true;
}

function finish() {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

if (!install()) {
  counts.failed += 1;
  finish();
}
check('format', 'npx', ['prettier', '--check', '.']);
check('types: plugin', 'npx', ['tsc', '-p', 'plugins/attendance/tsconfig.json']);
check('types: app', 'npx', ['tsc', '-p', 'tsconfig.json', '--noEmit']);
check('types: tests', 'npx', ['tsc', '-p', 'tests/tsconfig.json']);
vitest('unit');
if (!isQuick) {
  check('build: plugin', 'npx', ['strapi-plugin', 'build'], path.join(root, 'plugins/attendance'));
  vitest('integration');
}
finish();
