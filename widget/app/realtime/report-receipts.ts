import { reportReceipts as reportChatReceipts } from '../../../plugins/attendance/chat/receipts';
import { claimable } from '../model/receipt';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Reports to the server how far the visitor has received and read; read only with the panel open in a visible tab. */
export function reportReceipts(store: Store, wire: Wire): void {
  reportChatReceipts(store, {
    marksOf(state) {
      const { interaction } = state;
      if (!interaction) return [];
      const { delivered, read } = interaction.receipts.visitor;
      const claim = claimable(state);
      return [
        { name: 'message:read', interactionId: interaction.id, sequence: claim.read, known: read },
        {
          name: 'message:delivered',
          interactionId: interaction.id,
          // Reading implies delivery, so a read report needs no second one.
          sequence: claim.read ? 0 : claim.delivered,
          known: delivered,
        },
      ];
    },
    say: async (name, mark) => (await wire.command(name, mark)).ok,
  });

  // The store advances the receipt at once; the report to the server follows in a moment.
  store.subscribe((state) => {
    const { interaction } = state;
    const watermark = claimable(state);
    if (interaction && watermark.read > interaction.receipts.visitor.read) {
      const fact = { interactionId: interaction.id, side: 'visitor' as const, watermark };
      store.dispatch({ type: 'receipt:advanced', fact });
    }
  });
}
