import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

import { FACES } from './conversations';
import { uidOf, type Stored } from './stored';

/** An agent of the demo. */
export interface DemoAgent {
  readonly id: number;
  readonly name: string;
}

/** Makes an agent of the demo of their login, with a face. */
export async function ensureAgent(
  strapi: Core.Strapi,
  login: keyof typeof FACES,
  departmentIds: readonly number[],
): Promise<DemoAgent> {
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { email: `${login}@demo.local` } })) as Stored & {
    firstname: string;
    lastname: string;
  };
  const name = `${user.firstname} ${user.lastname}`;
  const { id } = (await strapi.db.query(uidOf('agent')).create({
    data: {
      userId: user.id,
      publicName: name,
      photo: await uploadFace(strapi, login, name),
      version: 0,
      channels: ['chat', 'voice', 'video'],
      departmentIds,
      presence: 'offline',
      neverHere: true,
    },
  })) as Stored;
  return { id, name };
}

interface UploadService {
  upload(given: object): Promise<readonly { readonly id: number; readonly url: string }[]>;
}

/** Uploads a photo into the media library, as a settings page would choose it. */
async function uploadFace(strapi: Core.Strapi, login: keyof typeof FACES, name: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-demo-'));
  try {
    const file = path.join(folder, `${login}.png`);
    // Imported here and not above: an application that seeds nothing starts without it.
    const { default: sharp } = await import('sharp');
    await sharp(Buffer.from(faceOf(login)))
      .png()
      .toFile(file);
    const service = strapi.plugin('upload').service('upload') as unknown as UploadService;
    const [stored] = await service.upload({
      data: { fileInfo: { name: `${login}.png`, alternativeText: name, caption: 'Demo' } },
      files: {
        filepath: file,
        originalFilename: `${login}.png`,
        mimetype: 'image/png',
        size: (await stat(file)).size,
      },
    });
    return stored === undefined ? null : { fileId: stored.id, url: stored.url };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function faceOf(login: keyof typeof FACES): string {
  const { back, hair, shirt, skin } = FACES[login];
  const long =
    login === 'ana'
      ? `<path d="M62 118c-10-70 26-84 38-84s48 14 38 84l-12 6V92H74v32z" fill="${hair}"/>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200">
  <rect width="200" height="200" fill="${back}"/>${long}
  <path d="M40 200c0-38 26-54 60-54s60 16 60 54z" fill="${shirt}"/>
  <path d="M84 128h32v22a16 16 0 0 1-32 0z" fill="${skin}"/>
  <circle cx="100" cy="96" r="36" fill="${skin}"/>
  <path d="M62 92c0-34 20-44 38-44s38 10 38 44c-8-16-22-24-38-24s-30 8-38 24z" fill="${hair}"/>
  <circle cx="88" cy="98" r="3.500" fill="#2b1d16"/><circle cx="112" cy="98" r="3.500" fill="#2b1d16"/>
  <path d="M88 112q12 9 24 0" fill="none" stroke="#8a4a3a" stroke-width="3" stroke-linecap="round"/>
</svg>`;
}
