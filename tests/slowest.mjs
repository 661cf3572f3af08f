// What took longest in a run, by file and by test, of every suite together.

/** @typedef {{ suite: string, file: string, title: string, ms: number }} Timed */

const SHOWN = 10;

/** The tests of a Vitest report. @param {string} suite @param {any} report @param {string} root @returns {Timed[]} */
export function timedByVitest(suite, report, root) {
  return report.testResults.flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults.map((/** @type {any} */ { duration, fullName }) => ({
      suite,
      file: String(name).replace(`${root}/`, ''),
      title: fullName,
      ms: duration ?? 0,
    })),
  );
}

/** The tests of a Playwright report. @param {string} suite @param {any} report @returns {Timed[]} */
export function timedByPlaywright(suite, report) {
  /** @param {any} group @returns {Timed[]} */
  const inGroup = ({ specs = [], suites = [] }) => [
    ...specs.map((/** @type {any} */ { file, tests, title }) => ({
      suite,
      file: `tests/e2e/${file}`,
      title,
      ms: tests
        .flatMap((/** @type {any} */ { results }) => results)
        .reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration, 0),
    })),
    ...suites.flatMap(inGroup),
  ];
  return report.suites.flatMap(inGroup);
}

/** The ten slowest files and the ten slowest tests, a line each. @param {readonly Timed[]} tests @returns {string} */
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
