// What a run says at its end of every suite together: what took longest, by file and by test, and what failed.

import { stripVTControlCharacters } from 'node:util';

/** A test of a report. `fault`: the reason of its failure, in its first lines; `null` where it passed.
 * @typedef {{ suite: string, file: string, title: string, ms: number, fault: string | null }} Reported */

const SHOWN = 10;
const LINES_OF_A_FAULT = 12;

/**
 * Returns the tests of a Vitest report.
 * @param {string} suite @param {any} report @param {string} root @returns {Reported[]}
 */
export function reportedByVitest(suite, report, root) {
  return report.testResults.flatMap((/** @type {any} */ { name, assertionResults, message, status }) => {
    const file = String(name).replace(`${root}/`, '');
    const tests = assertionResults.map(
      (/** @type {any} */ { duration, failureMessages, fullName, status }) => ({
        suite,
        file,
        title: fullName,
        ms: duration ?? 0,
        fault: status === 'failed' ? firstLines(failureMessages.join('\n')) : null,
      }),
    );
    // A file may fail without any of its tests: in what it imports, or in a hook.
    const isFault = status === 'failed' && tests.every((/** @type {Reported} */ { fault }) => fault === null);
    return isFault
      ? [...tests, { suite, file, title: '(the file)', ms: 0, fault: firstLines(message) }]
      : tests;
  });
}

/** Returns the tests of a Playwright report. @param {string} suite @param {any} report @returns {Reported[]} */
export function reportedByPlaywright(suite, report) {
  /** @param {any} group @returns {Reported[]} */
  const inGroup = ({ specs = [], suites = [] }) => [
    ...specs.map((/** @type {any} */ { file, ok, tests, title }) => ({
      suite,
      file: `tests/e2e/${file}`,
      title,
      ms: tests
        .flatMap((/** @type {any} */ { results }) => results)
        .reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration, 0),
      fault: ok
        ? null
        : firstLines(
            tests
              .flatMap((/** @type {any} */ { results }) => results)
              .flatMap((/** @type {any} */ { errors }) => errors)
              .map((/** @type {any} */ { message }) => message)
              .join('\n'),
          ),
    })),
    ...suites.flatMap(inGroup),
  ];
  return report.suites.flatMap(inGroup);
}

/**
 * Formats the ten slowest files and the ten slowest tests, a line each.
 * @param {readonly Reported[]} tests @returns {string}
 */
export function describeSlowest(tests) {
  /** @type {Map<string, number>} */
  const files = new Map();
  for (const { file, ms } of tests) files.set(file, (files.get(file) ?? 0) + ms);
  const seconds = (/** @type {number} */ ms) => `${(ms / 1_000).toFixed(1)} s`.padStart(9);
  const slowFiles = [...files].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  const slowTests = [...tests].sort((a, b) => b.ms - a.ms).slice(0, SHOWN);
  return [
    'The ten slowest files:',
    ...slowFiles.map(([file, ms]) => `${seconds(ms)}  ${file}`),
    'The ten slowest tests:',
    ...slowTests.map(({ file, ms, title }) => `${seconds(ms)}  ${file}: ${title}`),
  ].join('\n');
}

/**
 * Formats failed tests and checks with their reasons, printed last, so that a reader of the output's end finds them; empty where nothing
 * failed.
 * @param {readonly Reported[]} tests @param {readonly string[]} checks names of the other steps that failed @returns {string}
 */
export function describeFailures(tests, checks) {
  return [
    ...checks.map((name) => `FAILED  ${name}`),
    ...tests.flatMap(({ suite, file, title, fault }) =>
      fault === null ? [] : [`FAILED  ${suite}, ${file}: ${title}`, fault],
    ),
  ].join('\n');
}

/** @param {string} text @returns {string} indented, without colours */
function firstLines(text) {
  return stripVTControlCharacters(text)
    .split('\n')
    .slice(0, LINES_OF_A_FAULT)
    .map((line) => `    ${line}`)
    .join('\n');
}
