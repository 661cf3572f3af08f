import type { AgentId, BlockId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { StoredBlock } from '../../application/blocks/blocks';
import type { BlockRows } from '../../application/blocks/rows';
import type { Sql } from '../database/sql';
import { toTime, toTimeOrNull } from '../database/columns';
import { TABLE } from '../database/tables';

export interface BlockColumns {
  readonly id: number;
  readonly site_id: number;
  readonly site_name: string | null;
  readonly visitor_id: number;
  readonly visitor_name: string | null;
  readonly address: string | null;
  readonly reason: string;
  readonly agent_id: number;
  readonly by_name: string;
  readonly blocked_at: number | string;
  readonly until: number | string | null;
}

export const SELECT_BLOCKS = `
  SELECT b.*, s.name AS site_name, v.name AS visitor_name FROM ${TABLE.blocks} b
  LEFT JOIN ${TABLE.sites} s ON s.id = b.site_id LEFT JOIN ${TABLE.visitors} v ON v.id = b.visitor_id`;
const BY_ID = `${SELECT_BLOCKS} WHERE b.id = ?`;
const END = `UPDATE ${TABLE.blocks} SET ended_at = ?, lifted_by = ?, address = NULL WHERE id = ? AND ended_at IS NULL`;

export function blockTable(sql: Sql): BlockRows {
  return {
    *insert({ address, agentId, blockedAt, byName, reason, siteId, until, visitorId }) {
      const id = yield* sql.insert(TABLE.blocks, {
        site_id: siteId,
        visitor_id: visitorId,
        address,
        reason,
        agent_id: agentId,
        by_name: byName,
        blocked_at: blockedAt,
        until,
      });
      return id as BlockId;
    },
    *get(id) {
      const [row] = yield* sql.rows<BlockColumns>(BY_ID, id);
      if (row === undefined) throw new Error(`block ${id} vanished within its own transaction`);
      return toBlock(row);
    },
    *end(id, endedAt, liftedBy) {
      yield* sql.run(END, endedAt, liftedBy, id);
    },
  };
}

export function toBlock(row: BlockColumns): StoredBlock {
  return {
    id: row.id as BlockId,
    siteId: row.site_id as SiteId,
    siteName: row.site_name ?? '',
    visitorId: row.visitor_id as VisitorId,
    visitorName: row.visitor_name ?? '',
    address: row.address,
    reason: row.reason,
    agentId: row.agent_id as AgentId,
    byName: row.by_name,
    blockedAt: toTime(row.blocked_at),
    until: toTimeOrNull(row.until),
  };
}
