import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import type { SystemLine } from '../../../../plugins/attendance/protocol/messages/messages';
import type { State } from '../state';

type Transferred = Extract<SystemLine, { kind: 'transferred' }>;

export interface ReceivedTransfer {
  readonly key: string;
  readonly interaction: AgentInteraction;
  readonly line: Transferred;
}

/** Returns the transfers to this agent that are not opened yet: the line was written with the assignment. */
export function receivedTransfers({
  interactions,
  transcripts,
}: Pick<State, 'interactions' | 'transcripts'>): readonly ReceivedTransfer[] {
  return [...interactions.values()].flatMap((interaction) => {
    if (interaction.openedAt !== null) return [];
    const { assignedAt, id } = interaction;
    return (transcripts.get(id)?.messages ?? []).flatMap((message) =>
      message.side === 'system' &&
      message.line.kind === 'transferred' &&
      message.line.toKind === 'agent' &&
      message.sentAt === assignedAt
        ? [{ key: `${id}/${message.sequence}`, interaction, line: message.line }]
        : [],
    );
  });
}
