import fc from 'fast-check';
import { it } from 'vitest';

import { anyCast, anyCommands } from './commands';
import { perform } from './perform';

const RUNS = Number(process.env['RUNS'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

it('[K2] [K4] [K7] [K8] [R5] [R7] [R8] [R9] [R10] [R14] [R15] [R17] [P3] [P4] [P5] [D1] [Z144] [Z145] whole lives keep every rule, whatever happens in whatever order', async () => {
  console.log(`whole lives: SEED=${SEED}`);
  await fc.assert(fc.asyncProperty(anyCast, anyCommands, perform), { numRuns: RUNS, seed: SEED });
}, 180_000);
