import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { sweepFolder } from '../../../src/middlewares/incoming-files';
import { dataOf } from '../../support/wire/clients';
import { download, storedFiles, upload, type FileToUpload } from '../../support/wire/files-http';
import { costlyPicture, docx, HTML, PDF, picture, SVG_WITH_SCRIPT, zip } from '../../support/sample-files';
import { expectChatWorks, post, startScene, type Conversation, type Scene } from '../../support/scene';

const LIMIT = 10_485_760;

let scene: Scene;
let talk: Conversation;
let prefix: string;
let folder: string;

beforeAll(async () => {
  scene = await startScene();
  prefix = `${scene.server.url}/api/attendance`;
  folder = path.join(scene.server.strapi.dirs.static.public, 'uploads');
});
beforeEach(async () => {
  talk = await scene.conversation();
});
afterEach(async () => {
  await expectChatWorks(talk);
  await scene.reset();
});
afterAll(() => scene.stop());

/** The head of a picture in a box of MPEG's, as phones keep theirs. */
const ftyp = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(300)]);
const send = (file: FileToUpload) => upload(prefix, talk.interactionId, talk.token, file);
/** How many files there are, and how many rows. */
const left = async () => [storedFiles(folder).length, (await scene.knex('attendance_attachments')).length];

interface Provider {
  uploadStream: (file: unknown) => Promise<void>;
  delete: (file: unknown) => Promise<void>;
}
const provider = () => (scene.server.strapi.plugin('upload') as unknown as { provider: Provider }).provider;

