import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type {
  Attachment,
  AttachmentSettings,
  AttachmentUsage,
} from '../../../plugins/attendance/protocol/attachments/attachments';
import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { createAttachmentSettingsStore } from '../../../plugins/attendance/server/src/adapters/attachments/attachment-settings-store';
import { createRetentionSteps } from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { unindex } from '../../../plugins/attendance/server/src/adapters/search/search-index';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { codeOf, dataOf, nextFact } from '../../support/wire/clients';
import {
  download,
  storedFiles,
  upload,
  type FileToUpload,
  type UploadAnswer,
} from '../../support/wire/files-http';
import { docx, PDF, phonePhoto, picture, wave } from '../../support/sample-files';
import { expectChatWorks, post, startScene, type Conversation, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;
let ofVisitor: string;
let ofAgent: string;
let folder: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi, url } = scene.server;
  ofVisitor = `${url}/api/attendance`;
  ofAgent = `${url}/attendance`;
  folder = path.join(strapi.dirs.static.public, 'uploads');
  admin = (
    await signIn(strapi, {
      firstname: 'Administra',
      roles: [await roleId(strapi, 'strapi-super-admin')],
    })
  ).token;
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

function uploaded(answer: UploadAnswer): Attachment {
  if (answer.data === undefined) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

const byCarla = async (talk: Conversation, file: FileToUpload) =>
  uploaded(await upload(ofVisitor, talk.interactionId, talk.token, file));
const byAna = async (talk: Conversation, file: FileToUpload) =>
  uploaded(await upload(ofAgent, talk.interactionId, scene.tokens.ana, file));
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

async function configure(changes: Partial<AttachmentSettings>): Promise<AttachmentSettings> {
  const url = `${ofAgent}/attachment-settings`;
  const { data: before } = await adminFetch<AttachmentSettings>(url, { token: admin });
  const { data } = await adminFetch<AttachmentSettings>(url, {
    token: admin,
    method: 'PUT',
    body: { ...before, ...changes },
  });
  return data;
}

describe('files both ways', () => {
  it('[C6] a picture of the visitor reaches the agent with its message, and is read by both', async () => {
    const talk = await scene.conversation();
    const content = await picture('png', 1_000, 500);
    const file = await byCarla(talk, { content, name: 'foto.png' });
    expect(file).toMatchObject({
      kind: 'image',
      mime: 'image/png',
      name: 'foto.png',
      size: content.length,
      picture: { width: 1_000, height: 500 },
    });
    const told = nextFact(talk.ana.socket, 'message:posted');
    const message = { ...post(talk.interactionId, ''), attachmentIds: [file.id] };
    const { sequence } = dataOf(await talk.carla.socket.emitWithAck('message:post', message));
    expect(await told).toMatchObject({
      message: { sequence, side: 'visitor', body: '', attachments: [file] },
    });
    for (const [prefix, token] of [
      [ofVisitor, talk.token],
      [ofAgent, scene.tokens.ana],
    ] as const)
      expect(await bytesOf(await download(prefix, file.id, token))).toEqual(content);
    const again = dataOf(await talk.carla.socket.emitWithAck('message:post', message));
    expect(again.sequence).toBe(sequence);
  });

  it('[C6] several of the agent reach the visitor, in their order and with words', async () => {
    const talk = await scene.conversation();
    const files = [
      await byAna(talk, { content: PDF, name: 'contrato.pdf' }),
      await byAna(talk, { content: docx(), name: 'proposta.docx' }),
      await byAna(talk, { content: wave(), name: 'recado.wav' }),
      await byAna(talk, { content: Buffer.from('a;b\n1;2\n'), name: 'tabela.csv' }),
    ];
    expect(files.map(({ kind }) => kind)).toEqual(['pdf', 'office', 'audio', 'text']);
    const told = nextFact(talk.carla.socket, 'message:posted');
    const attachmentIds = files.map(({ id }) => id).reverse();
    const message = { ...post(talk.interactionId, 'Seguem os documentos'), attachmentIds };
    dataOf(await talk.ana.socket.emitWithAck('message:post', message));
    expect((await told).message).toMatchObject({ attachments: [...files].reverse() });
    const { messages } = dataOf(
      await talk.carla.socket.emitWithAck('message:list', { interactionId: talk.interactionId }),
    );
    expect(messages.at(-1)).toMatchObject({ attachments: [...files].reverse() });
    expect(await bytesOf(await download(ofVisitor, files[0]?.id ?? '', talk.token))).toEqual(PDF);
  });

  it('[Z59] a thumbnail is small, stands upright and tells nothing of where it was taken', async () => {
    const talk = await scene.conversation();
    const content = await phonePhoto();
    expect(content.includes('marker-of-a-place')).toBe(true);
    const file = await byCarla(talk, { content, name: 'IMG_0001.JPG' });
    // Turned by its metadata.
    expect(file.picture).toEqual({ width: 900, height: 1_200 });
    const thumbnail = await bytesOf(await download(ofVisitor, file.id, talk.token, '/thumbnail'));
    expect(thumbnail.subarray(8, 12).toString()).toBe('WEBP');
    expect(thumbnail.includes('marker-of-a-place')).toBe(false);
    const pdf = await byCarla(talk, { content: PDF });
    expect((await download(ofVisitor, pdf.id, talk.token, '/thumbnail')).status).toBe(404);
  });
});

describe('how files are kept', () => {
  it('[Z56] under a random name, and worthless without the key', async () => {
    const talk = await scene.conversation();
    const content = Buffer.from('marker-plain-text of a contract\n'.repeat(20));
    await byCarla(talk, { content, name: 'marker-name.txt' });
    const kept = storedFiles(folder).filter((one) => one.content.length === content.length + 28);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.name).toMatch(/^atende_[0-9a-f]{32}\.bin$/);
    expect(kept[0]?.content.includes('marker')).toBe(false);
    // What anybody gets who guesses the name.
    const open = await bytesOf(await fetch(`${scene.server.url}/uploads/${kept[0]?.name}`));
    expect(open.includes('marker')).toBe(false);
    expect(await scene.server.strapi.db.query('plugin::upload.file').count()).toBe(0);
  });

  it('[Z57] served for our own pages alone: to be saved, not shown', async () => {
    const talk = await scene.conversation();
    const { id } = await byCarla(talk, { content: PDF, name: 'relatório "final"; x.pdf' });
    const { headers } = await download(ofVisitor, id, talk.token);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''relat%C3%B3rio%20_final_%3B%20x.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toContain('private');
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });

  it('[Z58] what no message carries is gone after an hour, and so are the files of a deleted interaction', async () => {
    const talk = await scene.conversation();
    await purge();
    const before = storedFiles(folder).length;
    const posted = await byCarla(talk, { content: await picture('png') });
    const message = { ...post(talk.interactionId, ''), attachmentIds: [posted.id] };
    dataOf(await talk.carla.socket.emitWithAck('message:post', message));
    const unposted = await byCarla(talk, { content: PDF });
    await purge();
    expect(storedFiles(folder)).toHaveLength(before + 3);
    await scene.knex('attendance_attachments').update({ uploaded_at: Date.now() - 3_600_001 });
    await purge();
    expect(storedFiles(folder)).toHaveLength(before + 2);
    expect((await download(ofVisitor, unposted.id, talk.token)).status).toBe(404);
    expect((await download(ofVisitor, posted.id, talk.token)).status).toBe(200);
    await scene.knex('attendance_attachments').update({ interaction_id: 999_999 });
    await purge();
    expect(storedFiles(folder)).toHaveLength(before);
    expect(await scene.knex('attendance_attachments')).toEqual([]);
  });

  it('[Z43] [Z58] what retention takes away takes its files with it', async () => {
    const talk = await scene.conversation();
    await purge();
    const before = storedFiles(folder).length;
    const { id } = await byCarla(talk, { content: await picture('png') });
    dataOf(
      await talk.carla.socket.emitWithAck('message:post', {
        ...post(talk.interactionId, ''),
        attachmentIds: [id],
      }),
    );
    dataOf(await talk.ana.socket.emitWithAck('interaction:end', { interactionId: talk.interactionId }));
    expect(storedFiles(folder)).toHaveLength(before + 2);
    const forget = createRetentionSteps(sqlOn(scene.knex), unindex).find(
      ({ name }) => name === 'interactions',
    );
    expect(await forget?.purgeSome(Date.now() + 1_000)).toBe(1);
    await purge();
    expect(storedFiles(folder)).toHaveLength(before);
    expect(await scene.knex('attendance_attachments')).toEqual([]);
  });
});

