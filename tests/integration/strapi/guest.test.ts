import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { createDeadlineReader } from '../../../plugins/attendance/server/src/adapters/attending/deadline-reader';
import { systemClock } from '../../../plugins/attendance/server/src/adapters/strapi/system-clock';
import { createSweepClock } from '../../../plugins/attendance/server/src/application/attending/sweep-clock';
import { openInteractions } from '../../../plugins/attendance/server/src/composition/storage/interactions';
import { adminFetch, signInAs } from '../../support/strapi/admin';
import { SITE_KEY } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;
let superAdmin: string;

beforeAll(async () => {
  scene = await startScene();
  superAdmin = await signInAs(scene.server, 'Sofia', 'strapi-super-admin');
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const ask = (path: string, method = 'GET', body?: unknown) =>
  adminFetch<unknown>(`${scene.server.url}${path}`, { token: superAdmin, method, body });

describe('what Strapi shows of the plugin', () => {
  it('[Z92] finding S12: the Content Manager’s API is closed to what is stored, super admins included', async () => {
    const { interactionId } = await scene.conversation();
    const row = () => scene.knex('attendance_interactions').where('id', interactionId).first<object>();
    const before = await row();
    const closed: readonly (readonly [string, string])[] = [
      ['GET', '/content-manager/collection-types/plugin::attendance.message'],
      ['GET', '/content-manager/collection-types/plugin%3A%3Aattendance.interaction'],
      ['GET', `/Content-Manager/collection-types/plugin::attendance.interaction/${interactionId}`],
      ['POST', '/content-manager/collection-types/plugin::attendance.tag'],
      ['PUT', `/content-manager/collection-types/plugin::attendance.interaction/${interactionId}`],
      ['DELETE', `/content-manager/collection-types/plugin::attendance.interaction/${interactionId}`],
      ['POST', '/content-manager/collection-types/plugin::attendance.message/actions/bulkDelete'],
      ['GET', '/content-manager/single-types/plugin::attendance.media-setting'],
      ['PUT', '/content-manager/single-types/plugin::attendance.setting'],
      ['GET', '/content-manager/relations/plugin::attendance.message/agentId'],
      ['GET', '/content-manager/relations/plugin::attendance.message/1/agentId'],
      ['GET', '/content-manager/history-versions?contentType=plugin::attendance.message&documentId=1'],
      ['PUT', '/content-manager/content-types/plugin::attendance.message/configuration'],
    ];
    for (const [method, path] of closed)
      expect([path, (await ask(path, method, method === 'GET' ? undefined : {})).status]).toEqual([
        path,
        403,
      ]);
    expect(await row()).toEqual(before);
    // What is the app's own stays as it was.
    expect((await ask('/content-manager/collection-types/plugin::users-permissions.user')).status).toBe(200);
  });

  it('[Z92] finding S11: neither the roles of users-permissions nor API tokens offer ticks that do nothing', async () => {
    for (const path of ['/users-permissions/permissions', '/admin/content-api/permissions']) {
      const answer = await fetch(`${scene.server.url}${path}`, {
        headers: { authorization: `Bearer ${superAdmin}` },
      });
      const shown = await answer.text();
      expect(shown).toContain('plugin::users-permissions');
      expect(shown).not.toContain('plugin::attendance');
    }
    for (const path of ['widget.js', `sites/${SITE_KEY}/config`])
      expect((await fetch(`${scene.server.url}/api/attendance/${path}`)).status).toBe(200);
  });
});

describe('at rest', () => {
  it('[G4] [Z93] finding S13: the clock writes only while something becomes due by time alone', async () => {
    const { knex } = scene;
    const changes = async () => {
      const [row] = (await knex.raw('SELECT total_changes() AS count')) as { count: number }[];
      return row?.count;
    };
    const clock = createSweepClock(
      openInteractions(knex, systemClock).database,
      createDeadlineReader(sqlOn(knex)),
    );
    await scene.conversation();
    const before = await changes();
    expect(await clock.beat(Date.now())).toBe(0);
    expect(await changes()).toBe(before);
    await knex('attendance_interactions').update({ away_since: Date.now(), away_until: Date.now() + 90_000 });
    expect(await clock.beat(Date.now())).toBe(0);
    expect(await changes()).toBeGreaterThan((before ?? 0) + 1);
  });
});

describe('where it cannot work', () => {
  it.each(['postgres', 'mysql'])(
    '[G1] finding S4: on %s it says so in a sentence, when the plugin registers and before Strapi looks at a table',
    (client) => {
      const { strapi } = scene.server;
      const plugin = createRequire(import.meta.url)('strapi-plugin-attendance/strapi-server') as {
        default?: { register(context: { strapi: Core.Strapi }): void };
      };
      const place = 'database.connection.client';
      const own: unknown = strapi.config.get(place);
      strapi.config.set(place, client);
      try {
        expect(() => plugin.default?.register({ strapi })).toThrow(
          `keeps its data in ${client}, and the plugin works with SQLite alone so far`,
        );
      } finally {
        strapi.config.set(place, own);
      }
    },
  );
});
