import type { Picture } from '../../../../protocol/settings/appearance';
import type { Attachment } from '../../../../protocol/attachments/attachments';
import type { Channel } from '../../../../protocol/shared/choices';
import type { ConsentGiven, FormAnswer } from '../../../../protocol/settings/form';
import type {
  AgentId,
  DepartmentId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../../protocol/schemas/ids';
import type { AgentInteraction } from '../../../../protocol/interactions/interactions';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { Receipts } from '../../../../protocol/messages/messages';
import type { Captured, FieldValues } from '../../../../protocol/interactions/people';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { VisitorEndReason } from '../../../../protocol/schemas/statuses';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import { takesWholeAgent } from '../../domain/interactions/call';
import type {
  BegunInteraction,
  Closer,
  Interaction,
  Ring,
  VisitorEnd,
} from '../../domain/interactions/interaction-state';
import type { CallRow } from '../calls/call-rows';
import { toCall, toCallColumns } from '../calls/call-rows';
import {
  fromJson,
  toAttachments,
  toFieldValues,
  toPhoto,
  toTagIds,
  toTime,
  toTimeOrNull,
} from '../database/columns';
import type { RatingRow } from './rating-rows';
import { toRating } from './rating-rows';

/** Row of the interactions table with its visitor, site and agent joined. SQLite returns booleans and times as numbers. */
export interface InteractionRow extends CallRow, RatingRow {
  id: number;
  protocol_number: string;
  site_id: number;
  visitor_id: number;
  department_id: number | null;
  channel: Channel;
  began_as: Channel | null;
  status: 'waiting' | 'assigned' | 'ended' | 'abandoned';
  revision: number;
  waiting_since: number | string;
  assigned_at: number | string | null;
  agent_id: number | null;
  opened_at: number | string | null;
  ring_until: number | string | null;
  ring_left_ms: number | null;
  missed_by: string | AgentId[] | null;
  transferred_by: number | null;
  away_since: number | string | null;
  away_until: number | string | null;
  visitor_ended_at: number | string | null;
  visitor_end_reason: VisitorEndReason | null;
  ended_at: number | string | null;
  closed_by: Closer | null;
  last_writer: Side | null;
  last_sequence: number;
  pending_since: number | string | null;
  visitor_delivered: number;
  visitor_read: number;
  agent_delivered: number;
  agent_read: number;
  captured: string | Captured;
  answers: string | FormAnswer[] | null;
  consent: string | ConsentGiven | null;
  site_name: string | null;
  department_key: string | null;
  department_name: string | null;
  agent_name: string | null;
  agent_photo: string | Picture | null;
  visitor_name: string | null;
  visitor_email: string | null;
  visitor_phone: string | null;
  visitor_document: string | null;
  preview_side: Side | null;
  preview_body: string | null;
  preview_attachments: string | Attachment[] | null;
  preview_sent_at: number | string | null;
  unread_count: number;
  /** Joined by commas; null where there is none. */
  tag_ids: string | null;
  field_values: string | FieldValues | null;
  visitor_field_values: string | FieldValues | null;
}

function required<Value>(value: Value | null, column: string): Value {
  if (value === null) throw new Error(`interactions.${column} is empty where its status needs it`);
  return value;
}

/** The union by status that domain/ decides on. */
export function toInteraction(row: InteractionRow): Interaction {
  const since = toTimeOrNull(row.away_since);
  const until = toTimeOrNull(row.away_until);
  const base = {
    id: row.id as InteractionId,
    siteId: row.site_id as SiteId,
    visitorId: row.visitor_id as VisitorId,
    departmentId: row.department_id as DepartmentId | null,
    channel: row.channel,
    beganAs: row.began_as ?? row.channel,
    call: toCall(row),
    callCount: row.call_count ?? 0,
    waitingSince: toTime(row.waiting_since),
    away: since !== null && until !== null ? { since, until } : null,
    lastWriter: row.last_writer,
    missedBy: toMissedBy(row.missed_by),
    transferredBy: row.transferred_by as AgentId | null,
  };
  switch (row.status) {
    case 'waiting':
      return { ...base, status: 'waiting' };
    case 'abandoned':
      return {
        ...base,
        status: 'abandoned',
        endedAt: toTime(required(row.ended_at, 'ended_at')),
        // Older versions did not keep it.
        reason: row.visitor_end_reason ?? 'visitor-ended',
      };
    case 'ended':
      return {
        ...base,
        status: 'ended',
        agentId: required(row.agent_id, 'agent_id') as AgentId,
        endedAt: toTime(required(row.ended_at, 'ended_at')),
        visitorEnd: toVisitorEnd(row),
        // Until supervisors could, agents alone did.
        closedBy: row.closed_by ?? 'agent',
      };
    case 'assigned':
      return {
        ...base,
        status: 'assigned',
        agentId: required(row.agent_id, 'agent_id') as AgentId,
        assignedAt: toTime(required(row.assigned_at, 'assigned_at')),
        openedAt: toTimeOrNull(row.opened_at),
        ring: toRing(row),
        visitorEnd: toVisitorEnd(row),
      };
  }
}

function toVisitorEnd(row: InteractionRow): VisitorEnd | null {
  if (row.visitor_ended_at === null) return null;
  return { at: toTime(row.visitor_ended_at), reason: row.visitor_end_reason ?? 'visitor-ended' };
}

function toRing(row: InteractionRow): Ring | null {
  const until = toTimeOrNull(row.ring_until);
  if (until !== null) return { until };
  return row.ring_left_ms === null ? null : { leftMs: row.ring_left_ms };
}

export function toMissedBy(value: InteractionRow['missed_by']): AgentId[] {
  return value === null ? [] : fromJson<AgentId[]>(value);
}

/** The columns that a transition writes. */
export function toColumns(interaction: Interaction | BegunInteraction) {
  const isAssigned = interaction.status === 'assigned';
  const visitorEnd = isAssigned ? interaction.visitorEnd : null;
  const ring = isAssigned ? interaction.ring : null;
  const isLive = interaction.status === 'waiting' || (isAssigned && visitorEnd === null);
  return {
    status: interaction.status,
    channel: interaction.channel,
    ...toCallColumns(interaction),
    whole_agent: isAssigned && takesWholeAgent(interaction),
    live_key: isLive ? liveKeyOf(interaction.siteId, interaction.visitorId) : null,
    away_since: interaction.away?.since ?? null,
    away_until: interaction.away?.until ?? null,
    ring_until: ring !== null && 'until' in ring ? ring.until : null,
    ring_left_ms: ring !== null && 'leftMs' in ring ? ring.leftMs : null,
    missed_by: JSON.stringify(interaction.missedBy),
    transferred_by: interaction.transferredBy,
    department_id: interaction.departmentId,
    ...(interaction.status === 'waiting' && { agent_id: null, assigned_at: null, opened_at: null }),
    ...(isAssigned && {
      agent_id: interaction.agentId,
      assigned_at: interaction.assignedAt,
      opened_at: interaction.openedAt,
      visitor_ended_at: visitorEnd?.at ?? null,
      visitor_end_reason: visitorEnd?.reason ?? null,
    }),
    ...((interaction.status === 'ended' || interaction.status === 'abandoned') && {
      ended_at: interaction.endedAt,
    }),
    ...(interaction.status === 'ended' && { closed_by: interaction.closedBy }),
    ...(interaction.status === 'abandoned' && { visitor_end_reason: interaction.reason }),
  };
}

/** Returns the key of a live interaction, unique in the database: a visitor has at most one per site [P3]. */
export function liveKeyOf(siteId: SiteId, visitorId: VisitorId): string {
  return `${siteId}/${visitorId}`;
}

export function toStored(row: InteractionRow): StoredInteraction {
  return {
    interaction: toInteraction(row),
    revision: row.revision,
    protocolNumber: row.protocol_number,
    siteName: row.site_name ?? '',
    department:
      row.department_id === null || row.department_key === null
        ? null
        : {
            id: row.department_id as DepartmentId,
            key: row.department_key,
            name: row.department_name ?? row.department_key,
          },
    visitor: {
      id: row.visitor_id as VisitorId,
      name: row.visitor_name ?? '',
      email: row.visitor_email ?? '',
      phone: row.visitor_phone ?? '',
      document: row.visitor_document ?? '',
    },
    agentName: row.agent_name ?? '',
    agentPhoto: toPhoto(row.agent_photo),
    lastSequence: row.last_sequence,
    pendingSince: toTimeOrNull(row.pending_since),
    unreadCount: Number(row.unread_count),
    lastPreview: toPreview(row),
    receipts: toReceipts(row),
    captured: fromJson<Captured>(row.captured),
    tagIds: toTagIds(row.tag_ids),
    fieldValues: { ...toFieldValues(row.visitor_field_values), ...toFieldValues(row.field_values) },
    answers: row.answers === null ? [] : fromJson<FormAnswer[]>(row.answers),
    consent: row.consent === null ? null : fromJson<ConsentGiven>(row.consent),
    rating: toRating(row),
  };
}

function toPreview({
  preview_attachments: attachments,
  preview_body: body,
  preview_sent_at: sentAt,
  preview_side: side,
}: InteractionRow): AgentInteraction['lastPreview'] {
  if (side === null || sentAt === null) return null;
  const files = toAttachments(attachments)?.map(({ kind, name }) => ({ kind, name }));
  return { side, body: body ?? '', sentAt: toTime(sentAt), ...(files !== undefined && { files }) };
}

function toReceipts(row: InteractionRow): Receipts {
  return {
    visitor: { delivered: row.visitor_delivered, read: row.visitor_read },
    agent: { delivered: row.agent_delivered, read: row.agent_read },
  };
}

/** Length of the body that the list's row needs, in code points. */
export const PREVIEW_LENGTH = LIMITS.previewCodePoints;
