import { runOutbox as runChatOutbox } from '../../../plugins/attendance/chat/outbox';
import { isPassing } from '../../../plugins/attendance/chat/retry';
import type { ProtocolError } from '../../../plugins/attendance/protocol/shared/errors';
import type { OutboxEntry } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Sends what the agent wrote, messages and notes. Returns the function that stops it. */
export function runOutbox(store: Store, wire: Pick<Wire, 'command'>): () => void {
  /** Posts a message, as `writeNote` does a note; returns the refusal, or null once it is stored. */
  async function post(entry: OutboxEntry): Promise<ProtocolError | null> {
    const { attachments, body, clientMessageId, interactionId } = entry;
    const files = attachments === undefined ? {} : { attachmentIds: attachments.map(({ id }) => id) };
    const answer = await wire.command('message:post', { interactionId, clientMessageId, body, ...files });
    if (!answer.ok) return answer.error;
    store.dispatch({ type: 'message:stored', clientMessageId, ...answer.data });
    return null;
  }

  async function writeNote({
    body,
    clientMessageId: clientNoteId,
    interactionId,
  }: OutboxEntry): Promise<ProtocolError | null> {
    const answer = await wire.command('note:write', { interactionId, clientNoteId, body });
    if (!answer.ok) return answer.error;
    store.dispatch({ type: 'note:stored', note: answer.data.note });
    return null;
  }

  return runChatOutbox(store, {
    send: (entry: OutboxEntry) => (entry.isNote === true ? writeNote(entry) : post(entry)),
    // An agent has a session to renew: the next connection does it [Z139].
    mayPass: (code) => code === 'unauthorized' || isPassing(code),
  });
}
