import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import type { Wire } from './wire';

/** Told again before it lapses on the other side. */
const REPEAT_MS = LIMITS.typingMs / 2;

/** Tells the visitor that the agent types [C5]: at most every few seconds, and once when it stops. */
export function reportTyping(wire: Wire): (id: InteractionId, isTyping: boolean) => void {
  const toldAt = new Map<InteractionId, number>();
  return (id, isTyping) => {
    const last = toldAt.get(id);
    if (!isTyping) {
      if (toldAt.delete(id)) void wire.command('typing:set', { interactionId: id, isTyping: false });
      return;
    }
    const now = Date.now();
    if (last !== undefined && now - last < REPEAT_MS) return;
    toldAt.set(id, now);
    void wire.command('typing:set', { interactionId: id, isTyping: true });
  };
}
