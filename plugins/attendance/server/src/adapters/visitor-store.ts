import type { Knex } from 'knex';

import type { Visitor } from '../../../protocol/entities';
import type { SiteId, VisitorId } from '../../../protocol/ids';
import type { FormAnswers } from '../../../protocol/visitor-events';
import type { VisitorStore } from '../application/visitors';
import { toTime } from './interaction-rows';
import { TABLE } from './tables';
import { hashOf, issueToken, presentToken } from './visitor-tokens';

/** How long a start key brings a second tab to the visitor that the first one became. */
const START_KEY_LIFE_MS = 10 * 60_000;

export function createVisitorStore(knex: Knex): VisitorStore {
  return {
    present: (siteId, token, now) => knex.transaction((trx) => presentToken(trx, siteId, token, now)),
    create: (siteId, fields, startKey, now) =>
      knex.transaction(async (trx) => {
        const keyHash = startKey === null ? null : hashOf(startKey);
        const known = keyHash === null ? null : await findByStartKey(trx, siteId, keyHash, now);
        const visitor = known ?? (await insert(trx, siteId, fields, keyHash, now));
        return { visitor, token: await issueToken(trx, visitor.id, now) };
      }),
    update: async (id, fields) => {
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      if (given.length > 0) await knex(TABLE.visitors).where('id', id).update(Object.fromEntries(given));
    },
  };
}

async function findByStartKey(
  trx: Knex.Transaction,
  siteId: SiteId,
  keyHash: string,
  now: number,
): Promise<Visitor | null> {
  const row = (await trx(TABLE.visitors).where({ site_id: siteId, start_key_hash: keyHash }).first()) as
    VisitorRow | undefined;
  if (row === undefined) return null;
  if (row.start_key_at !== null && now - toTime(row.start_key_at) <= START_KEY_LIFE_MS) return toVisitor(row);
  // Long ago: whoever has the key now is somebody new.
  await trx(TABLE.visitors).where('id', row.id).update({ start_key_hash: null, start_key_at: null });
  return null;
}

async function insert(
  trx: Knex.Transaction,
  siteId: SiteId,
  fields: FormAnswers,
  keyHash: string | null,
  now: number,
): Promise<Visitor> {
  const [row] = (await trx(TABLE.visitors)
    .insert({
      site_id: siteId,
      start_key_hash: keyHash,
      start_key_at: keyHash === null ? null : now,
      name: fields.name ?? '',
      email: fields.email ?? '',
      phone: fields.phone ?? '',
      document: '',
    })
    .returning('*')) as VisitorRow[];
  if (row === undefined) throw new Error('the visitor was not inserted');
  return toVisitor(row);
}

interface VisitorRow {
  id: number;
  start_key_at: number | string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  document: string | null;
}

function toVisitor(row: VisitorRow): Visitor {
  return {
    id: row.id as VisitorId,
    name: row.name ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
    document: row.document ?? '',
  };
}
