import type { Context } from 'koa';
import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { createMayReadTranscript } from '../../../plugins/attendance/server/src/application/transcripts/reading-rights';
import type { StoredAgent } from '../../../plugins/attendance/server/src/application/agents/ports';
import {
  createAttachmentsController,
  type AttachmentPorts,
} from '../../../plugins/attendance/server/src/controllers/attachments';
import {
  createAgentHandlers,
  type AgentCommandPorts,
} from '../../../plugins/attendance/server/src/gateway/agent/agent-commands';
import { createFollowings } from '../../../plugins/attendance/server/src/gateway/connection/followings';
import { openServiceScene, type ServiceScene } from '../application/service-scene';

const LINES = { messages: [], hasMore: false };
const TAB = 'tab';
const OTHER_TAB = 'other';

let scene: ServiceScene;
let ana: StoredAgent;
let sofia: StoredAgent;
let id: InteractionId;

beforeEach(async () => {
  scene = openServiceScene();
  ana = await scene.online('Ana');
  ({
    interaction: { id },
  } = await scene.chat());
  sofia = await scene.online('Sofia');
});

/** A supervisor's connection, and what of its surroundings a test may change. */
function supervise() {
  const session = { userId: 2, sessionId: '', name: 'Sofia', isSupervisor: true, canSeeIp: false };
  const signed = { id: sofia.id, connectionId: TAB, session: { ...session } };
  const followings = createFollowings({ join: () => true, leave: () => undefined });
  /** What happens while a conversation is read. */
  const meanwhile = { happens: (): void => undefined };
  const told: InteractionId[] = [];
  const reading = <Data>(data: Data) => {
    meanwhile.happens();
    return Promise.resolve(data);
  };
  const mayReadTranscript = createMayReadTranscript(scene.interactions);
  const nothing = {};
  const handlers = createAgentHandlers(
    {
      ...{ attend: nothing, calls: nothing, transfers: nothing, knownVisitors: nothing, search: nothing },
      agents: scene.agents,
      interactions: scene.interactions,
      messages: { before: () => reading(LINES), after: () => reading(LINES) },
      tools: { notesOf: () => reading([]) },
      mayReadTranscript,
      followings,
      followersPublisher: { followersChanged: (changed: InteractionId) => void told.push(changed) },
      supervision: { read: () => Promise.resolve({ ok: true }) },
      liveBoard: { search: () => reading({ interactions: [], hasMore: false }) },
      readSnapshot: async <Snapshot>(
        _: string,
        read: () => Promise<Snapshot>,
        deliver: (snapshot: Snapshot) => void,
      ) => deliver(await read()),
    } as unknown as AgentCommandPorts,
    signed,
  );
  const begin = (connectionId: string): boolean =>
    followings.begin(id, { agent: { ...signed, connectionId }, name: 'Sofia' });
  return { begin, followings, handlers, mayReadTranscript, meanwhile, signed, told };
}

const codeOf = (answer: { ok: boolean; error?: { code: string } }): string => answer.error?.code ?? 'ok';
const end = () =>
  scene.attend
    .transition(id, { kind: 'open', agentId: ana.id })
    .then(() => scene.attend.transition(id, { kind: 'agent-end', agentId: ana.id }));

