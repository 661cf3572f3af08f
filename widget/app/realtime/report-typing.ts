import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Said again before it lapses at the other side. */
const REPEAT_MS = LIMITS.typingMs / 2;
/** After so long without a key the visitor is thinking, not typing. */
const IDLE_MS = 4_000;

/** Tells the agent that the visitor types [C5], and lets the agent's own typing lapse on this screen. */
export function reportTyping(store: Store, wire: Wire): void {
  let saidAt = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lapse: ReturnType<typeof setTimeout> | undefined;

  function say(isTyping: boolean): void {
    const { interaction } = store.getState();
    saidAt = isTyping ? Date.now() : 0;
    clearTimeout(idle);
    if (interaction && interaction.status !== 'ended')
      wire.hint('typing:set', { interactionId: interaction.id, isTyping });
  }

  store.subscribe(({ draft }, previous) => {
    if (draft === previous.draft) return;
    if (draft === '') {
      if (saidAt > 0) say(false);
      return;
    }
    if (Date.now() - saidAt > REPEAT_MS) say(true);
    clearTimeout(idle);
    idle = setTimeout(() => say(false), IDLE_MS);
  });

  store.subscribe(({ isAgentTyping, interaction }) => {
    if (!isAgentTyping || !interaction) return;
    clearTimeout(lapse);
    const fact = { interactionId: interaction.id, isTyping: false };
    lapse = setTimeout(() => store.dispatch({ type: 'typing:changed', fact }), LIMITS.typingMs);
  });
}
