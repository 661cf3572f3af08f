// Writes docs/protocol.md from the schemas and docs/protocol.template.md. A unit test fails while the two differ.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'tests/support/protocol-document');
// Within the project, so that the packages left out of the bundle are found.
const folder = mkdtempSync(path.join(root, 'node_modules/.protocol-'));
try {
  const outfile = path.join(folder, 'document.mjs');
  await build({
    stdin: {
      contents: `export * from './render'; export * from './comments';`,
      resolveDir: source,
      loader: 'ts',
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const { readComments, renderProtocol } = await import(pathToFileURL(outfile).href);
  const template = readFileSync(path.join(root, 'docs/protocol.template.md'), 'utf8');
  const text = renderProtocol(template, readComments(path.join(root, 'plugins/attendance/protocol')));
  writeFileSync(path.join(root, 'docs/protocol.md'), text);
  console.log(`docs/protocol.md: ${text.split('\n').length} lines`);
} finally {
  rmSync(folder, { recursive: true });
}
