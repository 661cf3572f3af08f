import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Watermarks are coalesced: one says all that came before it. */
const GATHER_MS = 200;

/**
 * Tells how far this agent's screen holds and the agent has read each interaction [C2]. `read` is called by the
 * conversation while it is before somebody's eyes; `stop` ends the reporting.
 */
export function reportReceipts(
  store: Store,
  wire: Wire,
): { read(id: InteractionId, sequence: number): void; stop(): void } {
  const told = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (name: 'message:delivered' | 'message:read', id: InteractionId, sequence: number): void => {
    const key = `${name}/${id}`;
    if ((told.get(key) ?? 0) >= sequence) return;
    told.set(key, sequence);
    void wire.command(name, { interactionId: id, sequence }).then((answer) => {
      if (!answer.ok && told.get(key) === sequence) told.delete(key);
    });
  };

  const tellDelivered = (): void => {
    const { connection, interactions } = store.getState();
    if (connection !== 'live') return;
    for (const { id, lastSequence, receipts, unreadCount } of interactions.values())
      if (unreadCount > 0 && receipts.agent.delivered < lastSequence)
        tell('message:delivered', id, lastSequence);
  };

  const unsubscribe = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(tellDelivered, GATHER_MS);
  });
  return {
    read: (id, sequence) => {
      const interaction = store.getState().interactions.get(id);
      if (interaction === undefined || store.getState().connection !== 'live') return;
      if (sequence > 0 && interaction.receipts.agent.read < sequence) tell('message:read', id, sequence);
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
