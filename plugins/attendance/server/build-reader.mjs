// Builds the thread that reads beside the chat into plugins/attendance/dist/reader: a file of its own, for a worker is started
// from a file.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const plugin = join(dirname(fileURLToPath(import.meta.url)), '..');

await build({
  absWorkingDir: plugin,
  entryPoints: { worker: 'server/src/adapters/reading/worker.ts' },
  outdir: 'dist/reader',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
