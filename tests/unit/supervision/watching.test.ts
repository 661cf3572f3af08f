import { describe, expect, it } from 'vitest';

import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { AgentId, InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Board } from '../../../plugins/attendance/protocol/supervision/board';
import type { Publisher } from '../../../plugins/attendance/server/src/application/interactions/publisher';
import { createFacts } from '../../../plugins/attendance/server/src/gateway/connection/facts';
import { createFollowings } from '../../../plugins/attendance/server/src/gateway/connection/followings';
import { createSnapshots } from '../../../plugins/attendance/server/src/gateway/connection/snapshots';
import { createBoardPublisher } from '../../../plugins/attendance/server/src/gateway/publish/publish-board';
import { createFollowersPublisher } from '../../../plugins/attendance/server/src/gateway/publish/publish-followed';

const CHAT = 1 as InteractionId;
const PEOPLE = { visitorId: 1 as VisitorId, agentId: 2 as AgentId };
const LINE: Message = { side: 'visitor', sequence: 1, sentAt: 5, clientMessageId: 'a', body: 'Olá' };

/** Rooms as Socket.IO keeps them, and what was emitted to each. */
function agentsOf(connections: readonly string[]) {
  const rooms = new Map<string, Set<string>>(connections.map((id) => [id, new Set([id])]));
  const emitted: { group: string; name: string; fact: object }[] = [];
  const groups = {
    join: (id: string, group: string) => {
      if (!connections.includes(id)) return false;
      rooms.set(group, (rooms.get(group) ?? new Set<string>()).add(id));
      return true;
    },
    leave: (id: string, group: string) => {
      rooms.get(group)?.delete(id);
      if (rooms.get(group)?.size === 0) rooms.delete(group);
    },
  };
  const emitTo = (group: string) => (name: string, fact: object) => emitted.push({ group, name, fact });
  const namespace = {
    adapter: { rooms },
    to: (group: string) => ({ emit: emitTo(group), except: () => ({ emit: emitTo(group) }) }),
    emit: emitTo('everybody'),
  };
  return { groups, namespace, emitted };
}

const NOBODY = agentsOf([]).namespace;
/** A publisher that tells nobody. */
const SILENT = { messagePosted: () => undefined } as unknown as Publisher;

function scene(connections: readonly string[]) {
  const { emitted, groups, namespace } = agentsOf(connections);
  const facts = createFacts({ visitors: NOBODY, agents: namespace }, createSnapshots());
  const asked: string[] = [];
  const followings = createFollowings(groups);
  const followers = createFollowersPublisher({
    facts,
    followings,
    interactions: {
      find: () => {
        asked.push('interaction');
        return Promise.resolve(null);
      },
    },
    showsFollowers: () => {
      asked.push('setting');
      return Promise.resolve(true);
    },
    log: { error: () => undefined },
  });
  const clock = { now: () => time.value };
  const time = { value: 1_000 };
  const board = { value: { asOf: 0, waitingCount: 0 } as Board, fails: false };
  const publisher = createBoardPublisher({
    clock,
    facts,
    groups,
    read: () => {
      asked.push('board');
      return board.fails ? Promise.reject(new Error('the database is gone')) : Promise.resolve(board.value);
    },
  });
  const around = publisher.around(followers.around(SILENT));
  return { asked, around, board, emitted, followings, groups, publisher, time };
}

const follower = (connectionId: string, id: number) => ({
  agent: {
    connectionId,
    id: id as AgentId,
    session: { userId: id, sessionId: '', name: '', isSupervisor: true, canSeeIp: false },
  },
  name: `Supervisor ${id}`,
});

describe('a message', () => {
  it('[R17] [Z174] asks nothing of anybody and is sent to nobody more, where nobody follows or watches', async () => {
    const { around, asked, emitted, publisher } = scene(['one']);
    for (let count = 0; count < 1_000; count += 1) around.messagePosted(CHAT, PEOPLE, LINE);
    await publisher.announce();
    expect(asked).toEqual([]);
    expect(emitted).toEqual([]);
  });

  it('[R17] goes once to the group of those who follow, and to nobody once the last has gone', () => {
    const { around, asked, emitted, followings } = scene(['one', 'two']);
    expect(followings.begin(CHAT, follower('one', 7))).toBe(true);
    expect(followings.begin(CHAT, follower('two', 7))).toBe(true);
    expect(followings.namesOf(CHAT, 2 as AgentId)).toEqual(['Supervisor 7']);
    expect(followings.namesOf(CHAT, 7 as AgentId)).toEqual([]);
    around.messagePosted(CHAT, PEOPLE, LINE);
    around.messagePosted(2 as InteractionId, PEOPLE, LINE);
    expect(emitted).toEqual([
      {
        group: 'followers/1',
        name: 'supervision:message-posted',
        fact: { interactionId: CHAT, message: LINE },
      },
    ]);
    expect(followings.endAll('one')).toEqual([CHAT]);
    expect(followings.end(CHAT, 'two')).toBe(true);
    expect(followings.end(CHAT, 'two')).toBe(false);
    around.messagePosted(CHAT, PEOPLE, LINE);
    expect(emitted).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('[R17] [Z174] a connection that is gone follows nothing', () => {
    const { followings } = scene(['one']);
    expect(followings.begin(CHAT, follower('gone', 7))).toBe(false);
    expect(followings.isFollowed(CHAT)).toBe(false);
  });
});

describe('the board', () => {
  it('[D3] is read only while somebody watches, and sent only when it changed', async () => {
    const { around, asked, board, emitted, publisher, time } = scene(['one']);
    expect(await publisher.watch('gone')).toBeNull();
    publisher.changed();
    await publisher.announce();
    expect(asked).toEqual([]);
    expect(await publisher.watch('one')).toBe(board.value);
    around.messagePosted(CHAT, PEOPLE, LINE);
    await publisher.announce();
    expect(emitted).toMatchObject([{ group: 'board', name: 'board:changed' }]);
    // Read again, and nothing else in it but the time of reading.
    board.value = { ...board.value, asOf: 9 };
    publisher.changed();
    await publisher.announce();
    expect(emitted).toHaveLength(1);
    board.value = { ...board.value, waitingCount: 1 };
    await publisher.announce();
    expect(emitted).toHaveLength(1);
    time.value += 15_000;
    await publisher.announce();
    expect(emitted).toHaveLength(2);
    publisher.unwatch('one');
    publisher.changed();
    asked.length = 0;
    await publisher.announce();
    expect(asked).toEqual([]);
  });

  it('[D3] a change whose reading failed is sent by the next one', async () => {
    const { board, emitted, publisher } = scene(['one']);
    await publisher.watch('one');
    publisher.changed();
    await publisher.announce();
    board.value = { ...board.value, waitingCount: 1 };
    board.fails = true;
    publisher.changed();
    await expect(publisher.announce()).rejects.toThrow('gone');
    board.fails = false;
    await publisher.announce();
    expect(emitted.map(({ fact }) => fact)).toMatchObject([
      { board: { waitingCount: 0 } },
      { board: { waitingCount: 1 } },
    ]);
  });

  it('[D3] what one watcher was given is not taken for what the others have', async () => {
    const { board, emitted, publisher } = scene(['one', 'two']);
    const [before, between] = [board.value, { ...board.value, waitingCount: 1 }];
    await publisher.watch('one');
    publisher.changed();
    await publisher.announce();
    board.value = between;
    await publisher.watch('two');
    board.value = before;
    publisher.changed();
    await publisher.announce();
    expect(emitted.map(({ fact }) => fact)).toEqual([{ board: before }, { board: before }]);
  });
});
