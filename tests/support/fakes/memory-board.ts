import type { Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type {
  BoardReader,
  OpenInteraction,
} from '../../../plugins/attendance/server/src/application/supervision/ports';
import { toStored, type MemoryDatabase } from './memory-database';

export function createMemoryBoardReader(database: MemoryDatabase): BoardReader {
  const open = (): OpenInteraction[] =>
    [...database.interactions.values()]
      .map((record) => toStored(database, record))
      .filter(({ interaction }) => interaction.status === 'waiting' || interaction.status === 'assigned')
      .sort(
        ({ interaction: one }, { interaction: other }) =>
          one.waitingSince - other.waitingSince || one.id - other.id,
      )
      .map(({ agentName, department, interaction, protocolNumber, visitor }) => ({
        id: interaction.id,
        protocolNumber,
        channel: interaction.channel,
        visitorId: visitor.id,
        visitorName: visitor.name,
        department,
        waitingSince: interaction.waitingSince,
        awayUntil: interaction.away?.until ?? null,
        held: toHeld(interaction, agentName),
        call: interaction.call,
        callCount: interaction.callCount,
        lastWriter: interaction.lastWriter,
      }));
  return {
    open: async () => open(),
    waiting: async () => {
      const waiting = open().filter(({ held }) => held === null);
      const present = waiting.find(({ awayUntil }) => awayUntil === null);
      return { waitingCount: waiting.length, longestSince: present?.waitingSince ?? null };
    },
  };
}

function toHeld(interaction: Interaction, agentName: string): OpenInteraction['held'] {
  if (interaction.status !== 'assigned') return null;
  const { agentId, assignedAt, openedAt, visitorEnd } = interaction;
  return { agentId, agentName, assignedAt, openedAt, visitorEndedAt: visitorEnd?.at ?? null };
}
