import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { Visitor } from '../../../plugins/attendance/protocol/interactions/people';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { FoundInteraction } from '../../../plugins/attendance/protocol/search/search';

/** Head of a printed conversation; what is empty is left out. */
export interface PrintSubject {
  readonly id: InteractionId;
  readonly protocolNumber: string;
  readonly siteName: string;
  readonly channel: Channel;
  readonly visitor: Visitor;
  readonly startedAt: number;
  /** Duration in ms; null while the interaction goes on. */
  readonly durationMs: number | null;
  readonly originUrl: string;
}

export function subjectOf(interaction: AgentInteraction): PrintSubject {
  const { captured, channel, id, protocolNumber, siteName, visitor, visitorEndedAt, waitingSince } =
    interaction;
  return {
    id,
    protocolNumber,
    siteName,
    channel,
    visitor,
    startedAt: waitingSince,
    durationMs: visitorEndedAt === null ? null : visitorEndedAt - waitingSince,
    originUrl: captured.originUrl,
  };
}

export function subjectOfFound(interaction: FoundInteraction): PrintSubject {
  const { channel, durationMs, id, protocolNumber, siteName, startedAt, visitor } = interaction;
  return { id, protocolNumber, siteName, channel, visitor, startedAt, durationMs, originUrl: '' };
}
