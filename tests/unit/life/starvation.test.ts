import { expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import * as acts from './acts';
import { createLife, type Life } from './life';

const AGENT = { capacity: 2, channels: CHANNELS, departments: [] };
const NO_DEPARTMENT = 5;

/** Two agents who hold two chats each, and the fifth visitor waiting for a call. */
async function fullHouse(): Promise<Life> {
  const life = await createLife({
    visitors: 5,
    agents: [AGENT, AGENT],
    ringMs: 0,
    missedMax: 0,
    reserveAfterMs: 30_000,
    persistenceMs: 90_000,
    graceMs: 300_000,
  });
  for (const id of life.ledger.workers.keys()) {
    await acts.connectAgent(life, id);
    await acts.setPresence(life, id, 'online');
  }
  for (const id of life.ledger.guests.keys())
    await acts.request(life, id, life.ledger.cases.size < 4 ? 'chat' : 'voice', NO_DEPARTMENT);
  return life;
}

/** Every agent ends one chat, and a chat is asked for at once in its place. */
async function turnOver(life: Life): Promise<void> {
  for (const id of life.ledger.workers.keys()) {
    const held = acts.nthHeld(life, id, 0);
    if (held === undefined || held.channel !== 'chat') continue;
    await acts.end(life, id, held);
    await acts.request(life, held.visitorId, 'chat', NO_DEPARTMENT);
  }
}

it('[R8] a stream of chats that takes every slot cannot starve a call: one agent is kept, and takes it when the last chat is ended', async () => {
  const life = await fullHouse();
  const call = [...life.ledger.cases.values()].find(({ channel }) => channel === 'voice');
  for (let turn = 0; turn < 3; turn += 1) await turnOver(life);
  expect(call?.state).toBe('waiting');
  await life.pass(32_000);
  const [kept] = [...life.ledger.workers.values()].filter(({ reservedFor }) => reservedFor === call?.id);
  expect(kept).toBeDefined();
  // Two chats at once: after two more ends of theirs the kept agent is free, and nothing but the call has come.
  for (let turn = 0; turn < 2; turn += 1) await turnOver(life);
  expect(call).toMatchObject({ state: 'held', agentId: kept?.id });
  expect(kept?.reservedFor).toBeNull();
});
