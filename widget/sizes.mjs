// Prints the built widget's weight on the wire, and fails over budget: the loader, what a first click adds to the host's page, the
// panel in the frame with its default language, and what forms, a call and an end add to it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { outputFolder } from './output-folder.mjs';

const BUDGETS = {
  loader: 2_048,
  panel: 2_048,
  page: 2_048,
  pages: 1_024,
  triggers: 2_048,
  app: 29_696,
  forms: 8_192,
  call: 15_360,
  end: 4_096,
};

/**
 * Returns a file's weight on the wire: bytes after gzip.
 * @param {string} path
 */
async function weigh(path) {
  return gzipSync(await readFile(join(outputFolder, path)), { level: 9 }).length;
}

/**
 * Returns the files' total weight in bytes after gzip.
 * @param {readonly string[]} files
 */
async function weighAll(files) {
  const sizes = await Promise.all(files.map((file) => weigh(`assets/${file}`)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Returns the scripts that the entry loads before its first screen: itself, and its static imports.
 * @param {string} script
 * @returns {Promise<string[]>}
 */
async function staticScripts(script) {
  const text = await readFile(join(outputFolder, 'assets', script), 'utf8');
  const imported = [...text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const deeper = await Promise.all(imported.map(staticScripts));
  return [...new Set([script, ...deeper.flat()])];
}

/** @type {{ script: string, style: string }} */
const manifest = JSON.parse(await readFile(join(outputFolder, 'manifest.json'), 'utf8'));
const scripts = await staticScripts(manifest.script);

/**
 * Returns the weight that a part fetched late adds to the panel.
 * @param {string} name
 */
async function weighPart(name) {
  const files = await readdir(join(outputFolder, 'assets'));
  const part = files.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!part) throw new Error(`no ${name} was built`);
  return weighAll((await staticScripts(part)).filter((script) => !scripts.includes(script)));
}

const sizes = {
  loader: await weigh('loader.js'),
  panel: await weigh('assets/panel.js'),
  page: await weigh('assets/page.js'),
  pages: await weigh('assets/pages.js'),
  triggers: await weigh('assets/triggers.js'),
  app: await weighAll([...scripts, manifest.style]),
  forms: await weighPart('form-part'),
  call: await weighPart('call-part'),
  end: await weighPart('end-part'),
};

for (const [name, size] of Object.entries(sizes)) {
  const budget = BUDGETS[/** @type {keyof typeof BUDGETS} */ (name)];
  console.log(`${name.padEnd(8)}${String(size).padStart(7)} of ${budget} bytes gzip`);
  if (size > budget) process.exitCode = 1;
}
