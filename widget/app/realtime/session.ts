import type { CallMedium } from '../../../plugins/attendance/protocol/calls/calls';
import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { VisitorCommandPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { Page } from '../../../plugins/attendance/protocol/wire/visitor-events';
import { canSend } from '../model/can-send';
import type { NoticeCode } from '../model/state';
import type { Store } from '../model/store';
import { olderBefore } from '../../../plugins/attendance/protocol/rules/transcript';
import { randomId } from '../../../plugins/attendance/chat/random-id';
import { claimCall } from '../../../plugins/attendance/media/seat/claim-call';
import { readClientHints } from './client-hints';
import { shareStartKey } from './share-start-key';
import type { Wire } from './wire';

/** The visitor's answers to the form before the contact, and the version of the consent they gave, if any. */
export type FilledForm = Pick<VisitorCommandPayload<'interaction:request'>, 'answers' | 'consentVersion'>;

/** The visitor's commands, but for those of forms and calls. None rejects: a refusal becomes a notice in the store. */
export interface Session {
  request(channel: Channel, filled: FilledForm): Promise<void>;
  cancel(): Promise<void>;
  end(): Promise<void>;
  send(): void;
  /** Raises the chat to a call, or requests another one [M1]. */
  askCall(medium: CallMedium): Promise<void>;
  loadOlder(): Promise<void>;
  retryConnection(): void;
}

export interface SessionContext {
  readonly store: Store;
  readonly wire: Wire;
  readonly siteKey: string;
  readonly departmentKey: string | undefined;
  page(): Page;
}

export function createSession({ store, wire, siteKey, departmentKey, page }: SessionContext): Session {
  const { dispatch, getState } = store;

  function refuse(code: NoticeCode): void {
    dispatch({ type: 'command:refused', code });
  }

  async function request(channel: Channel, filled: FilledForm): Promise<void> {
    if (getState().isRequesting) return;
    const { token, startKey: held } = getState();
    const own = held ?? randomId();
    dispatch({ type: 'interaction:requested', startKey: own });
    const clientHints = await readClientHints();
    const startKey = token ? null : await shareStartKey(siteKey, own);
    if (startKey) dispatch({ type: 'start-key:shared', startKey });
    const answer = await wire.command('interaction:request', {
      channel,
      page: page(),
      ...(startKey && { startKey }),
      ...(departmentKey && { departmentKey }),
      ...filled,
      ...(clientHints && { clientHints }),
    });
    if (!answer.ok) return refuse(answer.error.code);
    if (channel !== 'chat') claimCall(answer.data.interaction.id);
    dispatch({ type: 'interaction:answered', data: answer.data });
  }

  /** Sends a command about the current interaction. Resolves with whether the server accepted it. */
  async function command(name: 'interaction:cancel' | 'interaction:end'): Promise<boolean> {
    const { interaction } = getState();
    if (!interaction) return false;
    const answer = await wire.command(name, { interactionId: interaction.id });
    if (!answer.ok) refuse(answer.error.code);
    return answer.ok;
  }

  return {
    request,
    async cancel() {
      if (await command('interaction:cancel')) dispatch({ type: 'interaction:left' });
    },
    async end() {
      if (await command('interaction:end')) dispatch({ type: 'end:confirming', isConfirming: false });
    },
    async askCall(medium) {
      const { interaction } = getState();
      if (!interaction) return;
      claimCall(interaction.id);
      const answer = await wire.command('call:ask', { interactionId: interaction.id, medium });
      if (answer.ok) return;
      const { code } = answer.error;
      refuse(code === 'conflict' ? 'call-busy' : code);
    },
    send() {
      const { draft, interaction, attached } = getState();
      if (!interaction || !attached || !canSend(getState())) return;
      const clientMessageId = randomId();
      dispatch({
        type: 'message:composed',
        message: {
          interactionId: interaction.id,
          clientMessageId,
          body: draft.trim(),
          ...(attached[0] && { attachments: attached }),
        },
      });
    },
    async loadOlder() {
      const { interaction, messages } = getState();
      const beforeSequence = olderBefore(messages);
      if (!interaction || beforeSequence === null) return;
      const answer = await wire.command('message:list', { interactionId: interaction.id, beforeSequence });
      if (answer.ok)
        dispatch({ type: 'messages:listed', interactionId: interaction.id, messages: answer.data.messages });
      else refuse(answer.error.code);
    },
    retryConnection() {
      dispatch({ type: 'connection:retried' });
      wire.reconnect();
    },
  };
}
