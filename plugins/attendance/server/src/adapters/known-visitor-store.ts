import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { VisitorId } from '../../../protocol/ids';
import type { Duplicate, KnownVisitor } from '../../../protocol/known-visitors';
import { LIMITS } from '../../../protocol/limits';
import type { SharedField } from '../../../protocol/visitor-keys';
import type {
  ComparedStored,
  FoundVisitors,
  KnownVisitorStore,
  VisitorSearch,
} from '../application/known-visitors';
import { toFieldValues, toTime } from './interaction-rows';
import { rowsIn, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';
import { areBothLive, mergeVisitors } from './visitor-merge';
import { toVisitor, type VisitorRow } from './visitor-rows';

// `+`: by the few assignments of an interaction, not by the many of an agent.
/** A visitor with what there was with them. */
const WITH_CONTACTS = `v.*, s.name AS site_name,
  (SELECT count(*) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS interaction_count,
  (SELECT max(i.waiting_since) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS last_contact_at`;
const NEWEST_FIRST = 'ORDER BY last_contact_at DESC, v.id DESC';

/** Whether a term begins so; the last character of Unicode ends the range. */
const BEGINS = `t.term >= p.value AND t.term < p.value || char(1114111)`;

/** How many terms begin so, counted in their index and no further than it matters. */
const COUNT = `SELECT count(*) AS count FROM (
  SELECT 1 FROM json_each(?) p CROSS JOIN ${TABLE.visitorTerms} t ON ${BEGINS} LIMIT ${LIMITS.foundMax})`;

/** One word's terms are walked through in their index, no more of them than `foundMax`; the rest is looked up for each. */
const FIND = `
  WITH begun AS MATERIALIZED (
    SELECT DISTINCT t.visitor_id FROM json_each(?) p CROSS JOIN ${TABLE.visitorTerms} t ON ${BEGINS}
    LIMIT ${LIMITS.foundMax})
  SELECT ${WITH_CONTACTS}
  FROM begun b JOIN ${TABLE.visitors} v ON v.id = b.visitor_id LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  WHERE NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE NOT EXISTS (
      SELECT 1 FROM ${TABLE.visitorTerms} t, json_each(word.value) p WHERE t.visitor_id = v.id AND ${BEGINS}))
    AND (? IS NULL OR EXISTS (SELECT 1 FROM ${TABLE.interactions} i JOIN ${TABLE.assignments} a ON a.interaction_id = i.id
      WHERE i.visitor_id = v.id AND +a.agent_id = ? AND a.opened_at IS NOT NULL))
  ${NEWEST_FIRST} LIMIT ${LIMITS.foundPage + 1} OFFSET ?`;

const DUPLICATES = `
  SELECT ${WITH_CONTACTS}, group_concat(DISTINCT theirs.kind) AS shares
  FROM ${TABLE.visitorTerms} own JOIN ${TABLE.visitorTerms} theirs
    ON theirs.term = own.term AND theirs.kind = own.kind AND theirs.visitor_id <> own.visitor_id
  JOIN ${TABLE.visitors} v ON v.id = theirs.visitor_id LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  WHERE own.visitor_id = ? AND own.kind <> 'word' GROUP BY v.id ${NEWEST_FIRST} LIMIT ?`;

const BY_ID = `SELECT ${WITH_CONTACTS} FROM ${TABLE.visitors} v LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  WHERE v.id = ? AND v.merged_into IS NULL`;

const ATTENDED = `SELECT 1 FROM ${TABLE.interactions} i JOIN ${TABLE.assignments} a ON a.interaction_id = i.id
  WHERE i.visitor_id = ? AND +a.agent_id = ? AND a.opened_at IS NOT NULL LIMIT 1`;

interface KnownRow extends VisitorRow {
  site_name: string | null;
  interaction_count: number;
  last_contact_at: number | string | null;
}

export function createKnownVisitorStore(knex: Knex): KnownVisitorStore {
  return {
    find: (search) => withSqlite(knex, (connection) => find(connection, search)),
    duplicates: (id, limit) =>
      withSqlite(knex, (connection) =>
        rowsIn<KnownRow & { shares: string }>(connection, DUPLICATES, id, limit).map(toDuplicate),
      ),
    compare: (one, other) =>
      withSqlite(knex, (connection) => {
        const [visitor, beside] = [findCompared(connection, one), findCompared(connection, other)];
        if (visitor === null || beside === null) return null;
        return { visitors: [visitor, beside], areBothLive: areBothLive(connection, one, other) };
      }),
    hasAttended: (agentId, id) =>
      withSqlite(knex, (connection) => rowsIn(connection, ATTENDED, id, agentId).length > 0),
    merge: (request, now) =>
      withSqlite(knex, (connection) =>
        connection.transaction(() => mergeVisitors(connection, request, now)).immediate(),
      ),
  };
}

function find(connection: Database, { attendedBy, beginnings, from }: VisitorSearch): FoundVisitors {
  // Whoever has the rarest word is quickly asked for the others.
  const [first, ...others] = beginnings
    .map((word) => ({ word, count: countOf(connection, word) }))
    .toSorted((one, other) => one.count - other.count);
  if (first === undefined) return { visitors: [], hasMore: false, isCut: false };
  const rows = rowsIn<KnownRow>(
    connection,
    FIND,
    JSON.stringify(first.word),
    JSON.stringify(others.map(({ word }) => word)),
    attendedBy,
    attendedBy,
    from,
  );
  return {
    visitors: rows.slice(0, LIMITS.foundPage).map(toKnown),
    hasMore: rows.length > LIMITS.foundPage,
    isCut: first.count >= LIMITS.foundMax,
  };
}

function countOf(connection: Database, word: readonly string[]): number {
  return rowsIn<{ count: number }>(connection, COUNT, JSON.stringify(word))[0]?.count ?? 0;
}

function findCompared(connection: Database, id: VisitorId): ComparedStored | null {
  const [row] = rowsIn<KnownRow>(connection, BY_ID, id);
  return row === undefined ? null : { ...toKnown(row), fieldValues: toFieldValues(row.field_values) };
}

function toKnown(row: KnownRow): KnownVisitor {
  return {
    ...toVisitor(row),
    siteName: row.site_name ?? '',
    interactionCount: Number(row.interaction_count),
    lastContactAt: row.last_contact_at === null ? null : toTime(row.last_contact_at),
  };
}

function toDuplicate(row: KnownRow & { shares: string }): Duplicate {
  return { visitor: toKnown(row), shares: row.shares.split(',').sort() as SharedField[] };
}
