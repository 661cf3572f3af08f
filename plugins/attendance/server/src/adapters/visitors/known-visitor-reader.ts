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
import { countText, findText, NEWEST_FIRST, rangesOf, WITH_CONTACTS } from './find-visitors-text';
import { toVisitor, type VisitorColumns } from './visitor-row';

const DUPLICATES = `
  WITH shared AS (SELECT DISTINCT theirs.visitor_id, theirs.kind
    FROM ${TABLE.visitorTerms} own JOIN ${TABLE.visitorTerms} theirs
      ON theirs.term = own.term AND theirs.kind = own.kind AND theirs.visitor_id <> own.visitor_id
    WHERE own.visitor_id = ? AND own.kind <> 'word')
  SELECT ${WITH_CONTACTS}, string_agg(h.kind, ',') AS shares
  FROM shared h JOIN ${TABLE.visitors} v ON v.id = h.visitor_id LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  GROUP BY v.id, s.id ${NEWEST_FIRST} LIMIT ?`;

const BOTH = `SELECT ${WITH_CONTACTS} FROM ${TABLE.visitors} v LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
  WHERE v.id IN (?, ?) AND v.merged_into IS NULL`;
const LIVE = `SELECT visitor_id, site_id FROM ${TABLE.interactions} WHERE visitor_id IN (?, ?) AND live_key IS NOT NULL`;

// `+`: by the few assignments of an interaction, not by the many of an agent.
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
  if (beginnings.length === 0) return { visitors: [], hasMore: false, isCut: false };
  // As many for each word: the texts are few, and each is prepared once.
  const width = Math.max(...beginnings.map(({ length }) => length));
  // Whoever has the rarest word is quickly asked for the others.
  const counted = await Promise.all(
    beginnings.map(async (one) => {
      const ranges = rangesOf(one, width);
      const [row] = await reader.rows<{ count: number }>(countText(width), ...ranges);
      return { ranges, count: Number(row?.count ?? 0) };
    }),
  );
  const sorted = counted.toSorted((one, other) => one.count - other.count);
  const rows = await reader.rows<KnownRow>(
    findText(width, beginnings.length - 1),
    ...sorted.flatMap(({ ranges }) => ranges),
    attendedBy,
    attendedBy,
    from,
  );
  return {
    visitors: rows.slice(0, LIMITS.foundPage).map(toKnown),
    hasMore: rows.length > LIMITS.foundPage,
    isCut: (sorted[0]?.count ?? 0) >= LIMITS.foundMax,
  };
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