describe('D: what is no file of ours', () => {
  it.each([
    ['SVG with a script', () => SVG_WITH_SCRIPT, 'logo.svg'],
    ['SVG as .png', () => SVG_WITH_SCRIPT, 'logo.png'],
    ['HTML as .png', () => HTML, 'foto.png'],
    ['HTML as .txt', () => HTML, 'nota.txt'],
    ['HTML behind spaces', () => Buffer.from(`\n \t${HTML.toString()}`), 'nota.txt'],
    ['a script', () => Buffer.from('alert(1)'), 'a.js'],
    ['a shell script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'leia.txt'],
    ['a program', () => Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(600)]), 'fatura.pdf'],
    ['a ZIP archive', () => zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'a.docx'],
    ['text with NUL', () => Buffer.from('a\0b'), 'a.txt'],
    ['text that is in no encoding of ours', () => Buffer.from([0xe9, 0x20, 0x81, 0x8d, 0x41]), 'a.txt'],
    ['AVIF', () => ftyp('avif'), 'foto.jpg'],
    ['HEIC', () => ftyp('heic'), 'IMG_0001.HEIC'],
  ])('[Z55] %s is refused for what it is', async (_, content, name) => {
    const before = await left();
    const answer = await send({ content: content(), name });
    expect(answer).toMatchObject({ status: 400, error: { code: 'bad_request', reason: 'type' } });
    expect(await left()).toEqual(before);
  });

  it.each([
    ['a GIF that is a script', () => Buffer.from('GIF89a/*\x00\x00*/=1;alert(1)'), 'a.gif'],
    ['a PNG that is cut', async () => (await picture('png')).subarray(0, 60), 'a.png'],
    ['a JPEG that is cut', async () => (await picture('jpeg')).subarray(0, 200), 'a.jpg'],
    ['a JPEG of nothing but zeros', () => Buffer.alloc(900), 'a.jpg'],
    ['a PDF of noise', () => Buffer.from([0x81, 0, 0x8d, 0xff, 7]), 'a.pdf'],
  ])('[Z55] [Z126] finding B11: %s is said to be broken', async (_, content, name) => {
    const before = await left();
    const answer = await send({ content: await content(), name });
    expect(answer).toMatchObject({ status: 400, error: { code: 'bad_request', reason: 'broken' } });
    expect(await left()).toEqual(before);
  });

  it.each([
    ['Windows-1252', Buffer.from('Código;Descrição;Preço\r\n1;Pão;€ 2\r\n'.replace('€', '\x80'), 'latin1')],
    ['UTF-16 with its mark', Buffer.from('\uFEFFCódigo\tPreço\r\n', 'utf16le')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFCódigo;Preço\r\n')],
  ])('[Z55] [Z126] finding B11: a table in %s is text', async (_, content) => {
    const { data } = await send({ content, name: 'tabela.csv' });
    expect(data).toMatchObject({
      kind: 'text',
      mime: 'text/plain',
      name: 'tabela.csv',
      size: content.length,
    });
  });

  it('[Z55] what it is declared to be counts for nothing', async () => {
    const answer = await send({ content: PDF, name: 'foto.png' });
    expect(answer.data).toMatchObject({ kind: 'pdf', mime: 'application/pdf', name: 'foto.png.pdf' });
  });

  it('[Z55] a picture with a page behind it is a picture, never to be shown as a page', async () => {
    const content = Buffer.concat([await picture('png'), HTML]);
    const { data } = await send({ content, name: 'a.html' });
    expect(data).toMatchObject({ mime: 'image/png', name: 'a.html.png' });
    const { headers } = await download(prefix, data?.id ?? '', talk.token);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('[Z55] a bomb in a document is never expanded', async () => {
    const bomb = docx([{ name: 'word/media/bomb.bin', content: Buffer.alloc(64 * 1_024 * 1_024) }]);
    expect(bomb.length).toBeLessThan(LIMIT);
    const before = process.memoryUsage().rss;
    const answer = await send({ content: bomb, name: 'bomba.docx' });
    expect([200, 400]).toContain(answer.status);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1_024 * 1_024);
  });
});

describe('D: pictures that cost much', () => {
  it('[Z59] [Z108] finding A5: while some are drawn, files are served, and each is drawn or kept as a file', async () => {
    const small = (await send({ content: PDF })).data?.id ?? '';
    const content = await costlyPicture(4_500);
    // Each side may send three at once: more than the server has threads that read files.
    const byAna = () =>
      upload(`${scene.server.url}/attendance`, talk.interactionId, scene.tokens.ana, {
        content,
        name: 'b.png',
      });
    const sent = Array.from({ length: 3 }, () => [send({ content, name: 'a.png' }), byAna()]).flat();
    let isDrawn = false;
    const drawn = Promise.all(sent).finally(() => {
      isDrawn = true;
    });
    let served = 0;
    while (!isDrawn) {
      expect((await download(prefix, small, talk.token)).status).toBe(200);
      served += 1;
    }
    // Where pictures are drawn on the threads that read files, one is served for each that is drawn.
    expect(served).toBeGreaterThan(10);
    for (const { data, status } of await drawn) {
      expect(status).toBe(200);
      expect([null, 4_500]).toContain(data?.picture?.width ?? null);
    }
  });

  it('[Z108] finding A5: one of too many pixels is a file, and is not decoded', async () => {
    const { data } = await send({ content: await costlyPicture(5_100), name: 'a.png' });
    expect(data).toMatchObject({ kind: 'image', picture: null });
  });
});

describe('D: bodies of several parts', () => {
  const incoming = () =>
    readdirSync(path.join(path.dirname(process.env['DATABASE_FILENAME'] ?? ''), 'incoming'));
  const form = (field: string): FormData => {
    const body = new FormData();
    body.append(field, new Blob([Buffer.alloc(400_000, 'a')]), 'a.bin');
    return body;
  };
  const sendForm = (route: string, field: string, headers: Record<string, string> = {}) =>
    fetch(`${scene.server.url}${route}`, { method: 'POST', body: form(field), headers });

  it.each([
    ['/api/attendance/jitsi/conference', 400],
    ['/API/Attendance/jitsi/conference', 400],
    ['/api/attendance/nothing', 400],
    ['/attendance/sites', 400],
    ['/admin/login', 415],
    ['/api/nothing', 415],
    ['/upload', 401],
    ['/api/upload', 401],
  ])('[Z109] finding A4: to %s, from nobody, is %i and leaves nothing', async (route, status) => {
    for (const field of ['files', 'other']) expect((await sendForm(route, field)).status).toBe(status);
    expect(incoming()).toEqual([]);
  });

  it('[Z109] finding A4: with whatever token, and under whatever name, nothing stays of one that was read', async () => {
    for (const token of ['wrong', scene.tokens.ana])
      for (const route of ['/upload', '/api/upload'])
        for (const field of ['files', 'other']) {
          await sendForm(route, field, { authorization: `Bearer ${token}` });
          await expect.poll(incoming).toEqual([]);
        }
  });

  it('[Z109] finding A4: one of too many bytes is refused, and leaves nothing', async () => {
    const body = new FormData();
    body.append('files', new Blob([Buffer.alloc(51 * 1_024 * 1_024)]), 'a.bin');
    const answer = await fetch(`${scene.server.url}/upload`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${scene.tokens.ana}` },
    });
    expect(answer.status).toBe(413);
    await expect.poll(incoming).toEqual([]);
  });

  it('[Z109] finding A4: what a crash left is swept', async () => {
    const left = path.join(path.dirname(process.env['DATABASE_FILENAME'] ?? ''), 'incoming', 'left');
    writeFileSync(left, 'a');
    await sweepFolder(path.dirname(left), statSync(left).mtimeMs - 1);
    expect(incoming()).toEqual(['left']);
    await sweepFolder(path.dirname(left), statSync(left).mtimeMs + 1);
    expect(incoming()).toEqual([]);
  });
});

describe('D: names', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'boot.ini.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['fatura\u202Efdp.exe', 'faturafdp.exe.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie_ b.pdf'],
    ['   ', 'arquivo.pdf'],
  ])('[Z55] %j is kept as %j', async (name, kept) => {
    const answer = await send({ content: PDF, name });
    expect(answer.data?.name).toBe(kept);
  });

  it('[Z55] one of 5 kB is cut with its extension kept, and a broken one is none', async () => {
    const long = await send({ content: PDF, name: `${'x'.repeat(5_000)}.pdf` });
    expect(long.data?.name).toBe(`${'x'.repeat(116)}.pdf`);
    const broken = await send({ content: PDF, rawName: '%E0%A4%A' });
    expect(broken.data?.name).toBe('arquivo.pdf');
  });
});

describe('D: sizes and crowds', () => {
  it('[Z54] nothing at all is no file', async () => {
    expect(await send({ content: Buffer.alloc(0) })).toMatchObject({
      status: 400,
      error: { reason: 'empty' },
    });
  });

  it('[Z54] the limit is taken, and one byte more is not', async () => {
    const line = 'uma linha de texto comum\n';
    const text = (bytes: number) => Buffer.from(line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes));
    expect((await send({ content: text(LIMIT), name: 'a.txt' })).data?.size).toBe(LIMIT);
    expect(await send({ content: text(LIMIT + 1), name: 'a.txt' })).toMatchObject({
      status: 413,
      error: { code: 'too_large', reason: 'size' },
    });
  });

  it('[Z54] endless chunks are cut off soon after the limit', async () => {
    const sent = await sendEndlessly();
    expect(sent).toBeGreaterThan(LIMIT / 2);
    expect(sent).toBeLessThan(LIMIT * 3);
    expect((await send({ content: PDF })).status).toBe(200);
  });

  it('[Z54] only bytes are read: another body is refused', async () => {
    const type = 'text/html';
    expect((await send({ content: HTML, type })).status).toBe(400);
  });

  it('[Z54] so many files and bytes of one side of an interaction, and no more', async () => {
    const { id } = (await send({ content: PDF })).data ?? { id: '' };
    const row = (await scene.knex('attendance_attachments').where({ public_id: id }).first()) as object;
    const more = Array.from({ length: 99 }, (_, index) => ({
      ...row,
      id: undefined,
      document_id: null,
      public_id: `filler-${index}`.padEnd(22, '-'),
    }));
    for (const one of more)
      await scene.knex('attendance_attachments').insert({ ...one, file: '{}', thumbnail: null });
    expect(await send({ content: PDF })).toMatchObject({
      status: 413,
      error: { code: 'too_large', reason: 'quota' },
    });
  });

  it('[Z54] five hundred that are given up in the middle leave nothing', async () => {
    const before = await left();
    for (let round = 0; round < 50; round += 1) await Promise.all(Array.from({ length: 10 }, () => giveUp()));
    expect(await left()).toEqual(before);
    // They have left their places free.
    await expect.poll(async () => (await send({ content: PDF })).status).toBe(200);
  });

  /** Writes until the server does not listen any more; answers how much it was. */
  function sendEndlessly(): Promise<number> {
    const chunk = Buffer.alloc(65_536, 'A');
    let sent = 0;
    const request = httpRequest(`${prefix}/interactions/${talk.interactionId}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/octet-stream' },
    });
    return new Promise((resolve) => {
      let isOver = false;
      const end = (): void => {
        isOver = true;
        request.destroy();
        resolve(sent);
      };
      const write = (): void => {
        if (isOver) return;
        sent += chunk.length;
        if (request.write(chunk)) setImmediate(write);
        else request.once('drain', write);
      };
      request.on('error', end);
      request.on('close', end);
      write();
    });
  }

  /** Begins, and goes away. */
  async function giveUp(): Promise<void> {
    const controller = new AbortController();
    const body = new ReadableStream({
      start: (to) => to.enqueue(new Uint8Array(1_000)),
      pull: () => controller.abort(),
    });
    await send({ content: body, signal: controller.signal }).catch(() => undefined);
  }
});

describe('D: the provider fails', () => {
  it('[Z54] [Z58] a full disk is `unavailable`, leaves nothing, and is well again without a restart', async () => {
    const before = await left();
    const real = provider().uploadStream;
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    provider().uploadStream = async (file) => {
      await real(file);
      throw full;
    };
    const answer = await send({ content: await picture('png') });
    expect(answer).toMatchObject({ status: 503, error: { code: 'unavailable' } });
    expect(answer.error?.message).not.toContain('ENOSPC');
    provider().uploadStream = real;
    await purge();
    expect(await left()).toEqual(before);
    expect((await send({ content: PDF })).status).toBe(200);
  });

  it('[Z58] what it does not let go of is tried again', async () => {
    await purge();
    const [files] = await left();
    await send({ content: PDF });
    await scene.knex('attendance_attachments').update({ uploaded_at: 0 });
    const real = provider().delete;
    provider().delete = () => Promise.reject(new Error('away'));
    expect(await purge()).toBe(0);
    provider().delete = real;
    expect((await left())[0]).toBe((files ?? 0) + 1);
    expect(await purge()).toBe(0);
    await scene.knex('attendance_attachments').update({ retry_at: 0 });
    expect(await purge()).toBe(1);
    expect((await left())[0]).toBe(files);
  });

  it('[Z56] a stored file that was changed is not served', async () => {
    const { id } = (await send({ content: PDF })).data ?? { id: '' };
    const message = { ...post(talk.interactionId, ''), attachmentIds: [id] };
    dataOf(await talk.carla.socket.emitWithAck('message:post', message as never));
    const other = (await send({ content: await picture('png') })).data?.id ?? '';
    const { file } = (await scene.knex('attendance_attachments').where({ public_id: other }).first()) as {
      file: string;
    };
    await scene.knex('attendance_attachments').where({ public_id: id }).update({ file });
    expect((await download(prefix, id, talk.token)).status).toBe(500);
  });
});

const purge = () =>
  (
    scene.server.strapi.plugin('attendance').service('attendance') as { purgeFiles(): Promise<number> }
  ).purgeFiles();
