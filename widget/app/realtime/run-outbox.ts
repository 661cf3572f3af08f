import { runOutbox as runChatOutbox } from '../../../plugins/attendance/chat/outbox';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Sends the messages in the outbox. */
export function runOutbox(store: Store, wire: Wire): void {
  runChatOutbox(store, {
    async send({ interactionId, clientMessageId, body, attachments }) {
      const answer = await wire.command('message:post', {
        interactionId: interactionId as InteractionId,
        clientMessageId,
        body,
        attachmentIds: attachments?.map(({ id }) => id),
      });
      if (!answer.ok) return answer.error;
      store.dispatch({ type: 'message:stored', clientMessageId, answer: answer.data });
      return null;
    },
  });
}
