import type { Core } from '@strapi/strapi';

import { CANNED_RESPONSES, CONVERSATIONS, CUSTOM_FIELDS, DEMO_TAG, DEPARTMENTS, TAGS } from './conversations';
import { ensureAgent } from './seed-agents';
import { seedConversation } from './seed-conversation';
import { uidOf, type Row, type Stored } from './stored';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS = 7;
const FIRST_HOUR = 9;
/** Time between the beginnings of two of a day's conversations, in ms. */
const APART_MS = 65 * MINUTE_MS;

/** How long somebody waits for an agent, and each line for the next, in ms: a day has quick ones and slow ones. */
const PACES = [
  { waitMs: 3_000, lineMs: 14_000 },
  { waitMs: 8_000, lineMs: 19_000 },
  { waitMs: 21_000, lineMs: 40_000 },
  { waitMs: 5_000, lineMs: 22_000 },
  { waitMs: 12_000, lineMs: 16_000 },
] as const;

/** Ids of the seeded rows, by content type: removed when the demo is switched off. */
type Seeded = Record<string, number[]>;

/** Order of removal in which no row is left behind that refers to one that is gone. */
const REMOVAL = [
  'message',
  'note',
  'interaction-tag',
  'assignment',
  'call-attempt',
  'interaction',
  'visitor-term',
  'visitor',
  'canned-response',
  'custom-field',
  'tag',
  'department',
] as const;

/** What the reports keep of an interaction when it goes: of the demo's they keep nothing. */
const REPORTS = ['report-row', 'report-assignment', 'report-tag'] as const;

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
        pace: PACES[(place + day * 3) % PACES.length] ?? PACES[0],
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
  // After the interactions: none is measured again that is gone.
  for (const type of REPORTS)
    await strapi.db
      .query(uidOf(type))
      .deleteMany({ where: { interactionId: { $in: seeded['interaction'] ?? [] } } });
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
