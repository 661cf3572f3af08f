import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { AgentId, OfflineMessageId, SiteId } from '../../../../protocol/schemas/ids';
import type { OfflineMessageRows } from '../../application/offline-messages/rows';
import type { Sql } from '../database/sql';
import { toTime } from '../database/columns';
import { TABLE } from '../database/tables';

export interface OfflineMessageColumns {
  readonly id: number;
  readonly site_id: number;
  readonly site_name: string | null;
  readonly status: OfflineMessage['status'];
  readonly name: string;
  readonly email: string;
  readonly body: string;
  readonly origin_url: string;
  readonly left_at: number | string;
  readonly taken_by_id: number | null;
  readonly taken_by_name: string | null;
}

export const SELECT_OFFLINE_MESSAGES = `SELECT o.*, s.name AS site_name FROM ${TABLE.offlineMessages} o
  LEFT JOIN ${TABLE.sites} s ON s.id = o.site_id`;
const BY_ID = `${SELECT_OFFLINE_MESSAGES} WHERE o.id = ?`;

export function offlineMessageTable(sql: Sql): OfflineMessageRows {
  return {
    *insert({ body, email, name, originUrl, siteId }, leftAt) {
      const id = yield* sql.insert(TABLE.offlineMessages, {
        site_id: siteId,
        status: 'open',
        name,
        email,
        body,
        origin_url: originUrl,
        left_at: leftAt,
      });
      return id as OfflineMessageId;
    },
    *lock(id) {
      const row = yield* sql.lock<OfflineMessageColumns>('o', BY_ID, id);
      return row === undefined ? null : toOfflineMessage(row);
    },
    update: (id, { answeredAt, status, takenBy }) =>
      sql.update(TABLE.offlineMessages, id, {
        status,
        taken_by_id: takenBy?.id ?? null,
        taken_by_name: takenBy?.name ?? null,
        answered_at: answeredAt,
      }),
  };
}

export function toOfflineMessage(row: OfflineMessageColumns): OfflineMessage {
  return {
    id: row.id as OfflineMessageId,
    siteId: row.site_id as SiteId,
    siteName: row.site_name ?? '',
    status: row.status,
    name: row.name,
    email: row.email,
    body: row.body,
    originUrl: row.origin_url,
    leftAt: toTime(row.left_at),
    takenBy:
      row.taken_by_id === null ? null : { id: row.taken_by_id as AgentId, name: row.taken_by_name ?? '' },
  };
}
