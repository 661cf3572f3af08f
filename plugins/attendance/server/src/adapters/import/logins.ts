import type { Database } from 'better-sqlite3';

import { execute, rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

interface LoginRow {
  id: number;
  user_id: number | null;
  found_id: number | null;
}

const LOGINS = `SELECT a.id, a.user_id, u.id AS found_id FROM ${TABLE.agents} a
  LEFT JOIN admin_users u ON lower(u.email) = a.user_email`;

/**
 * Agents are of the administrators whose e-mail address they had: Strapi carries no administrators, and here another number is
 * somebody else. Whoever has none here is nobody's until they come (`introduce`). The record of changes keeps everybody's name.
 */
export function findLogins(connection: Database): void {
  const rows = rowsIn<LoginRow>(connection, LOGINS);
  const found = rows.flatMap(({ found_id: to, user_id: from }) =>
    from === null || to === null ? [] : [{ from, to }],
  );
  execute(
    connection,
    `UPDATE ${TABLE.auditRecords} SET user_id =
       (SELECT json_extract(value, '$.to') FROM json_each(?) WHERE json_extract(value, '$.from') = user_id)`,
    JSON.stringify(found),
  );
  // All first: a login is one agent's, and two of them may change places.
  execute(connection, `UPDATE ${TABLE.agents} SET user_id = NULL`);
  for (const { found_id: userId, id } of rows)
    if (userId === null)
      execute(connection, `UPDATE ${TABLE.agents} SET presence = 'offline' WHERE id = ?`, id);
    else execute(connection, `UPDATE ${TABLE.agents} SET user_id = ? WHERE id = ?`, userId, id);
}
