import type { AgentId, TagId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { RatingSettings } from '../../../../protocol/settings/site';
import type { ReportRows } from '../../application/reports/rows';
import type { PastAssignment } from '../../domain/reports/measure-interaction';
import { fromJson, toTime, toTimeOrNull } from '../database/columns';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';
import { toAssignmentColumns, toRowColumns } from './report-columns';

const ASSIGNMENTS = `SELECT s.agent_id, a.public_name AS agent_name, s.assigned_at, s.opened_at, s.released_at, s.outcome
  FROM ${TABLE.assignments} s LEFT JOIN ${TABLE.agents} a ON a.id = s.agent_id
  WHERE s.interaction_id = ? ORDER BY s.assigned_at, s.id`;
const LINES = `SELECT side, agent_id, sent_at FROM ${TABLE.messages}
  WHERE interaction_id = ? AND side <> 'system' ORDER BY sequence`;
const ATTEMPTS = `SELECT started_at, ended_at FROM ${TABLE.callAttempts} WHERE interaction_id = ? ORDER BY attempt`;
const TAGS = `SELECT t.id, t.name FROM ${TABLE.interactionTags} i JOIN ${TABLE.tags} t ON t.id = i.tag_id
  WHERE i.interaction_id = ? ORDER BY t.id`;
const RATING = `SELECT rating FROM ${TABLE.sites} WHERE id = ?`;
const SET_RATING = `UPDATE ${TABLE.reportRows} SET rating_scale = ?, rating_score = ?, is_rating_asked = TRUE
  WHERE interaction_id = ?`;
const SET_VERSION = `UPDATE ${TABLE.interactions} SET report_version = ? WHERE id = ?`;
const WRITTEN = [TABLE.reportRows, TABLE.reportAssignments, TABLE.reportTags];

interface AssignmentRow {
  readonly agent_id: AgentId | null;
  readonly agent_name: string | null;
  readonly assigned_at: number | string;
  readonly opened_at: number | string | null;
  readonly released_at: number | string | null;
  readonly outcome: PastAssignment['outcome'];
}

interface LineRow {
  readonly side: Side;
  readonly agent_id: AgentId | null;
  readonly sent_at: number | string;
}

interface AttemptRow {
  readonly started_at: number | string;
  readonly ended_at: number | string | null;
}

export function reportTable(sql: Sql): ReportRows {
  return {
    *assignments(id) {
      return (yield* sql.rows<AssignmentRow>(ASSIGNMENTS, id)).map((row) => ({
        agentId: row.agent_id,
        agentName: row.agent_name ?? '',
        assignedAt: toTime(row.assigned_at),
        openedAt: toTimeOrNull(row.opened_at),
        releasedAt: toTimeOrNull(row.released_at),
        outcome: row.outcome,
      }));
    },
    *lines(id) {
      return (yield* sql.rows<LineRow>(LINES, id)).map((row) => ({
        side: row.side,
        agentId: row.agent_id,
        sentAt: toTime(row.sent_at),
      }));
    },
    *attempts(id) {
      return (yield* sql.rows<AttemptRow>(ATTEMPTS, id)).map((row) => ({
        startedAt: toTime(row.started_at),
        endedAt: toTimeOrNull(row.ended_at),
      }));
    },
    *tags(id) {
      return yield* sql.rows<{ id: TagId; name: string }>(TAGS, id);
    },
    *asksRating(siteId) {
      const [row] = yield* sql.rows<{ rating: string | RatingSettings | null }>(RATING, siteId);
      const rating = row?.rating ?? null;
      return rating !== null && fromJson<RatingSettings>(rating).kind !== 'off';
    },
    *write({ assignments, row, tags }, version) {
      const { interactionId } = row;
      for (const table of WRITTEN)
        yield* sql.run(`DELETE FROM ${table} WHERE interaction_id = ?`, interactionId);
      yield* sql.insert(TABLE.reportRows, { ...toRowColumns(row), version });
      for (const one of assignments) yield* sql.insert(TABLE.reportAssignments, toAssignmentColumns(one));
      for (const { name, tagId } of tags)
        yield* sql.insert(TABLE.reportTags, { interaction_id: interactionId, tag_id: tagId, name });
      yield* sql.run(SET_VERSION, version, interactionId);
    },
    *setRating(id, { scale, score }) {
      yield* sql.run(SET_RATING, scale, score, id);
    },
  };
}