const purge = () =>
  (
    scene.server.strapi.plugin('attendance').service('attendance') as { purgeFiles(): Promise<number> }
  ).purgeFiles();

describe('whose files', () => {
  it('[K9] [Z4] nobody else’s are found, read or carried', async () => {
    const talk = await scene.conversation();
    const { id } = await byCarla(talk, { content: PDF });
    const stranger = await scene.visitor();
    const own = await scene.request(stranger);
    expect((await download(ofVisitor, id, own.token)).status).toBe(404);
    expect((await download(ofVisitor, id, null)).status).toBe(404);
    expect((await download(ofVisitor, id, 'nonsense')).status).toBe(404);
    expect((await download(ofAgent, id, scene.tokens.bruno)).status).toBe(404);
    expect((await download(ofAgent, id, talk.token)).status).toBe(401);
    // Not sent yet: not the agent's either.
    expect((await download(ofAgent, id, scene.tokens.ana)).status).toBe(404);
    const stolen = { ...post(own.interaction.id, ''), attachmentIds: [id] };
    expect(codeOf(await stranger.socket.emitWithAck('message:post', stolen))).toBe('not_found');
    const strangers = await upload(ofVisitor, talk.interactionId, own.token, { content: PDF });
    expect(strangers).toMatchObject({ status: 404, error: { code: 'not_found' } });
    expect((await upload(ofVisitor, talk.interactionId, null, { content: PDF })).status).toBe(401);
    expect((await upload(ofAgent, talk.interactionId, scene.tokens.bruno, { content: PDF })).status).toBe(
      404,
    );
    await expectChatWorks(talk);
  });

  it('[Z57] after the end nothing is uploaded, and what was sent is still there for both', async () => {
    const talk = await scene.conversation();
    const { id } = await byCarla(talk, { content: PDF });
    const message = { ...post(talk.interactionId, ''), attachmentIds: [id] };
    dataOf(await talk.carla.socket.emitWithAck('message:post', message));
    dataOf(await talk.carla.socket.emitWithAck('interaction:end', { interactionId: talk.interactionId }));
    expect(await upload(ofVisitor, talk.interactionId, talk.token, { content: PDF })).toMatchObject({
      status: 409,
      error: { code: 'conflict', reason: 'ended' },
    });
    expect((await download(ofVisitor, id, talk.token)).status).toBe(200);
    expect((await download(ofAgent, id, scene.tokens.ana)).status).toBe(200);
    dataOf(await talk.ana.socket.emitWithAck('interaction:end', { interactionId: talk.interactionId }));
    // She opened it; he attends nobody of whom it is an earlier one, until he does.
    expect((await download(ofAgent, id, scene.tokens.ana)).status).toBe(200);
    expect((await download(ofAgent, id, scene.tokens.bruno)).status).toBe(404);
    dataOf(await talk.ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    await scene.online('bruno');
    await scene.request(await scene.visitor({ token: talk.token }));
    expect((await download(ofAgent, id, scene.tokens.bruno)).status).toBe(200);
  });
});

describe('settings of files', () => {
  it('[C6] both sides may attach everything that is taken, up to 10 MB, until an admin says otherwise', async () => {
    const { data } = await adminFetch<AttachmentSettings>(`${ofAgent}/attachment-settings`, { token: admin });
    expect(data).toEqual({
      version: 0,
      visitorsMayUpload: true,
      agentsMayUpload: true,
      kinds: ['image', 'pdf', 'text', 'office', 'audio'],
      maxBytes: 10_485_760,
      quotaMegabytes: 5_120,
    });
  });

  it('[Z69] of an older install are as the product comes, unless somebody has changed them', async () => {
    const set = (row: object) => scene.knex('attendance_attachment_settings').update(row);
    const settings = createAttachmentSettingsStore(sqlOn(scene.knex));
    const off = { visitors_may_upload: false, agents_may_upload: false };
    await set({ ...off, version: 0 });
    await settings.ensure();
    expect(await settings.get()).toMatchObject({ visitorsMayUpload: true, agentsMayUpload: true });
    await set({ ...off, version: 1 });
    await settings.ensure();
    expect(await settings.get()).toMatchObject({ visitorsMayUpload: false, agentsMayUpload: false });
    await set({ visitors_may_upload: true, agents_may_upload: true, version: 0 });
  });

  it('[Z69] are told to every open widget at once, as a newer version of what it shows', async () => {
    const talk = await scene.conversation();
    const versions = async () => {
      const ofSite = `${ofVisitor}/sites/test-shop`;
      const read = async (path: string) =>
        ((await (await fetch(`${ofSite}/${path}`)).json()) as { data: { version: number } }).data.version;
      return [await read('config'), await read('panel')];
    };
    const [before = 0] = await versions();
    const told = nextFact(talk.carla.socket, 'site:changed');
    await configure({ visitorsMayUpload: false });
    expect(await told).toEqual({ siteVersion: before + 1 });
    // The launcher and the panel go by the same one: neither asks for news that the other has.
    expect(await versions()).toEqual([before + 1, before + 1]);
    const back = await scene.visitor({ token: talk.token });
    expect(back.snapshot.siteVersion).toBe(before + 1);
    await configure({ visitorsMayUpload: true });
  });

  it('[C6] switch both sides and each group, are told to the widget, and hold at once', async () => {
    const talk = await scene.conversation();
    const config = async () =>
      ((await (await fetch(`${ofVisitor}/sites/test-shop/panel`)).json()) as { data: { uploads: unknown } })
        .data.uploads;
    await configure({ kinds: ['pdf'], maxBytes: 200_000 });
    expect(await config()).toEqual({ kinds: ['pdf'], maxBytes: 200_000 });
    const png = { content: await picture('png') };
    expect((await upload(ofVisitor, talk.interactionId, talk.token, png)).error?.reason).toBe('type');
    await configure({ kinds: ['image', 'pdf'], visitorsMayUpload: false });
    expect(await config()).toBeNull();
    expect(await upload(ofVisitor, talk.interactionId, talk.token, png)).toMatchObject({
      status: 403,
      error: { code: 'forbidden', reason: 'off' },
    });
    expect((await upload(ofAgent, talk.interactionId, scene.tokens.ana, png)).status).toBe(200);
    await configure({ agentsMayUpload: false });
    const { data } = await adminFetch(`${ofAgent}/attachment-rules`, { token: scene.tokens.ana });
    expect(data).toEqual({ rules: null });
    await configure({
      visitorsMayUpload: true,
      agentsMayUpload: true,
      kinds: ['image', 'pdf', 'text', 'office', 'audio'],
      maxBytes: 10_485_760,
    });
  });

  it('[Z113] finding A16: when the room of the installation is full nothing is taken, and the chat goes on', async () => {
    const talk = await scene.conversation();
    const { id } = await byCarla(talk, { content: PDF });
    const usage = async () =>
      (await adminFetch<AttachmentUsage>(`${ofAgent}/attachment-usage`, { token: admin })).data;
    await configure({ quotaMegabytes: 100 });
    const { quotaBytes, usedBytes } = await usage();
    expect(quotaBytes).toBe(100 * 1_048_576);
    expect(usedBytes).toBeGreaterThanOrEqual(PDF.length);
    await scene.knex('attendance_attachments').where({ public_id: id }).update({ size: quotaBytes });
    await configure({ quotaMegabytes: 101 });
    await configure({ quotaMegabytes: 100 });
    for (const [prefix, token] of [
      [ofVisitor, talk.token],
      [ofAgent, scene.tokens.ana],
    ] as const)
      expect(await upload(prefix, talk.interactionId, token, { content: PDF })).toMatchObject({
        status: 503,
        error: { code: 'unavailable', reason: 'full' },
      });
    await expectChatWorks(talk);
    expect((await download(ofVisitor, id, talk.token)).status).toBe(200);
    await configure({ quotaMegabytes: 5_120 });
    expect((await adminFetch(`${ofAgent}/attachment-usage`, { token: scene.tokens.ana })).status).toBe(403);
    await byCarla(talk, { content: PDF });
  });

  it('[F4] [Z9] are closed to agents, and an older version is refused', async () => {
    const url = `${ofAgent}/attachment-settings`;
    expect((await adminFetch(url, { token: scene.tokens.ana })).status).toBe(403);
    const { data } = await adminFetch<AttachmentSettings>(url, { token: admin });
    const put = (body: object) => adminFetch(url, { token: admin, method: 'PUT', body });
    expect((await put({ ...data, version: data.version - 1 })).status).toBe(409);
    expect((await put({ ...data, maxBytes: 10 })).status).toBe(400);
    expect((await put({ ...data, kinds: ['programs'] })).status).toBe(400);
    expect((await put(data)).status).toBe(200);
  });
});
