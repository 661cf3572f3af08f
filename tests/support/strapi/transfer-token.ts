import { createHmac, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';

import { SECRETS } from '../product-server';

/**
 * Returns a token that lets another Strapi replace this one's data, as the panel makes them; no server may have the
 * database open.
 */
export function giveTransferToken(filename: string): string {
  const token = randomBytes(32).toString('hex');
  const accessKey = createHmac('sha512', SECRETS.TRANSFER_TOKEN_SALT).update(token).digest('hex');
  const database = new Database(filename);
  const insert = (table: string, row: Readonly<Record<string, unknown>>): number => {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    return Number(database.prepare(sql).run(...Object.values(row)).lastInsertRowid);
  };
  try {
    const tokenId = insert('strapi_transfer_tokens', {
      name: 'test',
      access_key: accessKey,
      last_used_at: Date.now(),
    });
    for (const action of ['push', 'pull']) {
      const permissionId = insert('strapi_transfer_token_permissions', { action });
      insert('strapi_transfer_token_permissions_token_lnk', {
        transfer_token_permission_id: permissionId,
        transfer_token_id: tokenId,
      });
    }
    return token;
  } finally {
    database.close();
  }
}
