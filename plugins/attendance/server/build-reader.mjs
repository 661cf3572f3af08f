// Builds what runs beside the server into plugins/attendance/dist/reader: the thread that reads, and the process that draws. Each is a
// file of its own, for it is started from one.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const plugin = join(dirname(fileURLToPath(import.meta.url)), '..');

await build({
  absWorkingDir: plugin,
  entryPoints: {
    worker: 'server/src/adapters/reading/worker.ts',
    draw: 'server/src/adapters/drawing/draw.ts',
  },
  outdir: 'dist/reader',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // It has a part that is made for the machine, and is installed with the plugin.
  external: ['sharp'],
  logLevel: 'warning',
});
