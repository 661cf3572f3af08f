import type { Watermark } from '../../../plugins/attendance/protocol/entities';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { claimable } from '../model/receipt';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Messages that come in one burst are confirmed by one word [C2]. */
const COALESCE_MS = 150;

const NOTHING: Watermark = { delivered: 0, read: 0 };

/** Tells the server how far the visitor has received and read: read only with the panel open in a visible tab. */
export function reportReceipts(store: Store, wire: Wire): void {
  let confirmed = NOTHING;
  let of: InteractionId | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function report(): Promise<void> {
    timer = undefined;
    const { interaction, connection } = store.getState();
    const { delivered, read } = claimable(store.getState());
    if (!interaction || connection !== 'live') return;
    const name =
      read > confirmed.read ? 'message:read' : delivered > confirmed.delivered ? 'message:delivered' : null;
    if (!name) return;
    const sequence = name === 'message:read' ? read : delivered;
    const answer = await wire.command(name, { interactionId: interaction.id, sequence });
    if (answer.ok && of === interaction.id)
      confirmed = { delivered: sequence, read: name === 'message:read' ? sequence : confirmed.read };
  }

  store.subscribe((state) => {
    const { interaction } = state;
    if (!interaction) return;
    if (interaction.id !== of) {
      of = interaction.id;
      confirmed = interaction.receipts.visitor;
    }
    const claim = claimable(state);
    // On this screen it is read at once; the server hears of it in a moment.
    if (claim.read > interaction.receipts.visitor.read) {
      store.dispatch({
        type: 'receipt:advanced',
        fact: { interactionId: interaction.id, side: 'visitor', watermark: claim },
      });
    }
    if (claim.read > confirmed.read || claim.delivered > confirmed.delivered) {
      // `report` does not reject: the wire's commands never do.
      timer ??= setTimeout(() => void report(), COALESCE_MS);
    }
  });
}
