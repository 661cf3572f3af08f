// `npm run spec -- NAME …`: the test files whose path holds NAME, by the tool that runs their kind; what follows goes to that tool.
// Builds what is stale before, as every run does.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { build, buildWidget, install, root } from '../src/start/prepare.mjs';
import { ALONE } from './e2e/alone.mjs';

/** Projects that need nothing but the sources. */
const UNBUILT = ['unit', 'contract'];

const [name, ...more] = process.argv.slice(2);
if (name === undefined) {
  console.error('Which? npm run spec -- return.spec.ts');
  process.exit(2);
}
const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|spec)\.ts$/.test(file) && file.includes(name))
  .map((file) => path.join('tests', file));
const kinds = new Set(files.map((file) => file.split(path.sep)[1] ?? ''));
const [kind] = kinds;
if (kind === undefined || kinds.size > 1) {
  console.error(
    files.length === 0
      ? `No test file's path holds “${name}”.`
      : `“${name}” names tests of several kinds:\n${files.join('\n')}`,
  );
  process.exit(2);
}
install();
if (UNBUILT.includes(kind)) buildWidget();
else build();
const config = files.every((file) => ALONE.includes(path.basename(file))) ? 'alone' : 'playwright';
const command =
  kind === 'e2e'
    ? ['playwright', 'test', '-c', `tests/e2e/${config}.config.ts`, ...files]
    : ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', kind, ...files];
const { status } = spawnSync('npx', [...command, ...more], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
