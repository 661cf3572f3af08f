import type { ReportAssignment, ReportRow } from '../../domain/reports/report-record';
import type { Columns } from '../database/sql';

export function toRowColumns(row: ReportRow): Columns {
  return {
    interaction_id: row.interactionId,
    requested_at: row.requestedAt,
    ended_at: row.endedAt,
    closed_at: row.closedAt,
    channel: row.channel,
    began_as: row.beganAs,
    site_id: row.siteId,
    site_name: row.siteName,
    department_id: row.departmentId,
    department_name: row.departmentName,
    agent_id: row.agentId,
    agent_name: row.agentName,
    origin: row.origin,
    outcome: row.outcome,
    ended_by: row.endedBy,
    waiting_ms: row.waitingMs,
    ring_ms: row.ringMs,
    first_response_ms: row.firstResponseMs,
    response_total_ms: row.responseTotalMs,
    response_count: row.responseCount,
    duration_ms: row.durationMs,
    handling_ms: row.handlingMs,
    wrap_up_ms: row.wrapUpMs,
    call_ms: row.callMs,
    call_count: row.callCount,
    missed_count: row.missedCount,
    transfer_count: row.transferCount,
    is_rating_asked: row.isRatingAsked,
    rating_scale: row.ratingScale,
    rating_score: row.ratingScore,
  };
}

export function toAssignmentColumns(one: ReportAssignment): Columns {
  return {
    interaction_id: one.interactionId,
    agent_id: one.agentId,
    agent_name: one.agentName,
    channel: one.channel,
    assigned_at: one.assignedAt,
    opened_at: one.openedAt,
    released_at: one.releasedAt,
    outcome: one.outcome,
    ring_ms: one.ringMs,
    first_response_ms: one.firstResponseMs,
    response_total_ms: one.responseTotalMs,
    response_count: one.responseCount,
    handling_ms: one.handlingMs,
    wrap_up_ms: one.wrapUpMs,
  };
}
