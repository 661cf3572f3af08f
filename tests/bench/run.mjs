// `npm run bench`: the product's server beside a bare Socket.IO server, in the same minutes, on loopback. Ends by itself.
//   --pairs 3     fewer interleaved pairs        --only chat,storm,routing,reports   some of the measurements
//   --interactions 200000   past interactions that the reports are made of
//   --profile     a CPU profile of the server under saturation, into the folder given: --profile /tmp/profiles
import { spawn } from 'node:child_process';
import path from 'node:path';

import { build, install, root } from '../../src/start/prepare.mjs';
import { bundle } from '../support/bundle.mjs';

install();
build();
const folder = await bundle('bench', {
  main: 'tests/bench/main.ts',
  'bare-server': 'tests/bench/bare-server.ts',
  'routing-process': 'tests/bench/routing-process.ts',
});
const main = spawn(process.execPath, [path.join(folder, 'main.mjs'), root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => main.kill(signal));
main.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
