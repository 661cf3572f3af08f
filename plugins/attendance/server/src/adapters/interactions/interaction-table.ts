import type { AgentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type {
  InteractionChange,
  InteractionHead,
  InteractionRows,
} from '../../application/interactions/rows';
import type { Columns, Sql } from '../database/sql';
import { liveKeyOf, toColumns, toInteraction, toStored, type InteractionRow } from './interaction-rows';
import { toTimeOrNull } from '../database/columns';
import { QUERIES } from './interaction-select';
import { toRatingColumns } from './rating-rows';
import { TABLE } from '../database/tables';

type HeadRow = Pick<
  InteractionRow,
  'visitor_id' | 'agent_id' | 'status' | 'visitor_ended_at' | 'last_sequence' | 'pending_since'
>;

const HEAD = `SELECT i.visitor_id, i.agent_id, i.status, i.visitor_ended_at, i.last_sequence, i.pending_since
  FROM ${TABLE.interactions} i WHERE i.id = ?`;
const LIVE_AND_HERE = `SELECT i.* FROM ${TABLE.interactions} i
  WHERE i.live_key IS NOT NULL AND i.away_until IS NULL ORDER BY i.id`;
const ADVANCE = `UPDATE ${TABLE.interactions}
  SET last_sequence = ?, last_writer = ?, pending_since = ?, revision = revision + 1 WHERE id = ?`;
const VACATE = `UPDATE ${TABLE.interactions} SET status = 'waiting', agent_id = NULL, whole_agent = FALSE WHERE id = ?`;
const KEEP_FIELDS = `UPDATE ${TABLE.interactions}
  SET visitor_fields_at_end = (SELECT v.field_values FROM ${TABLE.visitors} v WHERE v.id = visitor_id) WHERE id = ?`;

export function interactionTable(sql: Sql): InteractionRows {
  return {
    *lock(id) {
      const row = yield* sql.lock<InteractionRow>('i', QUERIES.byId, id);
      return row === undefined ? null : toStored(row);
    },
    *lockHead(id) {
      const row = yield* sql.lock<HeadRow>('i', HEAD, id);
      return row === undefined ? null : toHead(row);
    },
    *get(id) {
      const [row] = yield* sql.rows<InteractionRow>(QUERIES.byId, id);
      if (row === undefined) throw new Error(`interaction ${id} vanished within its own transaction`);
      return toStored(row);
    },
    *findLive(siteId, visitorId) {
      const [row] = yield* sql.rows<InteractionRow>(QUERIES.byLiveKey, liveKeyOf(siteId, visitorId));
      return row === undefined ? null : toStored(row);
    },
    *lockLiveAndHere() {
      const rows = yield* sql.lockAll<InteractionRow>('i', LIVE_AND_HERE);
      return rows.map((row) => ({ interaction: toInteraction(row), revision: row.revision }));
    },
    *insert(begun, { answers = [], captured, consent = null }) {
      const id = yield* sql.insert(TABLE.interactions, {
        ...toColumns(begun),
        site_id: begun.siteId,
        visitor_id: begun.visitorId,
        began_as: begun.beganAs,
        waiting_since: begun.waitingSince,
        revision: 1,
        last_sequence: 0,
        ...{ visitor_delivered: 0, visitor_read: 0, agent_delivered: 0, agent_read: 0 },
        captured: JSON.stringify(captured),
        answers: JSON.stringify(answers),
        consent: consent === null ? null : JSON.stringify(consent),
      });
      return id as InteractionId;
    },
    setProtocolNumber: (id, protocolNumber) =>
      sql.update(TABLE.interactions, id, { protocol_number: protocolNumber }),
    update: (id, change) => sql.update(TABLE.interactions, id, toChangedColumns(change)),
    setAway: (id, interaction, revision) => {
      const { away_since, away_until, ring_left_ms, ring_until } = toColumns(interaction);
      return sql.update(TABLE.interactions, id, {
        ...{ away_since, away_until, ring_left_ms, ring_until },
        revision,
      });
    },
    *advance(id, { lastSequence, lastWriter, pendingSince }) {
      yield* sql.run(ADVANCE, lastSequence, lastWriter, pendingSince, id);
    },
    *vacate(id) {
      yield* sql.run(VACATE, id);
    },
    setTakesWholeAgent: (id, takesWholeAgent) =>
      sql.update(TABLE.interactions, id, { whole_agent: takesWholeAgent }),
    *keepVisitorFields(id) {
      yield* sql.run(KEEP_FIELDS, id);
    },
  };
}

function toHead(row: HeadRow): InteractionHead {
  return {
    visitorId: row.visitor_id as VisitorId,
    agentId: row.agent_id as AgentId | null,
    status: row.status,
    hasVisitorEnded: row.visitor_ended_at !== null,
    lastSequence: row.last_sequence,
    pendingSince: toTimeOrNull(row.pending_since),
  };
}

function toChangedColumns({
  captured,
  closing,
  interaction,
  lastSequence,
  rating,
  receipts,
  revision,
}: InteractionChange): Columns {
  return {
    ...(interaction !== undefined && toColumns(interaction)),
    ...(lastSequence !== undefined && { last_sequence: lastSequence }),
    ...(revision !== undefined && { revision }),
    ...(captured !== undefined && { captured: JSON.stringify(captured) }),
    ...(closing !== undefined && { closing_tag: closing.closingTag, closing_note: closing.closingNote }),
    ...(rating !== undefined && toRatingColumns(rating)),
    ...(receipts !== undefined && {
      visitor_delivered: receipts.visitor.delivered,
      visitor_read: receipts.visitor.read,
      agent_delivered: receipts.agent.delivered,
      agent_read: receipts.agent.read,
    }),
  };
}
