import { reportReceipts as reportChatReceipts } from '../../../plugins/attendance/chat/receipts';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/**
 * Reports how far this agent's screen holds and the agent has read each interaction [C2]. The conversation calls `read`
 * while it is in sight; `stop` ends the reporting.
 */
export function reportReceipts(
  store: Store,
  wire: Pick<Wire, 'command'>,
): { read(id: InteractionId, sequence: number): void; stop(): void } {
  /** Sequence up to which each interaction was in sight. */
  const seen = new Map<InteractionId, number>();
  const reporter = reportChatReceipts(store, {
    marksOf: ({ interactions }) =>
      [...interactions.values()].flatMap(({ id, lastSequence, receipts: { agent }, unreadCount }) => {
        // Only texts of the visitor are worth a report, and only those that no other tab has reported.
        const delivered = unreadCount > 0 && agent.delivered < lastSequence ? lastSequence : 0;
        return [
          { name: 'message:read', interactionId: id, sequence: seen.get(id) ?? 0, known: agent.read },
          { name: 'message:delivered', interactionId: id, sequence: delivered, known: agent.delivered },
        ];
      }),
    say: async (name, mark) => (await wire.command(name, mark)).ok,
  });
  return {
    read(id, sequence) {
      const interaction = store.getState().interactions.get(id);
      if (interaction === undefined || store.getState().connection !== 'live') return;
      if (interaction.receipts.agent.read >= sequence) return;
      seen.set(id, sequence);
      reporter.look();
    },
    stop: reporter.stop,
  };
}
