import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, OfflineMessageId, SiteId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { OfflineMessageStore } from '../../../../plugins/attendance/server/src/application/offline-messages/offline-messages';
import { createOfflineMessageStore } from '../../../../plugins/attendance/server/src/application/offline-messages/offline-message-store';
import { codeOf, dataOf, START } from '../../../contract/world';
import { addSite, createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { defaultSettings } from '../../../support/fakes/memory-settings';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';

const [ANA, BRUNO] = [1 as AgentId, 2 as AgentId];

let rows: MemoryDatabase;
let store: OfflineMessageStore;
let siteId: SiteId;

beforeEach(() => {
  rows = createMemoryDatabase(defaultSettings());
  store = createOfflineMessageStore(memoryTransactions(rows), { unanswered: () => Promise.resolve([]) });
  siteId = addSite(rows, 'Loja');
});

const left = async (): Promise<OfflineMessageId> => {
  const message = { siteId, name: 'Carla', email: 'carla@exemplo.com', body: 'Olá', originUrl: '' };
  return (await store.leave(message, START)).id;
};

describe('what a visitor left', () => {
  it('[R13] is open, and taken by one agent; taking it twice is harmless', async () => {
    const id = await left();
    expect(dataOf(await store.take(id, ANA, 'Ana'))).toMatchObject({
      status: 'taken',
      siteName: 'Loja',
      leftAt: START,
      takenBy: { id: ANA, name: 'Ana' },
    });
    expect(codeOf(await store.take(id, BRUNO, 'Bruno'))).toBe('conflict');
    expect(codeOf(await store.answer(id, BRUNO, 'Bruno', START))).toBe('conflict');
    expect(dataOf(await store.take(id, ANA, 'Ana')).status).toBe('taken');
  });

  it('[R13] [D1] is answered once, by whoever answers first, and not taken any more', async () => {
    const id = await left();
    expect(dataOf(await store.answer(id, ANA, 'Ana', START + 5)).status).toBe('answered');
    expect(dataOf(await store.answer(id, BRUNO, 'Bruno', START + 9)).takenBy).toEqual({
      id: ANA,
      name: 'Ana',
    });
    // The reports count until the first answer [D1].
    expect(rows.offlineMessages.get(id)).toMatchObject({ answeredAt: START + 5 });
    expect(codeOf(await store.take(id, ANA, 'Ana'))).toBe('conflict');
    expect(codeOf(await store.take(99 as OfflineMessageId, ANA, 'Ana'))).toBe('not_found');
  });
});
