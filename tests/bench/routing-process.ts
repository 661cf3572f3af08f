import { sqlOn } from '../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { createAgentReader } from '../../plugins/attendance/server/src/adapters/agents/agent-reader';
import { createAgentStore } from '../../plugins/attendance/server/src/application/agents/agent-store';
import { openInteractions } from '../../plugins/attendance/server/src/composition/storage/interactions';
import { systemClock } from '../../plugins/attendance/server/src/adapters/strapi/system-clock';
import { createAttend } from '../../plugins/attendance/server/src/application/attending/attend';
import type { Publisher } from '../../plugins/attendance/server/src/application/interactions/publisher';
import type { RoutingAgent } from '../../plugins/attendance/server/src/domain/routing/routing';
import { planAssignments } from '../../plugins/attendance/server/src/domain/routing/routing-plan';
import { openStore } from '../support/strapi/open-store';
import type { RoutingResult } from './routing';
import { quantile } from './statistics';

const DECISIONS = 200;
const ENDS = 200;

/** The rules and the store of the product on the database given; prints a RoutingResult. */
const { close, knex } = await openStore(process.argv[2] ?? '');
const { database, interactions, messages } = openInteractions(knex, systemClock);
const agents = createAgentStore(database, createAgentReader(sqlOn(knex)), systemClock);
const nothing = (): void => undefined;
const publisher: Publisher = {
  transitioned: nothing,
  messagePosted: nothing,
  visitorChanged: nothing,
  agentPresenceSeen: nothing,
  deadlinesMoved: nothing,
  receiptAdvanced: nothing,
  typingChanged: nothing,
  removed: nothing,
  queueChanged: nothing,
  offlineMessageChanged: nothing,
};
const attend = createAttend({
  clock: systemClock,
  interactions,
  messages,
  agents,
  publisher,
  isAgentConnected: () => true,
  availabilityChanged: () => Promise.resolve(),
  callOver: () => undefined,
  announceSelf: () => Promise.resolve(),
  heartbeat: { catchUp: () => Promise.resolve() },
});

function timed<Result>(work: () => Result): { result: Result; ms: number } {
  const startedAt = performance.now();
  const result = work();
  return { result, ms: performance.now() - startedAt };
}

const requests = await interactions.routingRequests();
const roster = await agents.routingAgents(() => true);
const withOneFree = roster.map<RoutingAgent>((agent, index) => ({
  ...agent,
  heldSlots: Array.from({ length: agent.capacity - Number(index === 500) }, (_, slot) => slot),
}));
const decisions = Array.from({ length: DECISIONS }, () => {
  const { ms, result } = timed(() => planAssignments(requests, withOneFree, Date.now()));
  if (result.length !== 1) throw new Error(`${result.length} were planned where one agent has room`);
  return ms;
});
const plan = timed(() => planAssignments(requests, roster, Date.now()));

const startedAt = performance.now();
await attend.assignWaiting();
const assignedSeconds = (performance.now() - startedAt) / 1_000;
const [{ assigned }] = (await knex('attendance_slots').count({ assigned: '*' })) as [{ assigned: number }];

// Half of them wait again behind full agents: each end gives the next one.
const half = requests.slice(requests.length / 2);
// In this order: the database keeps the slots of what is assigned.
await knex.raw(
  `UPDATE attendance_interactions SET status = 'waiting', agent_id = NULL, assigned_at = NULL
   WHERE id >= ${half[0]?.interactionId ?? 0}`,
);
await knex.raw(`DELETE FROM attendance_slots WHERE interaction_id >= ${half[0]?.interactionId ?? 0}`);
await knex.raw(
  `UPDATE attendance_agents SET capacity = (SELECT count(*) FROM attendance_slots s WHERE s.agent_id = attendance_agents.id)`,
);
const held = (await knex('attendance_slots').select('agent_id', 'interaction_id').limit(ENDS)) as {
  agent_id: never;
  interaction_id: never;
}[];
const nextMs: number[] = [];
for (const { agent_id: agentId, interaction_id: id } of held) {
  const from = performance.now();
  await attend.transition(id, { kind: 'agent-end', agentId });
  nextMs.push(performance.now() - from);
}
await close();

const result: RoutingResult = {
  decisionMs: { p50: quantile(decisions, 0.5), p99: quantile(decisions, 0.99) },
  planMs: plan.ms,
  assigned: Number(assigned),
  assignedSeconds,
  nextMs: { p50: quantile(nextMs, 0.5), p99: quantile(nextMs, 0.99) },
};
console.log(JSON.stringify(result));
