import { LIMITS } from '../../../../protocol/shared/limits';
import type { Parameter } from '../database/sql';
import { TABLE } from '../database/tables';

/** A visitor with what there was with them. */
export const WITH_CONTACTS = `v.*, s.name AS site_name,
  (SELECT count(*) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS interaction_count,
  (SELECT max(i.waiting_since) FROM ${TABLE.interactions} i WHERE i.visitor_id = v.id) AS last_contact_at`;
/** Newest contact first; whoever had none comes last, on PostgreSQL too. */
export const NEWEST_FIRST = 'ORDER BY last_contact_at DESC NULLS LAST, v.id DESC';

/** The last character of Unicode: it ends the range of what begins with a text. */
const LAST = '\u{10FFFF}';

/** Returns the parameters of `width` ranges, two for each: those of what begins so, the rest empty. */
export function rangesOf(beginnings: readonly string[], width: number): Parameter[] {
  return Array.from({ length: width }, (_, at) => beginnings[at] ?? null).flatMap((low) => [
    low,
    low === null ? null : low + LAST,
  ]);
}

/** Terms in any of so many ranges, each walked in the index of the terms. */
function termsIn(width: number): string {
  const ranges = Array<string>(width).fill('(?, ?)').join(', ');
  return `(VALUES ${ranges}) range CROSS JOIN ${TABLE.visitorTerms} t
    WHERE t.term >= range.column1 AND t.term < range.column2`;
}

/** Returns the query that counts the terms of a word, in their index and no further than it matters. */
export function countText(width: number): string {
  return `SELECT count(*) AS count FROM (SELECT 1 FROM ${termsIn(width)} LIMIT ${LIMITS.foundMax}) AS found`;
}

/**
 * Returns the query that walks the terms of one word in their index, at most `foundMax` of them, and looks at the terms of each
 * visitor for so many other words. Parameters: the ranges of each word, the agent twice (or null), the offset.
 */
export function findText(width: number, otherWords: number): string {
  const inRange = Array<string>(width).fill("t.term || '' >= ? AND t.term || '' < ?").join(' OR ');
  // `|| ''`: by the few terms of the visitor, not by the many in the range.
  const alsoBegins = `EXISTS (SELECT 1 FROM ${TABLE.visitorTerms} t WHERE t.visitor_id = v.id AND (${inRange})) AND `;
  // `+`: by the few assignments of an interaction, not by the many of an agent.
  return `WITH begun AS MATERIALIZED (SELECT DISTINCT t.visitor_id FROM ${termsIn(width)} LIMIT ${LIMITS.foundMax})
    SELECT ${WITH_CONTACTS}
    FROM begun b JOIN ${TABLE.visitors} v ON v.id = b.visitor_id LEFT JOIN ${TABLE.sites} s ON s.id = v.site_id
    WHERE ${alsoBegins.repeat(otherWords)}(CAST(? AS BIGINT) IS NULL OR EXISTS (
      SELECT 1 FROM ${TABLE.interactions} i JOIN ${TABLE.assignments} a ON a.interaction_id = i.id
      WHERE i.visitor_id = v.id AND +a.agent_id = ? AND a.opened_at IS NOT NULL))
    ${NEWEST_FIRST} LIMIT ${LIMITS.foundPage + 1} OFFSET ?`;
}
