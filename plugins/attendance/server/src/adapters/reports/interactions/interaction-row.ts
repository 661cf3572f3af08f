import type { AgentId, InteractionId } from '../../../../../protocol/schemas/ids';
import type { FormAnswer } from '../../../../../protocol/settings/form';
import type { Captured, FieldValues } from '../../../../../protocol/interactions/people';
import type { RatingScale } from '../../../../../protocol/interactions/ratings';
import type { Duration, EndedBy, ReportOutcome } from '../../../../../protocol/reports/report-choices';
import type { ReportInteraction } from '../../../../../protocol/reports/reports';
import type { Channel } from '../../../../../protocol/shared/choices';
import { fromJson, toFieldValues, toTime, toTimeOrNull } from '../../database/columns';
import { toRating, type RatingRow } from '../../interactions/rating-rows';
import { toVisitor } from '../../visitors/visitor-row';

type Time = number | string;

/** A report row with what is left of its interaction and its visitor; of the rating, what the interaction has. */
export interface ReportedRow extends RatingRow {
  interaction_id: number;
  requested_at: Time;
  report_ended_at: Time;
  closed_at: Time;
  channel: Channel;
  began_as: Channel;
  site_name: string;
  department_name: string;
  agent_name: string;
  origin: string;
  outcome: ReportOutcome;
  ended_by: EndedBy;
  waiting_ms: Time | null;
  ring_ms: Time | null;
  first_response_ms: Time | null;
  response_total_ms: Time | null;
  response_count: number;
  duration_ms: Time | null;
  handling_ms: Time | null;
  wrap_up_ms: Time | null;
  call_ms: Time | null;
  call_count: number;
  missed_count: number;
  transfer_count: number;
  is_rating_asked: number | boolean | null;
  report_rating_scale: RatingScale | null;
  report_rating_score: number | null;
  kept_id: number | null;
  protocol_number: string | null;
  captured: string | Captured | null;
  answers: string | FormAnswer[] | null;
  field_values: string | FieldValues | null;
  visitor_fields_at_end: string | FieldValues | null;
  closing_tag: string | null;
  closing_note: string | null;
  visitor_id: number | null;
  visitor_name: string | null;
  visitor_email: string | null;
  visitor_phone: string | null;
  visitor_document: string | null;
}

/** Columns of a `ReportedRow`, of a report row `r`, its interaction `i` and its visitor `v`. */
export const REPORTED_COLUMNS = `r.interaction_id, r.requested_at, r.ended_at AS report_ended_at, r.closed_at, r.channel, r.began_as,
  r.site_name, r.department_name, r.agent_name, r.origin, r.outcome, r.ended_by, r.waiting_ms, r.ring_ms, r.first_response_ms,
  r.response_total_ms, r.response_count, r.duration_ms, r.handling_ms, r.wrap_up_ms, r.call_ms, r.call_count, r.missed_count,
  r.transfer_count, r.is_rating_asked, r.rating_scale AS report_rating_scale, r.rating_score AS report_rating_score,
  i.id AS kept_id, i.protocol_number, i.captured, i.answers, i.field_values, i.visitor_fields_at_end, i.closing_tag, i.closing_note,
  i.rating_scale, i.rating_score, i.rating_comment, i.rated_at,
  v.id AS visitor_id, v.name AS visitor_name, v.email AS visitor_email, v.phone AS visitor_phone, v.document AS visitor_document`;

export interface AssignmentRow {
  interaction_id: number;
  agent_id: number;
  agent_name: string;
  assigned_at: Time;
  opened_at: Time | null;
  released_at: Time;
  outcome: string;
}

export interface TagRow {
  interaction_id: number;
  name: string;
}

/** What belongs to one interaction, in its order. */
export interface Belongings {
  readonly assignments: readonly AssignmentRow[];
  readonly tags: readonly TagRow[];
}

export function toReportInteraction(
  row: ReportedRow,
  { assignments, tags }: Belongings,
  seesIp: boolean,
): ReportInteraction {
  return {
    id: row.interaction_id as InteractionId,
    protocolNumber: row.protocol_number ?? '',
    requestedAt: toTime(row.requested_at),
    endedAt: toTime(row.report_ended_at),
    closedAt: toTime(row.closed_at),
    channel: row.channel,
    beganAs: row.began_as,
    siteName: row.site_name,
    departmentName: row.department_name,
    agentName: row.agent_name,
    agents: assignments.map(toAssignment),
    outcome: row.outcome,
    endedBy: row.ended_by,
    durations: toDurations(row),
    missed: row.missed_count,
    transfers: row.transfer_count,
    callCount: row.call_count,
    tags: tags.map(({ name }) => name),
    isKept: row.kept_id !== null,
    visitor: toVisitorOrNull(row),
    captured: toCaptured(row.captured, seesIp),
    fieldValues: { ...toFieldValues(row.visitor_fields_at_end), ...toFieldValues(row.field_values) },
    answers: fromJson<FormAnswer[]>(row.answers ?? '[]'),
    closingTag: row.closing_tag ?? '',
    closingNote: row.closing_note ?? '',
    rating: toRating(row),
  };
}

function toAssignment(row: AssignmentRow): ReportInteraction['agents'][number] {
  return {
    agentId: row.agent_id as AgentId,
    name: row.agent_name,
    assignedAt: toTime(row.assigned_at),
    openedAt: toTimeOrNull(row.opened_at),
    releasedAt: toTime(row.released_at),
    outcome: row.outcome,
  };
}

function toDurations(row: ReportedRow): Record<Duration, number | null> {
  const { response_count: responses, response_total_ms: total } = row;
  return {
    waiting: toTimeOrNull(row.waiting_ms),
    ring: toTimeOrNull(row.ring_ms),
    firstResponse: toTimeOrNull(row.first_response_ms),
    response: responses > 0 && total !== null ? Math.floor(toTime(total) / responses) : null,
    duration: toTimeOrNull(row.duration_ms),
    handling: toTimeOrNull(row.handling_ms),
    wrapUp: toTimeOrNull(row.wrap_up_ms),
    call: toTimeOrNull(row.call_ms),
  };
}

function toVisitorOrNull(row: ReportedRow): ReportInteraction['visitor'] {
  if (row.visitor_id === null) return null;
  const { visitor_document: document, visitor_email: email, visitor_name: name, visitor_phone: phone } = row;
  return toVisitor({ id: row.visitor_id, document, email, name, phone });
}

function toCaptured(value: ReportedRow['captured'], seesIp: boolean): Captured | null {
  if (value === null) return null;
  const captured = fromJson<Captured>(value);
  return seesIp ? captured : { ...captured, ip: '' };
}
