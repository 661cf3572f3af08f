import type { Knex } from 'knex';

import type { OfflineMessage } from '../../../protocol/entities';
import type { AgentId, OfflineMessageId, SiteId } from '../../../protocol/ids';
import type { OfflineMessageStore } from '../application/offline-messages';
import type { Outcome } from '../application/ports';
import { toTime } from './interaction-rows';
import { TABLE } from './tables';

const LIST_MAX = 200;

interface OfflineMessageRow {
  id: number;
  site_id: number;
  site_name: string | null;
  status: OfflineMessage['status'];
  name: string;
  email: string;
  body: string;
  origin_url: string;
  left_at: number | string;
  taken_by_id: number | null;
  taken_by_name: string | null;
}

export function createOfflineMessageStore(knex: Knex): OfflineMessageStore {
  const select = () =>
    knex(`${TABLE.offlineMessages} as o`)
      .leftJoin(`${TABLE.sites} as s`, 's.id', 'o.site_id')
      .select('o.*', 's.name as site_name');
  const find = async (id: number): Promise<OfflineMessage | null> => {
    const row = (await select().where('o.id', id).first()) as OfflineMessageRow | undefined;
    return row === undefined ? null : toOfflineMessage(row);
  };
  /** One conditional update: of two agents who take it at once, one does. */
  const move = async (
    id: OfflineMessageId,
    status: 'taken' | 'answered',
    agent: { taken_by_id: AgentId; taken_by_name: string },
  ): Promise<Outcome<OfflineMessage>> => {
    const changed = await knex(TABLE.offlineMessages)
      .where('id', id)
      .andWhere((free) => void free.where('status', 'open').orWhere('taken_by_id', agent.taken_by_id))
      .andWhereNot('status', 'answered')
      .update({ status, ...agent });
    const message = await find(id);
    if (message === null) return { ok: false, code: 'not_found' };
    const isDone = changed > 0 || (message.status === 'answered' && status === 'answered');
    return isDone ? { ok: true, data: message } : { ok: false, code: 'conflict' };
  };

  return {
    leave: async ({ siteId, name, email, body, originUrl }, now) => {
      const [inserted] = (await knex(TABLE.offlineMessages)
        .insert({
          site_id: siteId,
          status: 'open',
          name,
          email,
          body,
          origin_url: originUrl,
          left_at: now,
        })
        .returning('id')) as { id: number }[];
      const message = inserted === undefined ? null : await find(inserted.id);
      if (message === null) throw new Error('the offline message was not found after its insert');
      return message;
    },
    unanswered: async () => {
      const rows = (await select()
        .whereNot('o.status', 'answered')
        .orderBy('o.left_at')
        .limit(LIST_MAX)) as OfflineMessageRow[];
      return rows.map(toOfflineMessage);
    },
    take: (id, agentId, agentName) => move(id, 'taken', { taken_by_id: agentId, taken_by_name: agentName }),
    answer: (id, agentId, agentName) =>
      move(id, 'answered', { taken_by_id: agentId, taken_by_name: agentName }),
  };
}

function toOfflineMessage(row: OfflineMessageRow): OfflineMessage {
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
