import type { SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Duplicate, KnownVisitor } from '../../../../protocol/visitors/known-visitors';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { SharedField } from '../../../../protocol/shared/visitor-keys';
import type {
  ComparedStored,
  FoundVisitors,
  KnownVisitorReader,
  VisitorSearch,
} from '../../application/known-visitors/known-visitors';
import type { SqlReader } from '../database/sql';
import { toFieldValues, toTime } from '../database/columns';
import { TABLE } from '../database/tables';
import { toVisitor, type VisitorColumns } from './visitor-row';

// `+`: by the few assignments of an interaction, not by the many of an agent.
/** A visitor with what there was with them. */
const WITH_CONTACTS = `v.*, s.name AS site_name,
  (SELECT count(*) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS interaction_count,
  (SELECT max(i.waiting_since) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS last_contact_at`;
const NEWEST_FIRST = 'ORDER BY last_contact_at DESC, v.id DESC';

/** SQL condition for a term that begins with the word; the last character of Unicode ends the range. */
const BEGINS = `t.term >= p.value AND t.term < p.value || char(1114111)`;

/** Query that counts the terms with a prefix, in their index and no further than it matters. */
const COUNT = `SELECT count(*) AS count FROM (
  SELECT 1 FROM json_each(?) p CROSS JOIN ${TABLE.visitorTerms} t ON ${BEGINS} LIMIT ${LIMITS.foundMax})`;

/** Query that walks the terms of one word in their index, at most `foundMax` of them, and looks up the other words for each visitor. */
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

const BOTH = `SELECT ${WITH_CONTACTS} FROM ${TABLE.visitors} v LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  WHERE v.id IN (?, ?) AND v.merged_into IS NULL`;
const LIVE = `SELECT visitor_id, site_id FROM ${TABLE.interactions} WHERE visitor_id IN (?, ?) AND live_key IS NOT NULL`;

const ATTENDED = `SELECT 1 FROM ${TABLE.interactions} i JOIN ${TABLE.assignments} a ON a.interaction_id = i.id
  WHERE i.visitor_id = ? AND +a.agent_id = ? AND a.opened_at IS NOT NULL LIMIT 1`;

interface KnownRow extends VisitorColumns {
  readonly site_name: string | null;
  readonly interaction_count: number;
  readonly last_contact_at: number | string | null;
}

/** Reads known visitors outside a transaction. */
export function createKnownVisitorReader(reader: SqlReader): KnownVisitorReader {
  return {
    find: (search) => find(reader, search),
    duplicates: async (id, limit) => {
      const rows = await reader.rows<KnownRow & { shares: string }>(DUPLICATES, id, limit);
      return rows.map(toDuplicate);
    },
    compare: async (one, other) => {
      const found = await reader.rows<KnownRow>(BOTH, one, other);
      const visitors = [one, other]
        .map((id) => found.find((row) => row.id === id))
        .flatMap((row) => row ?? []);
      const [visitor, beside] = visitors.map(toCompared);
      if (visitor === undefined || beside === undefined) return null;
      const live = await reader.rows<{ visitor_id: VisitorId; site_id: SiteId }>(LIVE, one, other);
      const sitesOf = (id: VisitorId) =>
        live.filter((row) => row.visitor_id === id).map((row) => row.site_id);
      return { visitors: [visitor, beside], liveSites: [sitesOf(one), sitesOf(other)] };
    },
    hasAttended: async (agentId, id) => (await reader.rows(ATTENDED, id, agentId)).length > 0,
  };
}

async function find(
  reader: SqlReader,
  { attendedBy, beginnings, from }: VisitorSearch,
): Promise<FoundVisitors> {
  // Whoever has the rarest word is quickly asked for the others.
  const counted = await Promise.all(
    beginnings.map(async (word) => ({ word, count: await countOf(reader, word) })),
  );
  const [first, ...others] = counted.toSorted((one, other) => one.count - other.count);
  if (first === undefined) return { visitors: [], hasMore: false, isCut: false };
  const rows = await reader.rows<KnownRow>(
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

async function countOf(reader: SqlReader, word: readonly string[]): Promise<number> {
  const [row] = await reader.rows<{ count: number }>(COUNT, JSON.stringify(word));
  return row?.count ?? 0;
}

function toCompared(row: KnownRow): ComparedStored {
  return { ...toKnown(row), fieldValues: toFieldValues(row.field_values) };
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
