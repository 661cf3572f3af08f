import { expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import * as acts from './acts';
import { createLife } from './life';
import { demand } from './ledger';

const SALES = 0;
const NO_DEPARTMENT = 5;

it('[R10] whoever goes Offline for missing too many in a row is given nothing in that very moment', async () => {
  const life = await createLife({
    visitors: 2,
    agents: [
      { capacity: 1, channels: CHANNELS, departments: [SALES] },
      { capacity: 1, channels: CHANNELS, departments: [] },
    ],
    ringMs: 5_000,
    missedMax: 1,
    reserveAfterMs: 30_000,
    persistenceMs: 90_000,
    graceMs: 300_000,
  });
  const { cases, guests, workers } = life.ledger;
  for (const id of workers.keys()) await acts.connectAgent(life, id);
  const [ana, bruno] = [...workers.keys()];
  const [first, second] = [...guests.keys()];
  demand(ana !== undefined && bruno !== undefined && first !== undefined && second !== undefined, 'the cast');
  await acts.setPresence(life, ana, 'online');
  await acts.request(life, first, 'chat', NO_DEPARTMENT);
  // Of a department that only Ana attends, who is full: it waits for the very room that she is about to lose.
  await acts.request(life, second, 'chat', SALES);
  await acts.setPresence(life, bruno, 'online');
  await life.pass(8_000);
  const { database } = life;
  expect(database.agents.get(ana)).toMatchObject({ presence: 'offline', offlineReason: 'missed' });
  expect([...cases.values()].map(({ agentId, state }) => ({ agentId, state }))).toEqual([
    { agentId: bruno, state: 'held' },
    { agentId: null, state: 'waiting' },
  ]);
  expect(database.assignments.map(({ agentId, outcome }) => ({ agentId, outcome }))).toEqual([
    { agentId: ana, outcome: 'missed' },
    { agentId: bruno, outcome: 'held' },
  ]);
  const [screen] = [...life.screens].filter(({ agentId }) => agentId === ana);
  expect(screen?.state.self).toMatchObject({ presence: 'offline', offlineReason: 'missed' });
});
