import type { Attachment } from '../../../../protocol/attachments/attachments';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Message, SystemLine } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import { fromJson, toAttachments, toTime } from '../database/columns';

export interface MessageRow {
  interaction_id: number;
  sequence: number;
  side: Side | 'system';
  client_message_id: string | null;
  agent_id: number | null;
  agent_name: string | null;
  body: string | null;
  line: string | SystemLine | null;
  attachments: string | Attachment[] | null;
  sent_at: number | string;
}

export function toMessage(row: MessageRow): Message {
  const base = { sequence: row.sequence, sentAt: toTime(row.sent_at) };
  if (row.side === 'system')
    return { ...base, side: 'system', line: fromJson<SystemLine>(row.line as string | SystemLine) };
  const attachments = toAttachments(row.attachments);
  const written = {
    ...base,
    clientMessageId: row.client_message_id ?? '',
    body: row.body ?? '',
    ...(attachments !== undefined && { attachments }),
  };
  if (row.side === 'visitor') return { ...written, side: 'visitor' };
  return { ...written, side: 'agent', agentId: row.agent_id as AgentId, agentName: row.agent_name ?? '' };
}
