import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { endWithUs } from '../support/end-with-us';
import { copyTemplate, prepareRows } from '../support/strapi/prepared-database';
import { round, type Bench } from './bench';

export const ROUTING_AGENTS = 1_000;
const WAITING = 10_000;

/** What routing-process.ts prints. */
export interface RoutingResult {
  /** One request given to the one agent with room, among all who wait and all agents. */
  readonly decisionMs: { readonly p50: number; readonly p99: number };
  /** All who wait given to agents who all have room: one run of the planner. */
  readonly planMs: number;
  readonly assigned: number;
  readonly assignedSeconds: number;
  /** From an agent's end to the next assignment on disk, with a long queue behind. */
  readonly nextMs: { readonly p50: number; readonly p99: number };
}

/** Routing with 1,000 agents and 10,000 who wait: the real rules and the real store, without a network. */
export async function measureRouting(bench: Bench): Promise<boolean> {
  const filename = path.join(bench.folder, 'routing.db');
  await copyTemplate(bench.root, filename);
  prepareRows(filename, { agents: ROUTING_AGENTS, attended: 0, waiting: WAITING });
  const child = endWithUs(
    spawn(
      process.execPath,
      [
        ...(bench.profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${bench.profiles}`]),
        path.join(bench.bundles, 'routing-process.mjs'),
        filename,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`routing-process ended with ${String(code)}`);
  const result = JSON.parse(text) as RoutingResult;
  const { assigned, assignedSeconds, decisionMs, nextMs, planMs } = result;
  bench.say(`\nRouting: ${ROUTING_AGENTS} agents, ${WAITING} waiting`);
  bench.say(`routing decision: ${round(decisionMs.p50, 3)} ms p50, ${round(decisionMs.p99, 3)} ms p99`);
  bench.say(`  a plan for all of them: ${round(planMs, 1)} ms`);
  bench.say(`durable assignments: ${round(assigned / assignedSeconds)} /s (${assigned} of ${WAITING})`);
  bench.say(
    `  from an agent's end to the next assignment: ${round(nextMs.p50, 1)} / ${round(nextMs.p99, 1)} ms`,
  );
  return assigned === WAITING;
}
