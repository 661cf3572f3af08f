import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

import type { Visitor } from '../../../protocol/entities';
import type { VisitorId } from '../../../protocol/ids';
import type { VisitorStore } from '../application/visitors';
import { TABLE } from './tables';

/** 256 random bits: nobody guesses one, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;

export function createVisitorStore(knex: Knex): VisitorStore {
  return {
    findByToken: async (siteId, token) => {
      const row = (await knex(TABLE.visitors)
        .where({ site_id: siteId, token_hash: hashOf(token) })
        .first()) as VisitorRow | undefined;
      return row === undefined ? null : toVisitor(row);
    },
    create: async (siteId, fields) => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const [row] = (await knex(TABLE.visitors)
        .insert({
          site_id: siteId,
          token_hash: hashOf(token),
          name: fields.name ?? '',
          email: fields.email ?? '',
          phone: fields.phone ?? '',
          document: '',
        })
        .returning('*')) as VisitorRow[];
      if (row === undefined) throw new Error('the visitor was not inserted');
      return { visitor: toVisitor(row), token };
    },
    update: async (id, fields) => {
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      if (given.length > 0) await knex(TABLE.visitors).where('id', id).update(Object.fromEntries(given));
    },
  };
}

interface VisitorRow {
  id: number;
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

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
