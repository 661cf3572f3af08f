import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ENTRY = 'admin/src/index.ts';
/** Bytes, gzip, of our own code; packages that the plugin brings are not counted. */
const BUDGET = 43_008;

/** An output and all that it imports statically: what the browser fetches before it runs. */
function closureOf(metafile: Metafile, output: string, known = new Set<string>()): Set<string> {
  if (known.has(output)) return known;
  known.add(output);
  for (const { external, kind, path: imported } of metafile.outputs[output]?.imports ?? [])
    if (kind === 'import-statement' && external !== true) closureOf(metafile, imported, known);
  return known;
}

it('[Z140] finding C10: every page of the panel loads no schema, and little', async () => {
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
  const always = closureOf(metafile, entry);
  const packages = [...always].flatMap((output) =>
    (metafile.outputs[output]?.imports ?? [])
      .filter(({ external, kind }) => external === true && kind === 'import-statement')
      .map((imported) => imported.path),
  );
  expect(packages).toContain('socket.io-client');
  expect(packages).not.toContain('zod');
  const size = outputFiles
    .filter((file) => [...always].some((output) => file.path.endsWith(`/${output}`)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  console.log(`always loaded in the panel: ${size} of ${BUDGET} bytes gzip`);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});
