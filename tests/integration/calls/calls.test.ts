import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { CallSignal, JoinTicket } from '../../../plugins/attendance/protocol/calls/calls';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  codeOf,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  recordFacts,
  type AgentClient,
  type VisitorClient,
} from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  await scene.knex('attendance_sites').update({ channels: JSON.stringify(['chat', 'voice', 'video']) });
});

afterEach(async () => {
  await scene.reset();
  await scene.knex('attendance_call_attempts').delete();
  await scene.knex('attendance_media_settings').update({ jitsi_domain: null, unsafe_room_at: null });
});

afterAll(() => scene.stop());

const attempts = () =>
  scene.knex('attendance_call_attempts').orderBy('attempt') as unknown as Promise<AttemptRow[]>;

interface AttemptRow {
  readonly room: string;
  readonly attempt: number;
  readonly ended_by: string | null;
}

const OFFER: CallSignal = { description: { type: 'offer', sdp: 'v=0' } };

interface Ringing {
  readonly ana: AgentClient;
  readonly carla: VisitorClient;
  readonly interactionId: InteractionId;
  readonly token: string;
}

/** Carla came for a call, and it rings at Ana. */
async function ringing(channel: 'voice' | 'video' = 'voice'): Promise<Ringing> {
  const ana = await scene.online();
  const carla = await scene.visitor();
  const { interaction, token } = dataOf(
    await carla.socket.emitWithAck('interaction:request', { channel, page: PAGE }),
  );
  expect(interaction).toMatchObject({
    status: 'assigned',
    channel,
    call: { state: 'ringing', by: 'visitor' },
  });
  return { ana, carla, interactionId: interaction.id, token: token ?? '' };
}

const join = async (
  { socket }: AgentClient | VisitorClient,
  interactionId: InteractionId,
  session: string | null = null,
): Promise<JoinTicket> =>
  dataOf(await (socket as AgentClient['socket']).emitWithAck('call:join', { interactionId, session }));

/** Both are in the call, and paired. */
async function connected(): Promise<Ringing & { readonly session: string }> {
  const call = await ringing();
  const { ana, carla, interactionId } = call;
  dataOf(await ana.socket.emitWithAck('call:answer', { interactionId }));
  const told = [nextFact(ana.socket, 'call:connect'), nextFact(carla.socket, 'call:connect')] as const;
  await join(ana, interactionId);
  await join(carla, interactionId);
  const [atAna, atCarla] = await Promise.all(told);
  expect(atCarla).toEqual(atAna);
  return { ...call, session: atAna.session };
}

