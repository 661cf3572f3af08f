import type { VisitorId } from '../../../../protocol/schemas/ids';
import type { Parameter } from '../database/sql';
import { TABLE } from '../database/tables';

interface Moved {
  readonly table: string;
  /** The column that names the visitor. */
  readonly column: string;
  /** Gives the rows of one visitor to another. */
  readonly text: string;
  readonly parametersOf: (from: VisitorId, to: VisitorId) => readonly Parameter[];
}

/** Moves rows by their column alone. */
function plain(table: string, column: string): Moved {
  return {
    table,
    column,
    text: `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`,
    parametersOf: (from, to) => [to, from],
  };
}

/**
 * Tables whose rows move with a visitor who becomes another, in this order; everything else hangs on the interactions. A test walks the content types
 * and fails for a column that names a visitor and is neither here nor among those made anew.
 */
export const MOVED_WITH_A_VISITOR: readonly Moved[] = [
  plain(TABLE.visitorTokens, 'visitor_id'),
  {
    table: TABLE.interactions,
    column: 'visitor_id',
    text: `UPDATE ${TABLE.interactions} SET visitor_id = ?, revision = revision + 1,
      live_key = CASE WHEN live_key IS NULL THEN NULL ELSE CAST(site_id AS TEXT) || '/' || ? END WHERE visitor_id = ?`,
    parametersOf: (from, to) => [to, String(to), from],
  },
  {
    table: TABLE.attachments,
    column: 'person_id',
    // By their interactions, which are the other's by now: these are in an index.
    text: `UPDATE ${TABLE.attachments} SET person_id = ? WHERE side = 'visitor' AND person_id = ?
      AND interaction_id IN (SELECT id FROM ${TABLE.interactions} WHERE visitor_id = ?)`,
    parametersOf: (from, to) => [to, from, to],
  },
  plain(TABLE.blocks, 'visitor_id'),
  plain(TABLE.visitors, 'merged_into'),
];
