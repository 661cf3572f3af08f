// Builds the widget into plugins/attendance/dist/widget: the loader, the panel's script for the host's page, the frame's hashed
// assets, and manifest.json.
import { build, transform } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { outputFolder } from './output-folder.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  // The type check's settings are not used: they would put "use strict" into the loader.
  tsconfigRaw: {},
  logLevel: 'warning',
};

/**
 * Module aliases: the source imports React; the bundle gets preact's core and hooks, without the compatibility layer (3 kB),
 * which it does not need.
 * @type {Record<string, string>}
 */
const react = {
  react: 'preact/hooks',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': join(here, 'app/preact-root.ts'),
};

/**
 * Keeps socket.io-client's manager and socket, and replaces engine, packet format and emitter below them by ones with only what
 * the panel uses (10 kB less).
 * @type {import('esbuild').Plugin}
 */
const slimRealtime = {
  name: 'slim-realtime',
  setup(pluginBuild) {
    const client = join(dirname(fileURLToPath(import.meta.resolve('socket.io-client'))), '../esm');
    /** @type {Record<string, string>} */
    const standIns = {
      'engine.io-client': join(here, 'app/realtime/engine/engine.ts'),
      'socket.io-parser': join(here, 'app/realtime/engine/plain-packets.ts'),
      '@socket.io/component-emitter': join(here, 'app/realtime/engine/emitter.ts'),
    };
    pluginBuild.onResolve({ filter: /^socket\.io-client$/ }, () => ({ path: join(client, 'manager.js') }));
    pluginBuild.onResolve(
      { filter: /^(engine\.io-client|socket\.io-parser|@socket\.io\/component-emitter)$/ },
      ({ path, importer }) => (importer.startsWith(client) ? { path: standIns[path] ?? path } : undefined),
    );
  },
};

/**
 * Bundles the sheets of parts that are fetched late with those parts, as text: the bundler would put them all into the first one.
 * @type {import('esbuild').Plugin}
 */
const sheetsAsText = {
  name: 'sheets-as-text',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.sheet\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: shared.target,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/**
 * Makes every part that is fetched late import `start`, which runs already by then. Otherwise the bundler cuts what parts share
 * into a chunk for each set of parts that use it: a dozen small files. So there is one file of all that is not late, and it packs
 * better (1.6 kB less).
 * @type {import('esbuild').Plugin}
 */
const oneSharedChunk = {
  name: 'one-shared-chunk',
  setup(pluginBuild) {
    /** @type {Set<string>} */
    const late = new Set();
    const start = JSON.stringify(join(here, 'app/start.tsx'));
    pluginBuild.onResolve({ filter: /^\./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === late) return undefined;
      const found = await pluginBuild.resolve(path, { kind, importer, resolveDir, pluginData: late });
      late.add(found.path);
      return found;
    });
    pluginBuild.onLoad({ filter: /\.tsx?$/ }, async ({ path }) =>
      late.has(path)
        ? {
            contents: `import ${start};${await readFile(path, 'utf8')}`,
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }
        : undefined,
    );
  },
};

/**
 * Builds the scripts of the host's page: the loader, and the script that it fetches with the first click. That one has a fixed
 * name, for a loader may be some minutes older than it.
 * @param {string} folder
 */
async function buildHostScripts(folder) {
  await build({
    ...shared,
    entryPoints: ['sdk/loader.ts'],
    format: 'iife',
    outfile: join(folder, 'loader.js'),
  });
  await build({
    ...shared,
    entryPoints: ['sdk/page-panel.ts'],
    format: 'esm',
    outfile: join(folder, 'assets/panel.js'),
  });
  await build({
    ...shared,
    entryPoints: ['sdk/keep-page.ts'],
    format: 'esm',
    outfile: join(folder, 'assets/page.js'),
  });
  await build({
    ...shared,
    entryPoints: ['sdk/pages.ts'],
    format: 'esm',
    outfile: join(folder, 'assets/pages.js'),
  });
  await build({
    ...shared,
    entryPoints: ['sdk/triggers.ts'],
    format: 'esm',
    outfile: join(folder, 'assets/triggers.js'),
  });
  await build({
    ...shared,
    entryPoints: ['sdk/preview-page.ts'],
    format: 'iife',
    outfile: join(folder, 'assets/preview.js'),
  });
}

/**
 * Builds the frame's assets, and returns the names of its script and style. The frame's page names the shared file itself rather
 * than the entry, which would only import it, one round trip later.
 * @param {string} folder
 * @returns {Promise<{ script: string, style: string }>}
 */
async function buildApp(folder) {
  const { metafile } = await build({
    ...shared,
    entryPoints: { app: 'app/main.tsx' },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    alias: react,
    plugins: [slimRealtime, sheetsAsText, oneSharedChunk],
    // socket.io-client keeps a build without debug output behind the default condition.
    conditions: ['default'],
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    metafile: true,
  });
  refuseZod(metafile);
  const files = Object.keys(metafile.outputs).map((path) => basename(path));
  const entry = theOne(files, /^app-.*\.js$/);
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(entry)) ?? [];
  const imported = (output?.imports ?? []).map(({ path }) => basename(path));
  await rm(join(folder, 'assets', entry));
  return { script: theOne(imported, /^chunk-.*\.js$/), style: theOne(files, /^app-.*\.css$/) };
}

/**
 * Throws if the bundle contains Zod. The protocol's schemas are for the server; one careless import would double the panel.
 * @param {import('esbuild').Metafile} metafile
 */
function refuseZod(metafile) {
  for (const output of Object.values(metafile.outputs)) {
    const zod = Object.entries(output.inputs).find(
      ([path, input]) => /node_modules\/zod\//.test(path) && input.bytesInOutput > 0,
    );
    if (zod) throw new Error(`zod must not reach the browser: ${zod[0]}`);
  }
}

/**
 * Returns the one file that matches. Throws when there is none, or more than one.
 * @param {readonly string[]} files
 * @param {RegExp} pattern
 */
function theOne(files, pattern) {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1 || !found[0])
    throw new Error(`expected one ${pattern}, found ${found.join(', ') || 'none'}`);
  return found[0];
}

export async function buildWidget() {
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(outputFolder, { recursive: true });
  await buildHostScripts(outputFolder);
  const manifest = await buildApp(outputFolder);
  await writeFile(join(outputFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

await buildWidget();
