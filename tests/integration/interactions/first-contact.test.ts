import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../../plugins/attendance/server/src/adapters/strapi/system-clock';
import { openInteractions } from '../../../plugins/attendance/server/src/composition/storage/interactions';
import { codeOf, dataOf, nextFact, PAGE, SITE_KEY } from '../../support/wire/clients';
import { expectChatWorks, startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const setForm = (form: object) =>
  scene
    .knex('attendance_sites')
    .where('key', SITE_KEY)
    .update({ form: JSON.stringify(form) });

describe('the first request', () => {
  it('[Z1] is what makes a visitor: opening the widget stores nothing', async () => {
    const before = await scene.knex('attendance_visitors');
    await scene.visitor();
    expect(await scene.knex('attendance_visitors')).toHaveLength(before.length);
  });

  it('[F2] [F5] needs what the form of the site requires, judged by the server', async () => {
    const required = { isShown: true, isRequired: true };
    const optional = { isShown: true, isRequired: false };
    await setForm({ isOn: true, name: required, email: required, phone: optional });
    const { socket } = await scene.visitor();
    const ask = (answers?: Record<string, string>) =>
      socket.emitWithAck('interaction:request', {
        channel: 'chat',
        page: PAGE,
        ...(answers && { answers }),
      });
    expect(codeOf(await ask())).toBe('bad_request');
    expect(codeOf(await ask({ name: 'Carla' }))).toBe('bad_request');
    expect(codeOf(await ask({ name: '\u200b ', email: 'carla' }))).toBe('bad_request');
    expect((await scene.knex('attendance_interactions')).length).toBe(0);
    const { interaction } = dataOf(await ask({ name: ' Carla  Souza ', email: 'carla@exemplo.com' }));
    const { snapshot } = await scene.online();
    expect(snapshot.queue.entries).toMatchObject([
      { interactionId: interaction.id, visitorName: 'Carla Souza' },
    ]);
    await setForm({ isOn: false, name: optional, email: optional, phone: optional });
  });

  it('[F5] of a channel or a department that the site does not offer is refused', async () => {
    const sites = scene.knex('attendance_sites').where('key', SITE_KEY);
    await sites.clone().update({ channels: JSON.stringify(['chat']) });
    const { socket } = await scene.visitor();
    const ask = { channel: 'chat' as const, page: PAGE };
    expect(codeOf(await socket.emitWithAck('interaction:request', { ...ask, channel: 'video' }))).toBe(
      'bad_request',
    );
    expect(codeOf(await socket.emitWithAck('interaction:request', { ...ask, departmentKey: 'nobody' }))).toBe(
      'bad_request',
    );
    await sites.update({ channels: JSON.stringify(['chat', 'voice', 'video']) });
  });

  it('[Z11] is numbered by its year and the number of the interaction', async () => {
    const { interaction } = await scene.request(await scene.visitor());
    const year = new Date().getUTCFullYear();
    const number = String(interaction.id).padStart(6, '0');
    expect(interaction).toMatchObject({ protocolNumber: `${year}-${number}` });
  });

  it('[Z8] of an agent to connect makes their row: Offline, with the common capacity', async () => {
    await scene.knex('attendance_agents').delete();
    const { snapshot } = await scene.agent('bruno');
    expect(snapshot.self).toMatchObject({
      presence: 'offline',
      capacity: 4,
      channels: ['chat', 'voice', 'video'],
      publicName: 'Bruno Teste',
      isSupervisor: false,
    });
  });
});

describe('deadlines', () => {
  it('[K6] [P3] the time away is never cut short, and ends at most 2 s late', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const left = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.awayUntil !== null,
    );
    carla.socket.disconnect();
    await left;
    const awayUntil = Date.now() + 1_300;
    await scene.knex('attendance_interactions').where('id', interactionId).update({ away_until: awayUntil });
    const over = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.visitorEndedAt !== null,
    );
    const { visitorEndedAt } = (await over).interaction;
    expect(visitorEndedAt).toBeGreaterThanOrEqual(awayUntil);
    expect(visitorEndedAt).toBeLessThanOrEqual(awayUntil + 2_000);
  });

  it('[Z7] a start takes everybody to be away from then on, and gives nobody a longer deadline', async () => {
    const neighbour = await scene.conversation();
    const waiting = await scene.request(await scene.visitor());
    const row = (id: number) =>
      scene
        .knex('attendance_interactions')
        .where('id', id)
        .first<{ away_since: number; away_until: number }>();
    await scene
      .knex('attendance_interactions')
      .where('id', waiting.interaction.id)
      .update({ away_since: 1, away_until: 4e12 });
    const now = Date.now();
    await openInteractions(scene.knex, systemClock).interactions.markAllAway(90_000, now);
    expect(await row(neighbour.interactionId)).toMatchObject({ away_since: now, away_until: now + 90_000 });
    expect(await row(waiting.interaction.id)).toMatchObject({ away_since: 1, away_until: 4e12 });
    // Connected all the while: a new connection finds the interaction and is not away any more.
    const back = await scene.visitor({ token: neighbour.token });
    await expectChatWorks({ ...neighbour, carla: back });
    expect(await row(neighbour.interactionId)).toMatchObject({ away_since: null, away_until: null });
  });
});
