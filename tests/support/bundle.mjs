import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles TypeScript that runs as a process of its own into one file for each entry. The folder is inside node_modules, so that packages
 * are found from it.
 * @param {string} name @param {Readonly<Record<string, string>>} entries names of the files, without .mjs, and their sources
 * @returns {Promise<string>} the folder
 */
export async function bundle(name, entries) {
  const folder = path.join(root, 'node_modules', `.atende-${name}-bundle`);
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, source]) => ({ in: source, out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return folder;
}
