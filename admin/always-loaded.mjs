// Measures what every page of the admin panel loads of this plugin: the entry, and what it imports statically.
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
const ENTRY = 'admin/src/index.ts';

/** Bytes, gzip, of our own code; packages that the plugin brings are not counted. */
export const BUDGET = 24_576;

/**
 * An output and all that it imports statically: what the browser fetches before it runs.
 * @param {import('esbuild').Metafile} metafile @param {string} output @param {Set<string>} known @returns {Set<string>}
 */
function closureOf(metafile, output, known = new Set()) {
  if (known.has(output)) return known;
  known.add(output);
  for (const { external, kind, path } of metafile.outputs[output]?.imports ?? [])
    if (kind === 'import-statement' && external !== true) closureOf(metafile, path, known);
  return known;
}

/**
 * Returns how many bytes every page of the panel loads, gzip, which packages these bytes import, and which of our files that import
 * zod have a part in them.
 * @returns {Promise<{ size: number, packages: string[], withSchemas: string[] }>}
 */
export async function measureAlwaysLoaded() {
  const { metafile, outputFiles } = await build({
    entryPoints: [ENTRY],
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    outdir: 'dist',
    logLevel: 'error',
  });
  const [entry = ''] = Object.keys(metafile.outputs).filter(
    (file) => metafile.outputs[file]?.entryPoint === ENTRY,
  );
  const always = [...closureOf(metafile, entry)];
  const packages = always.flatMap((output) =>
    (metafile.outputs[output]?.imports ?? [])
      .filter(({ external, kind }) => external === true && kind === 'import-statement')
      .map(({ path }) => path),
  );
  const sources = always.flatMap((output) =>
    Object.entries(metafile.outputs[output]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([source]) => source),
  );
  const size = outputFiles
    .filter((file) => always.some((output) => file.path.endsWith(`/${output}`)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  const withSchemas = sources.filter((source) =>
    metafile.inputs[source]?.imports.some(({ path }) => path === 'zod'),
  );
  return { size, packages: [...new Set(packages)], withSchemas: [...new Set(withSchemas)] };
}
