import { randomId } from '../../../plugins/attendance/chat/random-id';
import { reportTyping } from '../../../plugins/attendance/chat/typing';
import type { CallFact } from '../../../plugins/attendance/media/call/call-news';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { PastInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Presence } from '../../../plugins/attendance/protocol/schemas/scalars';
import type { Visitor } from '../../../plugins/attendance/protocol/interactions/people';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentCommandPayload } from '../../../plugins/attendance/protocol/wire/events';
import type {
  InteractionId,
  OfflineMessageId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import { olderBefore } from '../../../plugins/attendance/protocol/rules/transcript';
import type { FactAction } from '../model/actions';
import type { Store } from '../model/store';
import { callCommands, type CallCommands, type HangUp } from './call-commands';
import { fillGaps } from './fill-gaps';
import { keepUnsent } from './keep-unsent';
import { reportReceipts } from './report-receipts';
import { runOutbox } from './run-outbox';
import { toolCommands, type ToolCommands } from './tool-commands';
import { blockCommands, type BlockCommands } from './block-commands';
import { knownVisitorCommands, type KnownVisitorCommands } from './known-visitor-commands';
import { searchCommands, type SearchCommands } from './search-commands';
import { isSupervisionFact, type SupervisionFact } from './supervision-commands';
import { transferCommands, type TransferCommands } from './transfer-commands';
import { openWire, type Wire, type WireOptions } from './wire';

type Commands = CallCommands &
  ToolCommands &
  TransferCommands &
  BlockCommands &
  KnownVisitorCommands &
  Omit<SearchCommands, 'searchInteractions' | 'searchedAgents'>;

/** Commands of the screens. Refusals show as a notice, or where the caller shows them: no command rejects. */
export interface Session extends Commands {
  setPresence(presence: Presence): Promise<boolean>;
  /** Selects the row of an interaction and opens it [S9]. */
  open(id: InteractionId): Promise<void>;
  loadEarlier(id: InteractionId): Promise<void>;
  end(id: InteractionId, closing: { closingNote: string }): Promise<boolean>;
  send(id: InteractionId, body: string, more?: SendOptions): void;
  retrySending(clientMessageId: string): void;
  setTyping(id: InteractionId, isTyping: boolean): void;
  read(id: InteractionId, sequence: number): void;
  updateVisitor(
    id: InteractionId,
    fields: Omit<AgentCommandPayload<'visitor:update'>, 'interactionId'>,
  ): Promise<ErrorCode | null>;
  history(id: InteractionId, visitorId: VisitorId): Promise<PastInteraction[] | null>;
  takeOfflineMessage(id: OfflineMessageId): Promise<void>;
  answerOfflineMessage(id: OfflineMessageId): Promise<void>;
  reconnect(): void;
  stop(): void;
}

export interface SendOptions {
  /** Whether the message is a note, for the team alone [C9]. */
  readonly isNote?: true;
  readonly attachments?: readonly Attachment[];
}

/** The long-lived parts of a tab (call, files, …); the session notifies them, and stops them. */
export interface SessionDesks {
  readonly handleCallFact: (fact: CallFact) => void;
  readonly handleSupervisionFact: (fact: SupervisionFact) => void;
  readonly hangUp: HangUp;
  readonly stop: () => void;
}

export type SessionOptions = Omit<WireOptions, 'onFact' | 'onLost' | 'onRefused'>;

/**
 * Connects the store to the server until it is stopped. Calls `openDesks` once, with the connection on which nothing
 * has come yet; stops the desks before it closes the connection.
 */
export function startSession<Desks extends SessionDesks>(
  store: Store,
  options: SessionOptions,
  openDesks: (wire: Wire) => Desks,
): Session & { readonly desks: Desks } {
  const wire = openWire({
    ...options,
    onFact: handleFact,
    onLost: () => store.dispatch({ type: 'connection:lost' }),
    onRefused: (code) => store.dispatch({ type: 'connection:refused', code }),
  });
  const desks = openDesks(wire);
  const receipts = reportReceipts(store, wire);
  const stops = [runOutbox(store, wire), keepUnsent(store), fillGaps(store, wire), receipts.stop, desks.stop];
  const notify = (code: ErrorCode, mustEnd?: number): void =>
    store.dispatch({ type: 'notice:shown', code, mustEnd });

  /** Passes a fact on: of a call and of supervision to their desks, all else to the store. */
  function handleFact(type: string, fact: unknown): void {
    if (type.startsWith('call:')) return desks.handleCallFact({ type, fact } as CallFact);
    if (isSupervisionFact(type)) return desks.handleSupervisionFact({ type, fact } as SupervisionFact);
    store.dispatch({ type, fact, at: Date.now() } as FactAction);
    // The open conversation is brought up to date after every new connection.
    const { selectedId } = store.getState();
    if (type === 'snapshot' && selectedId !== null) void open(selectedId);
  }

  async function open(id: InteractionId): Promise<void> {
    store.dispatch({ type: 'interaction:selected', interactionId: id });
    const answer = await wire.command('interaction:open', { interactionId: id });
    if (answer.ok) {
      const { interaction, messages, notes } = answer.data;
      store.dispatch({ type: 'interaction:answered', interaction });
      store.dispatch({ type: 'messages:listed', interactionId: id, messages });
      store.dispatch({ type: 'notes:listed', interactionId: id, notes });
    } else if (answer.error.code === 'not_found')
      store.dispatch({ type: 'interaction:gone', interactionId: id });
    else notify(answer.error.code);
  }

  return {
    desks,
    ...sessionCommands(store, wire, notify),
    ...callCommands(wire, desks.hangUp, notify),
    ...toolCommands(store, wire, notify),
    ...transferCommands(wire, store),
    ...blockCommands(wire, notify),
    ...knownVisitorCommands(wire),
    pastLines: searchCommands(wire).pastLines,
    open,
    setTyping: reportTyping((interactionId, isTyping) =>
      wire.hint('typing:set', { interactionId, isTyping }),
    ),
    read: receipts.read,
    reconnect: wire.reconnect,
    stop: () => {
      for (const stop of stops) stop();
      wire.close();
      store.dispatch({ type: 'session:ended' });
    },
  };
}

type SimpleCommands = Omit<Session, keyof Commands | 'open' | 'setTyping' | 'read' | 'reconnect' | 'stop'>;

function sessionCommands(store: Store, wire: Wire, notify: (code: ErrorCode) => void): SimpleCommands {
  return {
    setPresence: async (presence) => {
      const answer = await wire.command('presence:set', { presence });
      if (answer.ok) store.dispatch({ type: 'self:answered', self: answer.data.self });
      else notify(answer.error.code);
      return answer.ok;
    },
    loadEarlier: async (interactionId) => {
      const beforeSequence = olderBefore(store.getState().transcripts.get(interactionId)?.messages ?? []);
      if (beforeSequence === null) return;
      const answer = await wire.command('message:list', { interactionId, beforeSequence });
      if (answer.ok)
        store.dispatch({ type: 'messages:listed', interactionId, messages: answer.data.messages });
    },
    end: async (interactionId, closing) => {
      const answer = await wire.command('interaction:end', { interactionId, ...closing });
      if (answer.ok) store.dispatch({ type: 'interaction:gone', interactionId });
      else notify(answer.error.code);
      return answer.ok;
    },
    send: (interactionId, body, more = {}) =>
      store.dispatch({
        type: 'message:composed',
        interactionId,
        clientMessageId: randomId(),
        body,
        at: Date.now(),
        ...more,
      }),
    retrySending: (clientMessageId) => store.dispatch({ type: 'message:retried', clientMessageId }),
    updateVisitor: async (interactionId, fields) => {
      const answer = await wire.command('visitor:update', { interactionId, ...fields });
      if (!answer.ok) return answer.error.code;
      const visitor: Visitor = answer.data.visitor;
      store.dispatch({ type: 'visitor:answered', interactionId, visitor });
      return null;
    },
    history: async (interactionId, visitorId) => {
      const answer = await wire.command('visitor:history', { interactionId, visitorId });
      return answer.ok ? answer.data.interactions : null;
    },
    takeOfflineMessage: async (offlineMessageId) => {
      const answer = await wire.command('offline-message:take', { offlineMessageId });
      if (!answer.ok) notify(answer.error.code);
    },
    answerOfflineMessage: async (offlineMessageId) => {
      const answer = await wire.command('offline-message:answer', { offlineMessageId });
      if (!answer.ok) notify(answer.error.code);
    },
  };
}
