import { toPage } from '../model/page';
import type { Panel } from '../panel/panel';

/** Leaves a message while nobody attends [R13]. Does not reject: a refusal becomes a notice in the store. */
export async function leaveMessage(
  { host, store, wire }: Panel,
  message: { readonly name: string; readonly email: string; readonly body: string },
): Promise<void> {
  store.dispatch({ type: 'offline-form:changed', form: 'sending' });
  const answer = await wire.command('offline-message:leave', { ...message, page: toPage(host()) });
  store.dispatch(
    answer.ok
      ? { type: 'offline-form:changed', form: 'sent' }
      : { type: 'command:refused', code: answer.error.code },
  );
}
