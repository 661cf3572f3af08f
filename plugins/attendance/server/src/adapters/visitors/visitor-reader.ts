import type { Knex } from 'knex';

import type { VisitorReader } from '../../application/visitors';
import { rowsOf } from '../sqlite-connection';
import { TABLE } from '../tables';
import { FIND_TOKEN, toToken, type TokenColumns } from './token-table';
import { toVisitor, type VisitorColumns } from './visitor-row';

const BY_ID = `SELECT * FROM ${TABLE.visitors} WHERE id = ? AND merged_into IS NULL`;

/** What is read of visitors, outside of any transaction of theirs. */
export function createVisitorReader(knex: Knex): VisitorReader {
  return {
    find: async (id) => {
      const [row] = await rowsOf<VisitorColumns>(knex, BY_ID, id);
      return row === undefined ? null : toVisitor(row);
    },
    findToken: async (siteId, hash) => {
      const [row] = await rowsOf<TokenColumns>(knex, FIND_TOKEN, hash, siteId);
      return row === undefined ? null : toToken(row);
    },
  };
}
