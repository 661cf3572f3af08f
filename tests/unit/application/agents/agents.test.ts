import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { AgentStore } from '../../../../plugins/attendance/server/src/application/agents/ports';
import { createMemoryAgentStore } from '../../../support/fakes/memory-agents';
import { createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { defaultSettings } from '../../../support/fakes/memory-settings';

const CALL = 7 as InteractionId;

let rows: MemoryDatabase;
let agents: AgentStore;

beforeEach(() => {
  rows = createMemoryDatabase(defaultSettings());
  agents = createMemoryAgentStore(rows);
});

describe('whoever may attend', () => {
  it('[Z8] [R16] begins Offline, on all channels, of no department, once', async () => {
    const ana = await agents.ensure(1, 'Ana');
    expect(ana).toMatchObject({
      presence: 'offline',
      channels: ['chat', 'voice', 'video'],
      departmentIds: [],
    });
    expect(await agents.ensure(1, 'Another name')).toEqual(ana);
    expect(rows.agents.size).toBe(1);
  });

  it('[Z141] is expected until they connect, and nobody who is there is made anew', async () => {
    await agents.ensure(1, 'Ana');
    await agents.expect([
      { userId: 1, name: 'Ana' },
      { userId: 2, name: 'Bruno' },
    ]);
    const expected = async () => (await agents.profiles()).map((one) => [one.publicName, one.isNeverHere]);
    expect(await expected()).toEqual([
      ['Ana', false],
      ['Bruno', true],
    ]);
    await agents.ensure(2, 'Bruno');
    expect(await expected()).toEqual([
      ['Ana', false],
      ['Bruno', false],
    ]);
  });

  it('[R8] is kept for one call while Online, and for none any more once Offline', async () => {
    const { id } = await agents.ensure(1, 'Ana');
    expect(await agents.reserve(id, CALL)).toBe(false);
    await agents.setPresence(id, 'online');
    expect(await agents.reserve(id, CALL)).toBe(true);
    expect(await agents.reserve(id, 8 as InteractionId)).toBe(false);
    await agents.setPresence(id, 'offline');
    expect(rows.agents.get(id)?.reservedFor).toBeNull();
  });
});
