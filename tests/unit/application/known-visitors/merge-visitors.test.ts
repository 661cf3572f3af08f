import { beforeEach, describe, expect, it } from 'vitest';

import type { AttachmentId } from '../../../../plugins/attendance/protocol/attachments/attachments';
import type {
  AgentId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../../plugins/attendance/protocol/schemas/ids';
import type { MergeChoices } from '../../../../plugins/attendance/protocol/visitors/known-visitors';
import { addBlock } from '../../../../plugins/attendance/server/src/application/blocks/block-store';
import type { Database } from '../../../../plugins/attendance/server/src/application/database/tx';
import type { InteractionStore } from '../../../../plugins/attendance/server/src/application/interactions/ports';
import type {
  VisitorFields,
  VisitorStore,
} from '../../../../plugins/attendance/server/src/application/visitors/ports';
import { mergeVisitors } from '../../../../plugins/attendance/server/src/application/known-visitors/merge-visitors';
import { ensureTerms } from '../../../../plugins/attendance/server/src/application/visitors/store-terms';
import { TERMS_VERSION } from '../../../../plugins/attendance/server/src/domain/visitors/visitor-terms';
import { CAPTURED, codeOf, dataOf, START } from '../../../contract/world';
import { createMemoryAgentStore } from '../../../support/fakes/memory-agents';
import { addSite, createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { createMemoryInteractionStore } from '../../../support/fakes/memory-interactions';
import { defaultSettings } from '../../../support/fakes/memory-settings';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';
import { createMemoryVisitorStore } from '../../../support/fakes/memory-visitors';

const NO_CHOICE: MergeChoices = { fieldValues: {} };
const BY = { userId: 1, userName: 'Ana' };
const FILE = 'file-1' as AttachmentId;

let rows: MemoryDatabase;
let database: Database;
let visitors: VisitorStore;
let interactions: InteractionStore;
let siteId: SiteId;

beforeEach(() => {
  rows = createMemoryDatabase(defaultSettings());
  database = memoryTransactions(rows);
  visitors = createMemoryVisitorStore(rows);
  interactions = createMemoryInteractionStore(rows);
  siteId = addSite(rows, 'Loja');
});

const known = async (fields: VisitorFields = {}, startKey: string | null = null, now = START) =>
  (await visitors.create(siteId, fields, startKey, now)).visitor.id;
const begin = async (visitorId: VisitorId, now = START): Promise<InteractionId> => {
  const request = { siteId, visitorId, departmentId: null, channel: 'chat' as const, captured: CAPTURED };
  return (await interactions.start(request, now)).stored.interaction.id;
};
const attended = async (visitorId: VisitorId, agentId: AgentId, now: number): Promise<void> => {
  const id = await begin(visitorId, now);
  dataOf(await interactions.claim(id, agentId, now));
  dataOf(await interactions.transition(id, { kind: 'agent-end', agentId }, now));
};
const online = async (userId: number): Promise<AgentId> => {
  const agents = createMemoryAgentStore(rows);
  const { id } = await agents.ensure(userId, `Agent ${userId}`);
  await agents.setPresence(id, 'online');
  return id;
};
const merge = (keptId: VisitorId, goneId: VisitorId, choices = NO_CHOICE) =>
  database.transact((tx) => mergeVisitors(tx, { keptId, goneId, choices, by: BY }, START));
const block = (visitorId: VisitorId) =>
  database.transact((tx) =>
    addBlock(tx, {
      ...{ siteId, visitorId, address: null, reason: 'spam', agentId: 1 as AgentId, byName: 'Ana' },
      ...{ blockedAt: START, until: null },
    }),
  );

describe('a merge of two visitors', () => {
  it('[A4] [Z73] gives files, blocks, tokens and those who were merged before to the kept one', async () => {
    const [kept, gone, earlier] = [await known({ name: 'Carla' }), await known(), await known()];
    dataOf(await merge(gone, earlier));
    const interactionId = await begin(gone);
    const key = { interactionId, side: 'visitor' as const, personId: gone };
    const stored = { ...key, state: 'ready', isPosted: false };
    rows.attachments.set(FILE, { stored, retryAt: null, uploadedAt: START } as never);
    await block(gone);
    dataOf(await merge(kept, gone));
    expect(rows.attachments.get(FILE)?.stored).toMatchObject({ interactionId, personId: kept });
    expect(rows.blocks.map(({ visitorId }) => visitorId)).toEqual([kept]);
    expect(rows.tokens.map(({ visitorId }) => visitorId)).toEqual([kept, kept, kept]);
    expect(rows.visitors.get(earlier)?.mergedInto).toBe(kept);
    // And one who is blocked after it, by whom they were before, is whom they are now.
    expect((await block(earlier)).visitorId).toBe(kept);
  });

  it('[Z73] empties who is gone, terms included, and makes those of the kept one anew', async () => {
    const kept = await known({ name: 'Carla' });
    const gone = await known({ email: 'carla@exemplo.com', document: '12345678909' }, 'key');
    rows.fieldValues.set(`visitor ${gone}`, { '1': 'ouro' });
    dataOf(await merge(kept, gone));
    expect(rows.visitors.get(gone)).toMatchObject({
      email: '',
      document: '',
      startKey: null,
      mergedInto: kept,
    });
    expect(rows.fieldValues.get(`visitor ${gone}`)).toEqual({});
    expect(rows.terms.get(gone)).toEqual([]);
    expect(rows.fieldValues.get(`visitor ${kept}`)).toEqual({ '1': 'ouro' });
    expect(rows.terms.get(kept)?.map(({ term }) => term)).toEqual(
      expect.arrayContaining(['carla', 'carla@exemplo.com', '12345678909']),
    );
  });

  it('[R7] the agent of the newest assignment of both is the kept one’s last', async () => {
    const [first, second] = [await online(1), await online(2)];
    const [kept, gone] = [await known(), await known()];
    await attended(kept, first, START + 1);
    await attended(gone, second, START + 2);
    dataOf(await merge(kept, gone));
    expect(rows.visitors.get(kept)?.lastAgentId).toBe(second);
  });

  it.each([
    ['younger', START + 1, 'gone'],
    ['older', START - 1, 'kept'],
  ] as const)(
    '[Z17] [Z74] a start key of the gone one that is %s leaves that of the %s',
    async (_, at, whose) => {
      const kept = await known({}, 'kept', START);
      const gone = await known({}, 'gone', at);
      const keys = { kept: rows.visitors.get(kept)?.startKey, gone: rows.visitors.get(gone)?.startKey };
      dataOf(await merge(kept, gone));
      expect(rows.visitors.get(kept)?.startKey).toEqual(keys[whose]);
    },
  );

  it('[Z73] is noted with who chose what, and with no value of the visitor’s', async () => {
    const kept = await known({ name: 'Carla', email: 'a@exemplo.com' });
    const gone = await known({ email: 'b@exemplo.com' });
    rows.fieldValues.set(`visitor ${kept}`, { '7': 'ouro' }).set(`visitor ${gone}`, { '7': 'prata' });
    expect(codeOf(await merge(kept, gone, { email: gone, fieldValues: {} }))).toBe('conflict');
    expect(rows.audit).toEqual([]);
    dataOf(await merge(kept, gone, { email: gone, fieldValues: { '7': kept } }));
    const changes = [
      { field: 'visitor', before: `#${gone}`, after: `#${kept}` },
      { field: 'email', before: null, after: `#${gone}` },
      { field: 'field.7', before: null, after: `#${kept}` },
    ];
    const record = { by: BY, action: 'visitor.merge', subject: 'Carla', changes };
    expect(rows.audit).toEqual([{ record, at: START }]);
  });

  it('[P3] [Z73] writes nothing where it is refused', async () => {
    const [kept, gone] = [await known({ name: 'Carla' }), await known({ email: 'carla@exemplo.com' })];
    await begin(kept);
    await begin(gone);
    const before = structuredClone({ ...rows, settings: null });
    expect(codeOf(await merge(kept, gone))).toBe('conflict');
    expect(codeOf(await merge(kept, kept))).toBe('not_found');
    expect(codeOf(await merge(kept, 99 as VisitorId))).toBe('not_found');
    expect({ ...rows, settings: null }).toEqual(before);
  });
});

describe('tokens that nobody presented', () => {
  it('[Z16] of one browser no more than five are kept, and the newest of them', async () => {
    const { token } = await visitors.create(siteId, {}, 'key-of-one', START);
    const later = START + 20 * 60_000;
    await visitors.present(siteId, token, START);
    for (let each = 0; each < 7; each += 1) await visitors.present(siteId, token, later + each);
    const waiting = rows.tokens.filter(({ presentedAt }) => presentedAt === null);
    expect(waiting.map(({ issuedAt }) => issuedAt - later)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('terms of earlier versions', () => {
  it('[Z70] are made anew, of however many', async () => {
    for (let number = 0; number < 450; number += 1) await known({ name: `Carla ${number}` });
    rows.terms.clear();
    for (const visitor of rows.visitors.values())
      visitor.termsVersion = visitor.id % 2 === 0 ? null : TERMS_VERSION - 1;
    await ensureTerms(database);
    expect(rows.terms.size).toBe(450);
    expect([...rows.visitors.values()].every((one) => one.termsVersion === TERMS_VERSION)).toBe(true);
  });
});
