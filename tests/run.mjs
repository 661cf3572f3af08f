// `npm test` on a fresh clone: installs what is missing, builds, checks, tests, and ends with a line of counts.
// `npm run check` (--quick) leaves out what needs a running Strapi.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

import { build, buildWidget, install, root } from '../src/start/prepare.mjs';

const isQuick = process.argv.includes('--quick');
const counts = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {() => boolean} work */
function timed(name, work) {
  const startedAt = Date.now();
  console.log(`\n== ${name}`);
  const isGood = work();
  console.log(`== ${name}: ${isGood ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
  return isGood;
}

/** @param {string} command @param {string[]} parameters @param {Record<string, string>} [env] */
function run(command, parameters, env = {}) {
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

/** Runs a program to its end without holding up the others; what it prints comes in one piece.
 * @param {string[]} command @returns {Promise<{ isGood: boolean, output: string }>} */
function runAside([command = '', ...parameters]) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (fault) => resolve({ isGood: false, output: `${output}${fault.message}\n` }));
    child.once('close', (code) => resolve({ isGood: code === 0, output }));
  });
}

/** Steps that need nothing of each other, as many at once as there are cores; each that fails counts as one failure.
 * @param {Record<string, string[]>} steps */
async function checkAll(steps) {
  const waiting = Object.entries(steps);
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      const startedAt = Date.now();
      const { isGood, output } = await runAside(command);
      const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
      console.log(`\n== ${name}\n${output}== ${name}: ${isGood ? 'ok' : 'FAILED'} (${seconds} s)`);
      if (!isGood) counts.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** A step that nothing after it can do without. @param {string} name @param {() => void} work */
function demand(name, work) {
  const isGood = timed(name, () => {
    try {
      work();
      return true;
    } catch (fault) {
      console.error(fault instanceof Error ? fault.message : fault);
      return false;
    }
  });
  if (isGood) return;
  counts.failed += 1;
  finish();
}

/** Runs a test program that writes a JSON report, and adds up what it says; a run without a report is a failure.
 * @param {string} name @param {(report: string) => boolean} work @param {(report: any) => typeof counts} read */
function suite(name, work, read) {
  const folder = mkdtempSync(path.join(tmpdir(), 'atende-report-'));
  const report = path.join(folder, 'report.json');
  const isGood = timed(name, () => work(report));
  const result = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  counts.passed += result.passed;
  counts.failed += result.failed;
  counts.skipped += result.skipped;
  if (!isGood && result.failed === 0) counts.failed += 1;
}

/** @param {string} project */
function vitest(project) {
  suite(
    `tests: ${project}`,
    (report) =>
      run('npx', [
        'vitest',
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    }),
  );
}

/** Visitor and agent in a real Chromium, against the product as `npm start` runs it. */
async function browserTests() {
  // Not there before the install.
  const { ensureChromium } = await import('./support/chromium.mjs');
  if (ensureChromium() === null) {
    console.log('\n== tests: browser: SKIPPED, for no Chromium was found and none could be installed');
    counts.skipped += 1;
    return;
  }
  playwright('browser', 'playwright.config.ts');
  playwright('browser, alone on the machine', 'alone.config.ts');
}

/** @param {string} name @param {string} config */
function playwright(name, config) {
  suite(
    `tests: ${name}`,
    (report) =>
      run('npx', ['playwright', 'test', '-c', `tests/e2e/${config}`, '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
    ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  );
}

/** @returns {never} */
function finish() {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

demand('install', install);
await checkAll({
  // The longest first: the short ones fill up beside it.
  lint: ['npx', 'eslint', '.'],
  'types: admin': ['npx', 'tsc', '-p', 'admin/tsconfig.json'],
  'types: plugin’s admin': ['npx', 'tsc', '-p', 'plugins/attendance/admin/tsconfig.json'],
  'types: tests': ['npx', 'tsc', '-p', 'tests/tsconfig.json'],
  format: ['npx', 'prettier', '--check', '.'],
  'types: plugin': ['npx', 'tsc', '-p', 'plugins/attendance/tsconfig.json'],
  'types: widget': ['npx', 'tsc', '-p', 'widget/tsconfig.json'],
  'types: app': ['npx', 'tsc', '-p', 'tsconfig.json', '--noEmit'],
  'types: media': ['npx', 'tsc', '-p', 'plugins/attendance/media/tsconfig.json'],
  'types: files': ['npx', 'tsc', '-p', 'plugins/attendance/files/tsconfig.json'],
  'rules cited by tests': ['node', 'tests/check-rules.mjs'],
});
demand('build: widget', buildWidget);
await checkAll({ 'size: widget': ['node', 'widget/sizes.mjs'] });
vitest('unit');
if (!isQuick) {
  demand('build', build);
  vitest('contract');
  vitest('integration');
  vitest('crash');
  vitest('install');
  await browserTests();
}
finish();
