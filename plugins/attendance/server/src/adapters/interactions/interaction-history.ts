import type { Channel } from '../../../../protocol/shared/choices';
import type { PastInteraction } from '../../../../protocol/interactions/interactions';
import type { InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { SqlReader } from '../database/sql';
import { toTagIds, toTime } from '../database/columns';
import { TAG_IDS } from './interaction-select';
import { toRating, type RatingRow } from './rating-rows';
import { TABLE } from '../database/tables';

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

const OVER = `SELECT i.*, a.public_name AS agent_name, ${TAG_IDS}
  FROM ${TABLE.interactions} i LEFT JOIN ${TABLE.agents} a ON a.id = i.agent_id
  WHERE i.visitor_id = ? AND i.status IN ('ended', 'abandoned') AND i.id <> ?
  ORDER BY i.waiting_since DESC LIMIT ?`;

/** Earlier interactions of a visitor [A5]. */
export async function history(
  reader: SqlReader,
  visitorId: VisitorId,
  current: InteractionId,
  limit: number,
): Promise<PastInteraction[]> {
  const rows = await reader.rows<PastRow>(OVER, visitorId, current, limit);
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
