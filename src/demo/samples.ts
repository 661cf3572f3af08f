import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

import {
  CANNED_RESPONSES,
  CONVERSATIONS,
  CUSTOM_FIELDS,
  DEMO_TAG,
  DEPARTMENTS,
  FACES,
  TAGS,
  type DemoConversation,
} from './conversations';

type Row = Readonly<Record<string, unknown>>;
interface Stored {
  readonly id: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS = 7;
const FIRST_HOUR = 9;
/** Time between the beginnings of two of a day's conversations, in ms. */
const APART_MS = 65 * MINUTE_MS;
const WAIT_MS = 20_000;
const LINE_MS = 40_000;

/** Ids of the seeded rows, by content type: removed when the demo is switched off. */
type Seeded = Record<string, number[]>;

/** Order of removal in which no row is left behind that refers to one that is gone. */
const REMOVAL = [
  'message',
  'note',
  'interaction-tag',
  'assignment',
  'interaction',
  'visitor-term',
  'visitor',
  'canned-response',
  'custom-field',
  'tag',
  'department',
] as const;

const uidOf = (type: string) => `plugin::attendance.${type}` as 'admin::user';

/** Seeds a week of past conversations, and the agents' tools, so that a fresh demo shows what the product does. */
export async function seedSamples(strapi: Core.Strapi, now: number): Promise<void> {
  const seeded: Seeded = {};
  const create = async (type: string, data: Row): Promise<number> => {
    const { id } = (await strapi.db.query(uidOf(type)).create({ data })) as Stored;
    (seeded[type] ??= []).push(id);
    return id;
  };
  const site = (await strapi.db
    .query(uidOf('site'))
    .findOne({ where: { key: 'loja-demo' } })) as Stored | null;
  if (site === null) return;
  const departments = new Map<string, number>();
  for (const { key, name } of DEPARTMENTS)
    departments.set(key, await create('department', { key, name, version: 0 }));
  const tags = new Map<string, number>();
  for (const { colour, name } of TAGS)
    tags.set(
      name,
      await create('tag', { name, nameKey: name.toLowerCase(), colour, version: 0, isArchived: false }),
    );
  for (const response of CANNED_RESPONSES)
    await create('canned-response', { ...response, version: 0, departmentId: null });
  for (const [position, field] of CUSTOM_FIELDS.entries())
    await create('custom-field', { ...field, position, version: 0, isArchived: false });
  const agents = {
    ana: await ensureAgent(strapi, 'ana', [...departments.values()]),
    bruno: await ensureAgent(strapi, 'bruno', [departments.get('suporte') ?? 0]),
  };
  const visitors = new Map<string, number>();
  const today = new Date(now).setUTCHours(FIRST_HOUR, 0, 0, 0);
  for (let day = DAYS; day >= 1; day -= 1) {
    for (const [place, conversation] of CONVERSATIONS.entries()) {
      // Each day has other people.
      if ((place + day) % 2 === 0) continue;
      const { visitor } = conversation;
      const visitorId =
        visitors.get(visitor.email) ??
        (await create('visitor', { ...visitor, document: '', siteId: site.id, fieldValues: {} }));
      visitors.set(visitor.email, visitorId);
      await seedConversation(create, {
        conversation,
        startedAt: today - day * DAY_MS + place * APART_MS,
        siteId: site.id,
        visitorId,
        departmentId: departments.get(conversation.department) ?? null,
        agent: conversation.agent === null ? null : agents[conversation.agent],
        tagIds: [...conversation.tags, DEMO_TAG].flatMap((name) => tags.get(name) ?? []),
        shopUrl: `http://localhost:${process.env.DEMO_PORT ?? '1338'}`,
        setProtocol: async (id, protocolNumber) => {
          await strapi.db.query(uidOf('interaction')).update({ where: { id }, data: { protocolNumber } });
        },
      });
    }
  }
  await storeOf(strapi).set({ value: seeded });
}

/** Removes what `seedSamples` made, and leaves what people have made since. */
export async function removeSamples(strapi: Core.Strapi): Promise<void> {
  const seeded = (await storeOf(strapi).get({})) as Seeded | null;
  if (seeded === null) return;
  const visitorIds = seeded['visitor'] ?? [];
  const since = (await strapi.db.query(uidOf('interaction')).findMany({
    where: { visitorId: { $in: visitorIds }, id: { $notIn: seeded['interaction'] ?? [] } },
    select: ['visitorId'],
  })) as { visitorId: number }[];
  const busy = new Set(since.map(({ visitorId }) => visitorId));
  const free = visitorIds.filter((id) => !busy.has(id));
  for (const type of REMOVAL) {
    const ids = type === 'visitor' ? free : (seeded[type] ?? []);
    const where = type === 'visitor-term' ? { visitorId: { $in: free } } : { id: { $in: ids } };
    await strapi.db.query(uidOf(type)).deleteMany({ where });
  }
  // Agents of a department that is gone are in none of these any more.
  const gone = new Set(seeded['department'] ?? []);
  const agents = (await strapi.db.query(uidOf('agent')).findMany({})) as (Stored & {
    departmentIds: number[] | null;
  })[];
  for (const { departmentIds, id } of agents)
    await strapi.db.query(uidOf('agent')).update({
      where: { id },
      data: { departmentIds: (departmentIds ?? []).filter((one) => !gone.has(one)) },
    });
  await storeOf(strapi).delete({});
}

function storeOf(strapi: Core.Strapi) {
  return strapi.store({ type: 'plugin', name: 'attendance', key: 'demo-samples' });
}

interface DemoAgent {
  readonly id: number;
  readonly name: string;
}

async function ensureAgent(
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

interface Seeding {
  readonly conversation: DemoConversation;
  readonly startedAt: number;
  readonly siteId: number;
  readonly visitorId: number;
  readonly departmentId: number | null;
  readonly agent: DemoAgent | null;
  readonly tagIds: readonly number[];
  readonly shopUrl: string;
  setProtocol(id: number, protocolNumber: string): Promise<void>;
}

async function seedConversation(
  create: (type: string, data: Row) => Promise<number>,
  { agent, conversation, departmentId, setProtocol, shopUrl, siteId, startedAt, tagIds, visitorId }: Seeding,
): Promise<void> {
  const { channel, closingNote, lines, note, stars, visitor } = conversation;
  const openedAt = agent === null ? null : startedAt + WAIT_MS;
  const endedAt = startedAt + WAIT_MS + (lines.length + 1) * LINE_MS;
  const url = `${shopUrl}${conversation.page}`;
  const id = await create('interaction', {
    siteId,
    visitorId,
    departmentId,
    channel,
    beganAs: channel,
    callCount: channel === 'chat' || agent === null ? 0 : 1,
    status: agent === null ? 'abandoned' : 'ended',
    revision: 1,
    waitingSince: startedAt,
    assignedAt: openedAt,
    openedAt,
    agentId: agent?.id ?? null,
    visitorEndedAt: endedAt - LINE_MS / 2,
    visitorEndReason: agent === null ? 'visitor-gone' : 'visitor-ended',
    endedAt,
    closingNote,
    lastWriter: lines.at(-1)?.[0] ?? null,
    lastSequence: lines.length,
    visitorRead: lines.length,
    visitorDelivered: lines.length,
    agentRead: agent === null ? 0 : lines.length,
    agentDelivered: agent === null ? 0 : lines.length,
    captured: {
      originUrl: url,
      originTitle: 'Loja Exemplo',
      currentUrl: url,
      currentTitle: 'Loja Exemplo',
      referrer: '',
      language: 'pt-BR',
      browser: conversation.browser,
      operatingSystem: conversation.operatingSystem,
      ip: '203.0.113.7',
    },
    answers: [
      { fieldId: 'name', type: 'text', label: 'Nome', value: visitor.name, shown: visitor.name },
      { fieldId: 'email', type: 'email', label: 'E-mail', value: visitor.email, shown: visitor.email },
    ],
    fieldValues: {},
    ...(stars !== null && { ratingScale: 'stars', ratingScore: stars, ratingComment: '', ratedAt: endedAt }),
  });
  await setProtocol(id, `${new Date(startedAt).getUTCFullYear()}-${String(id).padStart(6, '0')}`);
  for (const [place, [side, body]] of lines.entries())
    await create('message', {
      interactionId: id,
      sequence: place + 1,
      side,
      clientMessageId: `demo-${id}-${place}`,
      agentId: side === 'agent' ? agent?.id : null,
      agentName: side === 'agent' ? agent?.name : '',
      body,
      attachments: [],
      sentAt: startedAt + WAIT_MS + place * LINE_MS,
    });
  if (agent === null) return;
  await create('assignment', {
    interactionId: id,
    agentId: agent.id,
    assignedAt: openedAt,
    openedAt,
    releasedAt: endedAt,
    outcome: 'ended',
  });
  for (const tagId of tagIds)
    await create('interaction-tag', { interactionId: id, tagId, agentId: agent.id, taggedAt: endedAt });
  if (note !== '')
    await create('note', {
      interactionId: id,
      clientNoteId: `demo-${id}`,
      agentId: agent.id,
      agentName: agent.name,
      body: note,
      writtenAt: endedAt,
    });
}
