// `npm test` on a fresh clone: installs what is missing, builds, checks, tests, and ends with what took longest and a line of counts.
// `npm run check` (--quick) leaves out what needs a running Strapi, and repeats properties less often.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

import { build, buildWidget, install, root } from '../src/start/prepare.mjs';
import { describeFailures, describeSlowest, reportedByPlaywright, reportedByVitest } from './report.mjs';
import { ensurePostgres } from './support/postgres/installed.mjs';

const isQuick = process.argv.includes('--quick');
const startedAt = Date.now();
const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {import('./report.mjs').Reported[]} */
const tests = [];
/** Names of the failed steps, without those whose failed tests are counted. @type {string[]} */
const failedSteps = [];

/** Step of the run: a program, or several one after the other, with a name under which its output is printed. `hasCounted`: what
 * failed in it is in the counts already.
 * @typedef {{ name: string, work: () => Promise<boolean>, hasCounted?: boolean }} Step */

/**
 * Runs a program to its end. `aside` buffers its output and prints it in one piece, for programs that run beside others.
 * @param {readonly string[]} command @param {{ env?: Record<string, string>, aside?: boolean }} [options] @returns {Promise<boolean>}
 */
function run([command = '', ...parameters], { env = {}, aside = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
    });
    let output = '';
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (fault) => {
      console.error(`${output}${fault.message}`);
      resolve(false);
    });
    child.once('close', (code) => {
      if (aside) console.log(output);
      resolve(code === 0);
    });
  });
}

/** Runs a step, and prints its outcome and duration. @param {Step} step */
async function timed({ name, work }) {
  const since = Date.now();
  const isGood = await work();
  console.log(`== ${name}: ${isGood ? 'ok' : 'FAILED'} (${((Date.now() - since) / 1_000).toFixed(1)} s)\n`);
  return isGood;
}

/**
 * Runs independent steps, as many at once as there are cores; each that fails counts as one failure.
 * @param {readonly Step[]} steps
 */
async function doAll(steps) {
  const waiting = [...steps];
  const take = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await counted(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, take));
}

/** @param {Step} step */
async function counted(step) {
  const isGood = await timed(step);
  if (isGood || step.hasCounted === true) return;
  counts.failed += 1;
  failedSteps.push(step.name);
}

/** Runs a step without which nothing after it is possible. @param {string} name @param {() => void} work */
async function demand(name, work) {
  const isGood = await timed({
    name,
    work: async () => {
      try {
        work();
        return true;
      } catch (fault) {
        console.error(fault instanceof Error ? fault.message : fault);
        return false;
      }
    },
  });
  if (isGood) return;
  counts.failed += 1;
  failedSteps.push(name);
  finish();
}

/**
 * Returns a program as a step beside others.
 * @param {string} name @param {readonly string[]} command @returns {Step}
 */
function check(name, command) {
  return { name, work: () => run(command, { aside: true }) };
}

/**
 * Returns the step that checks types with the native compiler, in a third of the time.
 * @param {string} name @param {string} project @returns {Step}
 */
function types(name, project) {
  return check(`types: ${name}`, ['node', 'node_modules/typescript-native/bin/tsc', '-p', project]);
}

/** Runs a test program that writes a JSON report, and adds up its counts; a run without a report is a failure.
 * @param {string} name @param {(report: string) => Promise<boolean>} work
 * @param {(report: any) => { counts: typeof counts, tests: import('./report.mjs').Reported[] }} read @returns {Step} */
function suite(name, work, read) {
  return {
    name: `tests: ${name}`,
    hasCounted: true,
    work: async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'atende-report-'));
      const file = path.join(folder, 'report.json');
      const isGood = await work(file);
      const report = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : null;
      rmSync(folder, { recursive: true, force: true });
      counts.passed += report?.counts.passed ?? 0;
      counts.skipped += report?.counts.skipped ?? 0;
      tests.push(...(report?.tests ?? []));
      const failed = report?.counts.failed ?? 0;
      counts.failed += failed;
      // Where no test failed and the run did all the same, that is one failure.
      if (!isGood && failed === 0) {
        counts.failed += 1;
        failedSteps.push(name);
      }
      return isGood && failed === 0;
    },
  };
}

