import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import type {
  RetentionCounts,
  RetentionDays,
  RetentionSettings,
} from '../../../plugins/attendance/protocol/settings/retention';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { startScene, type Scene } from '../../support/scene';

const DAY = 86_400_000;
const KEPT: RetentionDays = { interactions: 0, offlineMessages: 0, visitors: 0, addresses: 0, audit: 0 };

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

beforeEach(async () => {
  await scene.reset();
  await scene.knex('attendance_audit_records').delete();
});

afterAll(() => scene.stop());

describe('retention', () => {
  it('[Z9] [Z40] [Z43] is set over HTTP: versions, bounds, a look before, and a note', async () => {
    const url = `${scene.server.url}/attendance/retention`;
    const call = <Data>(path: string, method: string, body?: unknown) =>
      adminFetch<Data>(`${url}${path}`, { token: admin, method, ...(body !== undefined && { body }) });
    await scene.knex('attendance_interactions').insert({
      id: 1_001,
      site_id: 1,
      visitor_id: 1_001,
      status: 'ended',
      channel: 'chat',
      ended_at: Date.now() - 31 * DAY,
    });
    const { version } = (await call<RetentionSettings>('', 'GET')).data;
    const days = { ...KEPT, interactions: 30 };
    const preview = await call<RetentionCounts>('/preview', 'POST', days);
    expect(preview).toMatchObject({ status: 200, data: { interactions: 1 } });
    expect(await scene.knex('attendance_interactions')).toHaveLength(1);
    expect((await call('', 'PUT', { version, days: { ...days, audit: 30 } })).status).toBe(400);
    expect((await call('', 'PUT', { version, days: { ...days, audit: 180 } })).status).toBe(200);
    expect((await call('', 'PUT', { version, days })).status).toBe(409);
    const audit = await adminFetch<AuditPage>(`${scene.server.url}/attendance/audit?about=retention`, {
      token: admin,
    });
    expect(audit.data.entries[0]?.changes).toEqual([
      { field: 'interactions', before: 0, after: 30 },
      { field: 'audit', before: 0, after: 180 },
    ]);
  });
});
