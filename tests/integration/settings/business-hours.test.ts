import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import type { HoursSettings, HoursUpdate } from '../../../plugins/attendance/protocol/settings/hours';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { dataOf, nextFact } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

// A Thursday; São Paulo is three hours behind.
const THURSDAY_17_59 = Date.UTC(2026, 10, 26, 20, 59, 30);
const THURSDAY_18_00 = Date.UTC(2026, 10, 26, 21, 0, 0);
const FRIDAY_09_00 = Date.UTC(2026, 10, 27, 12, 0, 0);

const NINE_TO_SIX = [{ from: 540, to: 1_080 }];
const WORKING_WEEK = [NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [], []];

const clock = { time: THURSDAY_17_59, now: () => clock.time };

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene({ clock });
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

afterEach(async () => {
  await scene.reset();
  clock.time = THURSDAY_17_59;
  await set({ isOn: false, week: WORKING_WEEK });
});

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token: admin,
    method,
    ...(body !== undefined && { body }),
  });

async function set(part: Partial<HoursUpdate>) {
  const { state: _, ...hours } = (await call<HoursSettings>('/hours')).data;
  return call<HoursSettings>('/hours', 'PUT', { ...hours, ...part });
}

describe('business hours', () => {
  it('[R13] begin switched off, with a working week ready', async () => {
    const { data } = await call<HoursSettings>('/hours');
    expect(data).toMatchObject({
      isOn: false,
      timeZone: 'America/Sao_Paulo',
      state: { isOpen: true, changesAt: null },
    });
    expect(data.week.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('[R13] close for open widgets at their very minute, whoever is Online, and open again', async () => {
    await set({ isOn: true });
    await scene.online();
    const visitor = await scene.visitor();
    expect(visitor.snapshot).toMatchObject({ availability: 'online' });
    const closes = nextFact(visitor.socket, 'availability:changed');
    clock.time = THURSDAY_18_00;
    expect(await closes).toEqual({ availability: 'outside-hours', opensAt: FRIDAY_09_00 });
    const late = await scene.visitor();
    expect(late.snapshot).toMatchObject({ availability: 'outside-hours', opensAt: FRIDAY_09_00 });
    const opens = nextFact(visitor.socket, 'availability:changed');
    clock.time = FRIDAY_09_00;
    expect(await opens).toMatchObject({
      availability: expect.stringMatching(/^(online|offline)$/) as string,
    });
  });

  it('[R13] a moment before the end it is open still', async () => {
    await set({ isOn: true });
    await scene.online();
    clock.time = THURSDAY_18_00 - 1;
    expect((await scene.visitor()).snapshot.availability).toBe('online');
  });

  it('[R13] are told the moment they are saved', async () => {
    await scene.online();
    const visitor = await scene.visitor();
    const closes = nextFact(visitor.socket, 'availability:changed');
    const week = [[], [], [], [], [{ from: 600, to: 660 }], [], []];
    expect((await set({ isOn: true, week })).data.state).toEqual({
      isOpen: false,
      changesAt: FRIDAY_09_00 + 3_600_000,
    });
    expect(await closes).toMatchObject({ availability: 'outside-hours' });
  });

  it('[R13] [Z41] leave those who wait their place, and a message can be left', async () => {
    await set({ isOn: true });
    const visitor = await scene.visitor();
    const { interaction } = await scene.request(visitor);
    expect(interaction.status).toBe('waiting');
    const closes = nextFact(
      visitor.socket,
      'availability:changed',
      ({ availability }) => availability === 'outside-hours',
    );
    clock.time = THURSDAY_18_00;
    await closes;
    const page = { url: 'http://shop.example/', title: 'Loja', referrer: '' };
    const left = { name: 'Carla', email: 'carla@example.com', body: 'Volto amanhã', page };
    dataOf(await visitor.socket.emitWithAck('offline-message:leave', left));
    const assigned = nextFact(
      visitor.socket,
      'interaction:changed',
      (fact) => fact.interaction.id === interaction.id && fact.interaction.status === 'assigned',
    );
    await scene.online();
    await assigned;
    await scene.knex('attendance_offline_messages').delete();
  });

  it('[Z9] [Z40] of two who save, the second is told so; the change is noted', async () => {
    const { state: _, ...hours } = (await call<HoursSettings>('/hours')).data;
    const holidays = [{ date: '2026-12-25', name: 'Natal', isYearly: true, intervals: [] }];
    expect((await call('/hours', 'PUT', { ...hours, holidays })).status).toBe(200);
    expect((await call('/hours', 'PUT', { ...hours, isOn: true })).status).toBe(409);
    expect((await call('/hours', 'PUT', { ...hours, timeZone: 'Atlantis' })).status).toBe(400);
    expect((await call<HoursSettings>('/hours')).data).toMatchObject({ isOn: false, holidays });
    const [entry] = (await call<AuditPage>('/audit?about=hours')).data.entries;
    expect(entry?.changes).toContainEqual({ field: 'holidays[1].name', before: null, after: 'Natal' });
    await set({ holidays: [] });
  });
});