describe('a call over real sockets', () => {
  it('[S9] rings on when its row is selected, and is opened by answering it', async () => {
    const { ana, carla, interactionId } = await ringing('video');
    const previewed = dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    expect(previewed.interaction).toMatchObject({ openedAt: null, call: { state: 'ringing' } });
    const answered = nextFact(
      carla.socket,
      'interaction:changed',
      ({ interaction }) => interaction.call?.state === 'connected',
    );
    dataOf(await ana.socket.emitWithAck('call:answer', { interactionId }));
    expect((await answered).interaction.call).toMatchObject({ attempt: 1, medium: 'video' });
  });

  it('[M2] [K9] lets only its two people in, and tells no room or provider but to who joins', async () => {
    const { ana, carla, interactionId } = await ringing();
    const bruno = await scene.online('bruno');
    const dora = await scene.visitor();
    expect(codeOf(await ana.socket.emitWithAck('call:join', { interactionId, session: null }))).toBe(
      'conflict',
    );
    const facts = [recordFacts(bruno.socket), recordFacts(dora.socket)];
    dataOf(await ana.socket.emitWithAck('call:answer', { interactionId }));
    for (const { socket } of [bruno, dora] as const)
      expect(
        codeOf(
          await (socket as AgentClient['socket']).emitWithAck('call:join', { interactionId, session: null }),
        ),
      ).toBe('not_found');
    expect(await join(ana, interactionId)).toMatchObject({ provider: 'direct', attempt: 1, medium: 'voice' });
    expect(await join(carla, interactionId)).toMatchObject({ provider: 'direct', attempt: 1 });
    expect(facts.flat().filter(({ name }) => name.startsWith('call:'))).toEqual([]);
    const [attempt] = await attempts();
    expect(attempt?.room).toMatch(/^[a-z0-9-]{30,}$/);
  });

  it('[M3] carries the negotiation between the two who sit there, and to nobody else', async () => {
    const { ana, carla, interactionId, session } = await connected();
    const heard = nextFact(carla.socket, 'call:signalled');
    dataOf(await ana.socket.emitWithAck('call:signal', { interactionId, session, signal: OFFER }));
    expect(await heard).toEqual({ interactionId, session, signal: OFFER });
    const stale = { interactionId, session: 'another', signal: OFFER };
    expect(codeOf(await ana.socket.emitWithAck('call:signal', stale))).toBe('conflict');
    const bruno = await scene.online('bruno');
    expect(
      codeOf(await bruno.socket.emitWithAck('call:signal', { interactionId, session, signal: OFFER })),
    ).toBe('not_found');
  });

  it('[M2] after the hang-up nobody joins or signals, and the next attempt has another room', async () => {
    const { ana, carla, interactionId, session } = await connected();
    dataOf(await carla.socket.emitWithAck('call:hang-up', { interactionId }));
    dataOf(await ana.socket.emitWithAck('call:hang-up', { interactionId }));
    for (const { socket } of [ana, carla] as const)
      expect(
        codeOf(
          await (socket as AgentClient['socket']).emitWithAck('call:join', { interactionId, session: null }),
        ),
      ).toBe('conflict');
    expect(
      codeOf(await ana.socket.emitWithAck('call:signal', { interactionId, session, signal: OFFER })),
    ).toBe('not_found');
    dataOf(await carla.socket.emitWithAck('call:ask', { interactionId, medium: 'voice' }));
    dataOf(await ana.socket.emitWithAck('call:answer', { interactionId }));
    const [first, second] = await attempts();
    expect([first, second]).toMatchObject([
      { attempt: 1, ended_by: 'visitor' },
      { attempt: 2, ended_at: null },
    ]);
    expect(first?.room).not.toBe(second?.room);
  });

  it('[P6] moves to the tab that takes it, and tells the one before', async () => {
    const { carla, interactionId, token, session } = await connected();
    const second = await connectVisitor(scene.server.url, { token });
    scene.close(second.socket);
    const told = nextFact(carla.socket, 'call:taken-over');
    const anew = nextFact(second.socket, 'call:connect');
    await join(second, interactionId);
    expect(await told).toEqual({ interactionId });
    expect((await anew).session).not.toBe(session);
  });

  it('[M7] goes on while a page is changed: the seat is free, and whoever comes back is let in again', async () => {
    const { ana, carla, interactionId, token } = await connected();
    const free = nextFact(ana.socket, 'call:seats', ({ visitor }) => !visitor);
    carla.socket.disconnect();
    expect(await free).toMatchObject({ visitor: false, agent: true });
    const back = await connectVisitor(scene.server.url, { token });
    scene.close(back.socket);
    expect(back.snapshot.interaction).toMatchObject({ call: { state: 'connected', attempt: 1 } });
    const anew = nextFact(ana.socket, 'call:connect');
    await join(back, interactionId);
    await anew;
  });

  it('[M7] a socket that comes back with its pairing cuts nothing', async () => {
    const { ana, carla, interactionId, session, token } = await connected();
    carla.socket.disconnect();
    const back = await connectVisitor(scene.server.url, { token });
    scene.close(back.socket);
    const facts = recordFacts(ana.socket);
    await join(back, interactionId, session);
    const heard = nextFact(back.socket, 'call:signalled');
    dataOf(await ana.socket.emitWithAck('call:signal', { interactionId, session, signal: OFFER }));
    await heard;
    expect(facts.filter(({ name }) => name === 'call:connect')).toEqual([]);
  });

  it('[M1] says how many must end before a chat can be raised', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    await scene.request(await scene.visitor());
    const refused = await ana.socket.emitWithAck('call:ask', { interactionId, medium: 'voice' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', mustEnd: 1 } });
    dataOf(await carla.socket.emitWithAck('call:ask', { interactionId, medium: 'video' }));
    const answered = await ana.socket.emitWithAck('call:answer', { interactionId });
    expect(answered).toMatchObject({ ok: false, error: { code: 'conflict', mustEnd: 1 } });
  });

  it('[R4] gives nothing to an agent whose call was hung up, until it is ended', async () => {
    const { ana, interactionId } = await connected();
    dataOf(await ana.socket.emitWithAck('call:hang-up', { interactionId }));
    const dora = await scene.visitor();
    expect((await scene.request(dora)).interaction.status).toBe('waiting');
    const given = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.id !== interactionId,
    );
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    await given;
  });

  it('[M6] shows the quality to the agent, and to nobody else', async () => {
    const { ana, carla, interactionId } = await connected();
    const quality = { score: 41, roundTripMs: 300, lossPercent: 4, sentKbps: 120, sentHeight: 180 };
    const atVisitor = recordFacts(carla.socket);
    const seen = nextFact(ana.socket, 'call:quality');
    dataOf(await carla.socket.emitWithAck('call:report-quality', { interactionId, quality }));
    expect(await seen).toEqual({ interactionId, side: 'visitor', quality });
    dataOf(await ana.socket.emitWithAck('call:report-quality', { interactionId, quality }));
    expect(atVisitor.filter(({ name }) => name === 'call:quality')).toEqual([]);
  });

  /** Carla's page finds itself the moderator of a room of Jitsi's. */
  async function inJitsi(): Promise<Ringing> {
    await scene.knex('attendance_media_settings').update({
      jitsi_domain: 'meet.example.com',
      jitsi_app_id: 'atende',
      jitsi_signing_key: 'a-shared-secret-of-the-tests',
    });
    const call = await ringing();
    dataOf(await call.ana.socket.emitWithAck('call:answer', { interactionId: call.interactionId }));
    await join(call.ana, call.interactionId);
    await join(call.carla, call.interactionId);
    return call;
  }

  it('[Z134] finding D1: a call that the deployment lets the visitor moderate ends, is said on both sides and kept for the admin', async () => {
    const { ana, carla, interactionId } = await inJitsi();
    const told = [nextFact(ana.socket, 'call:unsafe'), nextFact(carla.socket, 'call:unsafe')];
    const over = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.id === interactionId && interaction.call === null,
    );
    dataOf(await carla.socket.emitWithAck('call:report-unsafe', { interactionId }));
    expect(await Promise.all(told)).toEqual([{ interactionId }, { interactionId }]);
    await over;
    expect(await attempts()).toMatchObject([{ ended_by: 'nobody' }]);
    const { unsafe_room_at: at } = (await scene.knex('attendance_media_settings').first()) as {
      unsafe_room_at: number;
    };
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
    const again = await carla.socket.emitWithAck('call:join', { interactionId, session: null });
    expect(codeOf(again)).toBe('conflict');
  });

  it('[Z134] [K9] only the page that is in such a call may say so', async () => {
    const { carla, interactionId, token } = await inJitsi();
    const second = await connectVisitor(scene.server.url, { token });
    scene.close(second.socket);
    const mallory = await scene.visitor();
    const say = ({ socket }: VisitorClient) => socket.emitWithAck('call:report-unsafe', { interactionId });
    expect(codeOf(await say(second))).toBe('conflict');
    expect(codeOf(await say(mallory))).toBe('not_found');
    dataOf(await carla.socket.emitWithAck('call:hang-up', { interactionId }));
    expect(codeOf(await say(carla))).toBe('conflict');
  });

  it('[Z134] a call from browser to browser has no room that could be given to anybody', async () => {
    const { carla, interactionId } = await connected();
    const refused = await carla.socket.emitWithAck('call:report-unsafe', { interactionId });
    expect(codeOf(refused)).toBe('conflict');
  });

  it('[M1] asks only for what the site offers and the agent takes', async () => {
    const { ana, interactionId } = await scene.conversation();
    await scene.knex('attendance_sites').update({ channels: JSON.stringify(['chat', 'voice']) });
    expect(codeOf(await ana.socket.emitWithAck('call:ask', { interactionId, medium: 'video' }))).toBe(
      'conflict',
    );
    await scene.knex('attendance_sites').update({ channels: JSON.stringify(['chat', 'voice', 'video']) });
    dataOf(await ana.socket.emitWithAck('call:ask', { interactionId, medium: 'video' }));
  });
});
