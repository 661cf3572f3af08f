import type { VisitorReader } from '../../application/visitors/ports';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import { FIND_TOKEN, toToken, type TokenColumns } from './token-table';
import { toVisitor, type VisitorColumns } from './visitor-row';

const BY_ID = `SELECT * FROM ${TABLE.visitors} WHERE id = ? AND merged_into IS NULL`;

/** Reads visitors outside a transaction. */
export function createVisitorReader(reader: SqlReader): VisitorReader {
  return {
    find: async (id) => {
      const [row] = await reader.rows<VisitorColumns>(BY_ID, id);
      return row === undefined ? null : toVisitor(row);
    },
    findToken: async (siteId, hash) => {
      const [row] = await reader.rows<TokenColumns>(FIND_TOKEN, hash, siteId);
      return row === undefined ? null : toToken(row);
    },
  };
}
