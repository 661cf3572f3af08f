import { reportTyping as reportChatTyping } from '../../../plugins/attendance/chat/typing';
import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Reports to the agent that the visitor types [C5], and lets the agent's own typing expire on this screen. */
export function reportTyping(store: Store, wire: Wire): void {
  const report = reportChatTyping<InteractionId>((interactionId, isTyping) => {
    const { interaction } = store.getState();
    if (interaction?.id === interactionId && interaction.status !== 'ended')
      wire.hint('typing:set', { interactionId, isTyping });
  });
  let lapse: ReturnType<typeof setTimeout> | undefined;

  store.subscribe(({ draft, interaction, isAgentTyping }, previous) => {
    if (!interaction) return;
    if (draft !== previous.draft) report(interaction.id, draft !== '');
    if (!isAgentTyping) return;
    clearTimeout(lapse);
    const fact = { interactionId: interaction.id, isTyping: false };
    lapse = setTimeout(() => store.dispatch({ type: 'typing:changed', fact }), CHAT_LIMITS.typingMs);
  });
}
