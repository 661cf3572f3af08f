import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { dataOf, nextFact } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token: admin,
    method,
    ...(body !== undefined && { body }),
  });

describe('an agent’s photo', () => {
  const agentOf = async (name: string) => {
    const { data } = await call<{ id: number; publicName: string }[]>('/agents');
    const agent = data.find(({ publicName }) => publicName.startsWith(name));
    if (agent === undefined) throw new Error(`no agent ${name}`);
    return agent;
  };
  const file = async (mime: string, url: string) => {
    const data = { name: 'foto', hash: 'foto', mime, size: 1, url, provider: 'local' };
    return (await scene.server.strapi.db.query('plugin::upload.file').create({ data })) as { id: number };
  };

  it('[Z76] [Z32] is the library’s, is seen by the visitor and by colleagues, and goes again', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const photo = await file('image/png', '/uploads/ana.png');
    const agent = await agentOf('Ana');
    const url = 'https://evil.example/x.png';
    const put = (change: object) =>
      call<{ photo: unknown; version: number }>(`/agents/${agent.id}`, 'PUT', change);
    const saved = await put({ ...agent, photo: { fileId: photo.id, url } });
    expect(saved.data.photo).toEqual({ fileId: photo.id, url: '/uploads/ana.png' });
    const seen = nextFact(carla.socket, 'interaction:changed');
    dataOf(await ana.socket.emitWithAck('call:ask', { interactionId, medium: 'voice' }));
    expect((await seen).interaction).toMatchObject({ agent: { photo: '/uploads/ana.png' } });
    const bruno = await scene.online('bruno');
    const theirs = await scene.request(await scene.visitor());
    const asked = { interactionId: theirs.interaction.id };
    const { agents } = dataOf(await bruno.socket.emitWithAck('transfer:list', asked));
    expect(agents.find(({ name }) => name.startsWith('Ana'))?.photo).toBe('/uploads/ana.png');
    // An update that says nothing of it leaves it; one that is no picture, or is gone, is none.
    const { photo: _, ...silent } = { ...agent, version: saved.data.version, photo: null };
    const left = await put(silent);
    expect(left.data.photo).toEqual({ fileId: photo.id, url: '/uploads/ana.png' });
    const paper = await file('application/pdf', '/uploads/a.pdf');
    const none = await put({ ...agent, version: left.data.version, photo: { fileId: paper.id, url } });
    expect(none.data.photo).toBeNull();
    expect((await put({ ...agent, version: none.data.version, photo: { fileId: 'x', url } })).status).toBe(
      400,
    );
  });

  it('[Z76] the frame may show those of a library elsewhere, and of nowhere else', async () => {
    const photo = await file('image/png', 'https://files.example/ana.png');
    await scene.agent('bruno');
    const agent = await agentOf('Bruno');
    await call(`/agents/${agent.id}`, 'PUT', { ...agent, photo: { fileId: photo.id, url: '' } });
    const frame = await fetch(`${scene.server.url}/api/attendance/widget/frame?site=test-shop`);
    expect(frame.headers.get('content-security-policy')).toContain(
      "img-src 'self' data: blob: https://files.example;",
    );
  });
});
