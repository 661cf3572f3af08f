import { beforeEach, describe, expect, it } from 'vitest';

import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { createAdvanceReceipt } from '../../../../plugins/attendance/server/src/application/messages/advance-receipt';
import {
  latestMessages,
  listMessages,
} from '../../../../plugins/attendance/server/src/application/messages/list-messages';
import type { StoredInteraction } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import { dataOf } from '../../../contract/world';
import { openServiceScene, type ServiceScene } from '../service-scene';

let scene: ServiceScene;
let chat: StoredInteraction;
let first: number;

beforeEach(async () => {
  scene = openServiceScene();
  await scene.online('Ana');
  chat = await scene.chat();
  const author = { side: 'visitor', visitorId: chat.visitor.id } as const;
  const posted = [];
  for (const body of ['um', 'dois', 'três', 'quatro'])
    posted.push(
      dataOf(
        await scene.attend.post({
          interactionId: chat.interaction.id,
          clientMessageId: body,
          body,
          author,
        }),
      ),
    );
  first = posted[0]?.message.sequence ?? 0;
  scene.told();
});

describe('a page of a transcript', () => {
  const list = async (query: { afterSequence?: number; beforeSequence?: number; limit: number }) => {
    const page = await listMessages(scene.messages, { ...query, interactionId: chat.interaction.id });
    return { sequences: page.messages.map(({ sequence }) => sequence - first), hasMore: page.hasMore };
  };

  it('[C3] is what follows a sequence, what stands before one, or the newest', async () => {
    expect(await list({ afterSequence: first, limit: 2 })).toEqual({ sequences: [1, 2], hasMore: true });
    expect(await list({ beforeSequence: first + 2, limit: 2 })).toMatchObject({ sequences: [0, 1] });
    expect(await list({ limit: 2 })).toEqual({ sequences: [2, 3], hasMore: true });
    // Nothing was read before the first: 0 is a sequence like any other.
    expect((await list({ afterSequence: 0, limit: 200 })).sequences.slice(-4)).toEqual([0, 1, 2, 3]);
  });

  it('is as long as a page may be where a screen shows it first', async () => {
    const { id } = chat.interaction;
    expect(await latestMessages(scene.messages, id)).toEqual(
      await scene.messages.before(id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage),
    );
  });
});

describe('a receipt', () => {
  it('[C2] is told to both sides when it advances, and to nobody when it does not', async () => {
    const advance = createAdvanceReceipt(scene);
    const both = [
      `visitor/${chat.visitor.id} receipt:advanced`,
      expect.stringMatching(/^agent\/\d+ receipt:advanced$/),
    ];
    await advance(chat, 'agent', 'delivered', first + 1);
    expect(scene.told()).toEqual(both);
    await advance(chat, 'agent', 'delivered', first);
    expect(scene.told()).toEqual([]);
    await advance(chat, 'visitor', 'read', first);
    expect(scene.told()).toEqual(both);
    expect((await scene.find(chat.interaction.id)).receipts).toMatchObject({
      agent: { delivered: first + 1 },
      visitor: { read: first },
    });
  });
});
