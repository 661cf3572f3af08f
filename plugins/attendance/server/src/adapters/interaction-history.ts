import type { Knex } from 'knex';

import type { Channel, PastInteraction } from '../../../protocol/entities';
import type { InteractionId, VisitorId } from '../../../protocol/ids';
import { toTagIds, toTime } from './interaction-rows';
import { toRating, type RatingRow } from './rating-rows';
import { TABLE } from './tables';

export interface PastRow extends RatingRow {
  id: number;
  protocol_number: string;
  channel: Channel;
  agent_name: string | null;
  waiting_since: number | string;
  visitor_ended_at: number | string | null;
  ended_at: number | string;
  closing_tag: string | null;
  closing_note: string | null;
  tag_ids: string | null;
}

/** Earlier interactions of a visitor [A5]. */
export async function history(
  knex: Knex,
  visitorId: VisitorId,
  current: InteractionId,
  limit: number,
): Promise<PastInteraction[]> {
  const rows = (await knex(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.agents} as a`, 'a.id', 'i.agent_id')
    .where('i.visitor_id', visitorId)
    .whereIn('i.status', ['ended', 'abandoned'])
    .whereNot('i.id', current)
    .orderBy('i.waiting_since', 'desc')
    .limit(limit)
    .select(
      'i.*',
      'a.public_name as agent_name',
      knex(`${TABLE.interactionTags} as t`)
        .select(knex.raw('group_concat(t.tag_id)'))
        .whereRaw('t.interaction_id = i.id')
        .as('tag_ids'),
    )) as PastRow[];
  return rows.map(toPast);
}

export function toPast(row: PastRow): PastInteraction {
  return {
    id: row.id as InteractionId,
    protocolNumber: row.protocol_number,
    channel: row.channel,
    agentName: row.agent_name ?? '',
    startedAt: toTime(row.waiting_since),
    // [A5] to the visitor's or the agent's end, whichever came first.
    durationMs: toTime(row.visitor_ended_at ?? row.ended_at) - toTime(row.waiting_since),
    closingTag: row.closing_tag ?? '',
    closingNote: row.closing_note ?? '',
    tagIds: toTagIds(row.tag_ids),
    rating: toRating(row),
  };
}