/** @param {string} project @param {{ env?: Record<string, string>, part?: string }} [options] `part`: such as `1/2`. @returns {Step} */
function vitest(project, { env = {}, part } = {}) {
  const command = ['npx', 'vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project];
  if (part !== undefined) command.push(`--shard=${part}`);
  const name = part === undefined ? project : `${project}, ${part}`;
  return suite(
    name,
    (report) =>
      run([...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
        env,
        aside: true,
      }),
    (report) => ({
      counts: {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests,
      },
      tests: reportedByVitest(name, report, root),
    }),
  );
}

/** @param {string} name @param {string} config @returns {Step} */
function playwright(name, config) {
  return suite(
    name,
    (report) =>
      run(['npx', 'playwright', 'test', '-c', `tests/e2e/${config}`, '--reporter=list,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      }),
    (report) => ({
      counts: {
        passed: report.stats.expected,
        failed: report.stats.unexpected + report.stats.flaky,
        skipped: report.stats.skipped,
      },
      tests: reportedByPlaywright(name, report),
    }),
  );
}

/** Runs visitor and agent in a real Chromium, against the product as `npm start` runs it. */
async function browserTests() {
  // Not there before the install.
  const { ensureChromium } = await import('./support/browsers/chromium.mjs');
  const { ensureFirefox } = await import('./support/browsers/firefox.mjs');
  if (ensureChromium() === null) {
    console.log('\n== tests: browser: SKIPPED, for no Chromium was found and none could be installed');
    counts.skipped += 1;
    return;
  }
  // Without it, its tests say themselves that they are skipped.
  ensureFirefox();
  await oneByOne([
    playwright('browser', 'playwright.config.ts'),
    playwright('browser, alone on the machine', 'alone.config.ts'),
  ]);
}

/** @param {readonly Step[]} steps */
async function oneByOne(steps) {
  for (const step of steps) await counted(step);
}

/** @returns {never} */
function finish() {
  if (tests.length > 0) console.log(describeSlowest(tests));
  if (counts.failed > 0) console.log(`\n${describeFailures(tests, failedSteps)}`);
  console.log(`\nIn ${((Date.now() - startedAt) / 60_000).toFixed(1)} minutes:`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

await demand('install', install);
await demand('build: widget', buildWidget);
// The longest first: the short ones fill up beside it.
await doAll([
  check('lint', ['npm', 'run', '--silent', 'lint']),
  // A property is repeated 10,000 times in `npm test`.
  vitest('unit', isQuick ? { env: { RUNS: '1000' } } : {}),
  ...(isQuick ? [] : [check('build', ['node', 'src/start/build.mjs'])]),
  check('format', ['npx', 'oxfmt', '--check']),
  types('admin, and its entry in the plugin', 'plugins/attendance/admin/tsconfig.json'),
  types('tests', 'tests/tsconfig.json'),
  types('plugin', 'plugins/attendance/tsconfig.json'),
  types('widget', 'widget/tsconfig.json'),
  types('app', 'tsconfig.json'),
  types('chat', 'plugins/attendance/chat/tsconfig.json'),
  types('media', 'plugins/attendance/media/tsconfig.json'),
  types('files', 'plugins/attendance/files/tsconfig.json'),
  check('rules cited by tests', ['node', 'tests/check-rules.mjs']),
]);
await doAll([
  check('size: widget', ['node', 'widget/sizes.mjs']),
  check('size: panel', ['node', 'admin/sizes.mjs']),
]);
if (!isQuick) {
  // Built above; where that failed, this says why once more and ends the run.
  await demand('build', build);
  // Without it, its tests count as skipped.
  if (ensurePostgres() === null)
    console.log(
      '\n== tests: contract, on PostgreSQL: SKIPPED, for none was found and none could be installed',
    );
  await doAll([
    vitest('install'),
    vitest('integration', { part: '1/2' }),
    vitest('integration', { part: '2/2' }),
    vitest('crash'),
    vitest('contract'),
  ]);
  // What it measures is how long others wait: it has the machine for itself.
  await doAll([vitest('alone')]);
  await browserTests();
}
finish();
