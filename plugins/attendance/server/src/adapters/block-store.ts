import type { Knex } from 'knex';

import type { AgentId, BlockId, SiteId, VisitorId } from '../../../protocol/ids';
import type { BlockStore, StoredBlock } from '../application/blocks';
import { toTime } from './interaction-rows';
import { execute, insertRow, rowsIn, rowsOf, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';
import { currentVisitor } from './visitor-rows';

interface BlockRow {
  id: number;
  site_id: number;
  site_name: string | null;
  visitor_id: number;
  visitor_name: string | null;
  address: string | null;
  reason: string;
  agent_id: number;
  by_name: string;
  blocked_at: number | string;
  until: number | string | null;
}

const SELECT = `
  SELECT b.*, s.name AS site_name, v.name AS visitor_name FROM ${TABLE.blocks} b
  LEFT JOIN ${TABLE.sites} s ON s.id = b.site_id LEFT JOIN ${TABLE.visitors} v ON v.id = b.visitor_id`;

export function createBlockStore(knex: Knex): BlockStore {
  return {
    add: (block) =>
      withSqlite(knex, (connection) => {
        const id = insertRow(connection, TABLE.blocks, {
          site_id: block.siteId,
          visitor_id: currentVisitor(connection, block.visitorId),
          address: block.address,
          reason: block.reason,
          agent_id: block.agentId,
          by_name: block.byName,
          blocked_at: block.blockedAt,
          until: block.until,
        });
        const [row] = rowsIn<BlockRow>(connection, `${SELECT} WHERE b.id = ?`, id);
        if (row === undefined) throw new Error('the block was not found after its insert');
        return toBlock(row);
      }),
    inForce: async (now) => {
      const sql = `${SELECT} WHERE b.ended_at IS NULL AND (b.until IS NULL OR b.until > ?) ORDER BY b.id DESC`;
      return (await rowsOf<BlockRow>(knex, sql, now)).map(toBlock);
    },
    end: (id, now, liftedBy) =>
      withSqlite(knex, (connection) => {
        const sql = `UPDATE ${TABLE.blocks} SET ended_at = ?, lifted_by = ?, address = NULL WHERE id = ? AND ended_at IS NULL`;
        execute(connection, sql, now, liftedBy, id);
      }),
  };
}

function toBlock(row: BlockRow): StoredBlock {
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
    until: row.until === null ? null : toTime(row.until),
  };
}
