import type { PastInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { toStored, type MemoryDatabase } from './memory-database';

/** Returns earlier interactions of a visitor, newest first [A5]. */
export function history(
  database: MemoryDatabase,
  visitorId: VisitorId,
  current: InteractionId,
  limit: number,
): PastInteraction[] {
  return [...database.interactions.values()]
    .flatMap((record) => {
      const { interaction } = record;
      if (interaction.visitorId !== visitorId || interaction.id === current) return [];
      if (interaction.status !== 'ended' && interaction.status !== 'abandoned') return [];
      const { agentName, protocolNumber } = toStored(database, record);
      return [
        {
          id: interaction.id,
          protocolNumber,
          channel: interaction.channel,
          agentName,
          startedAt: interaction.waitingSince,
          durationMs: (record.visitorEndedAt ?? interaction.endedAt) - interaction.waitingSince,
          closingTag: record.closing?.closingTag ?? '',
          closingNote: record.closing?.closingNote ?? '',
          tagIds: [],
          rating: null,
        },
      ];
    })
    .sort((left, right) => right.startedAt - left.startedAt)
    .slice(0, limit);
}