describe('a live conversation of another', () => {
  it('[R17] [Z10] is read, with its notes, by the connection that follows it, and by no other of a supervisor', async () => {
    const { begin, followings, handlers } = supervise();
    const read = async () => [
      codeOf(await handlers['message:list']({ interactionId: id, limit: 100 })),
      codeOf(await handlers['note:list']({ interactionId: id })),
    ];
    expect(await read()).toEqual(['not_found', 'not_found']);
    begin(OTHER_TAB);
    expect(await read()).toEqual(['not_found', 'not_found']);
    begin(TAB);
    expect(await read()).toEqual(['ok', 'ok']);
    followings.endAll(TAB);
    expect(await read()).toEqual(['not_found', 'not_found']);
    await end();
    expect(await read()).toEqual(['ok', 'ok']);
  });

  it('[R17] [Z10] is not read by who follows it and may not supervise any more', async () => {
    const { begin, handlers, signed } = supervise();
    begin(TAB);
    signed.session.isSupervisor = false;
    expect(codeOf(await handlers['message:list']({ interactionId: id, limit: 100 }))).toBe('not_found');
  });

  it('[R17] [Z10] is the supervisor’s own to read where they hold it', async () => {
    const { mayReadTranscript } = supervise();
    const mine = { agentId: ana.id, isSupervisor: true, isFollowing: () => false };
    expect(await mayReadTranscript(mine, await scene.find(id))).toBe(true);
    const hers = { ...mine, agentId: sofia.id };
    expect(await mayReadTranscript(hers, await scene.find(id))).toBe(false);
    expect(await mayReadTranscript({ ...hers, agentId: null }, await scene.find(id))).toBe(false);
  });

  it('[R17] [Z57] its files are served to a supervisor who follows it on some connection, or once it is over', async () => {
    const { begin, followings, mayReadTranscript } = supervise();
    const ports = {
      agents: scene.agents,
      mayReadTranscript,
      isFollowedBy: followings.isFollowedBy,
      read: async (...[, , { mayRead }]: Parameters<AttachmentPorts['read']>) =>
        (await mayRead(await scene.find(id)))
          ? { attachment: { name: 'foto.png' }, content: Buffer.from('1') }
          : null,
    } as unknown as AttachmentPorts;
    const { readByAgent } = createAttachmentsController(() => ports);
    const statusFor = async ({ userId }: StoredAgent): Promise<number> => {
      const ctx = {
        params: { id: 'A'.repeat(22) },
        state: { user: { id: userId }, userAbility: { can: () => true } },
        status: 200,
        set: () => undefined,
        vary: () => undefined,
      };
      await readByAgent(ctx as unknown as Context);
      return ctx.status;
    };
    expect(await statusFor(sofia)).toBe(404);
    expect(await statusFor(ana)).toBe(200);
    begin(OTHER_TAB);
    expect(await statusFor(sofia)).toBe(200);
    followings.endAll(OTHER_TAB);
    expect(await statusFor(sofia)).toBe(404);
    await end();
    expect(await statusFor(sofia)).toBe(200);
  });
});

describe('what is read while the right to it ends', () => {
  it('[R17] [Z174] is answered to the connection that follows still', async () => {
    const { followings, handlers, told } = supervise();
    const answer = await handlers['supervision:follow']({ interactionId: id });
    expect(answer).toMatchObject({ ok: true, data: { interaction: { id }, hasMore: false, notes: [] } });
    expect(followings.has(id, TAB)).toBe(true);
    expect(told).toEqual([id]);
  });

  it('[R17] [Z174] is refused where the permission was withdrawn, and followed no more', async () => {
    const { followings, handlers, meanwhile, signed } = supervise();
    meanwhile.happens = () => {
      signed.session.isSupervisor = false;
    };
    expect(codeOf(await handlers['supervision:follow']({ interactionId: id }))).toBe('forbidden');
    expect(followings.isEmpty()).toBe(true);
  });

  it('[R17] [Z174] is refused where following ended, for whatever reason', async () => {
    const { followings, handlers, meanwhile, told } = supervise();
    meanwhile.happens = () => void followings.end(id, TAB);
    expect(codeOf(await handlers['supervision:follow']({ interactionId: id }))).toBe('conflict');
    expect(followings.isEmpty()).toBe(true);
    expect(told).toEqual([id]);
  });

  it('[R17] [Z174] what could not be read is not followed', async () => {
    const { followings, handlers, meanwhile, told } = supervise();
    meanwhile.happens = () => {
      throw new Error('the database is gone');
    };
    await expect(handlers['supervision:follow']({ interactionId: id })).rejects.toThrow('gone');
    expect(followings.isEmpty()).toBe(true);
    expect(told).toEqual([id]);
  });

  it('[Z176] a search among what goes on is refused where the permission was withdrawn meanwhile', async () => {
    const { handlers, meanwhile, signed } = supervise();
    expect(codeOf(await handlers['supervision:search']({ text: '' }))).toBe('ok');
    meanwhile.happens = () => {
      signed.session.isSupervisor = false;
    };
    expect(codeOf(await handlers['supervision:search']({ text: '' }))).toBe('forbidden');
  });
});
