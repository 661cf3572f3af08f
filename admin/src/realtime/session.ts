import type { Attachment } from '../../../plugins/attendance/protocol/attachments';
import type { PastInteraction, Presence, Visitor } from '../../../plugins/attendance/protocol/entities';
import type { ErrorCode } from '../../../plugins/attendance/protocol/errors';
import type { AgentCommandPayload, AgentFactName } from '../../../plugins/attendance/protocol/events';
import { keysOf } from '../../../plugins/attendance/protocol/keys-of';
import type { InteractionId, OfflineMessageId, VisitorId } from '../../../plugins/attendance/protocol/ids';
import { olderBefore } from '../../../plugins/attendance/protocol/transcript';
import type { CallFact, CallFactName, FactAction } from '../model/actions';
import type { Store } from '../model/store';
import { callCommands, type CallCommands, type HangUp } from './call-commands';
import { fillGaps } from './fill-gaps';
import { keepUnsent } from './keep-unsent';
import { reportReceipts } from './report-receipts';
import { reportTyping } from './report-typing';
import { runOutbox } from './run-outbox';
import { toolCommands, type ToolCommands } from './tool-commands';
import { blockCommands, type BlockCommands } from './block-commands';
import { knownVisitorCommands, type KnownVisitorCommands } from './known-visitor-commands';
import { searchCommands, type SearchCommands } from './search-commands';
import { transferCommands, type TransferCommands } from './transfer-commands';
import type { Wire } from './wire';

type Commands = CallCommands &
  ToolCommands &
  TransferCommands &
  BlockCommands &
  KnownVisitorCommands &
  Omit<SearchCommands, 'searchInteractions' | 'searchedAgents'>;

/** What the screens ask for. Refusals show as a notice, or where the caller shows them: these never reject. */
export interface Session extends Commands {
  setPresence(presence: Presence): Promise<boolean>;
  /** Selects the row and opens it [S9]. */
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
  /** For the team alone [C9]. */
  readonly isNote?: true;
  readonly attachments?: readonly Attachment[];
}

/** Every fact of a call. */
const CALL_FACTS = keysOf<CallFactName>({
  'call:seats': true,
  'call:taken-over': true,
  'call:connect': true,
  'call:signalled': true,
  'call:unsafe': true,
  'call:quality': true,
});

/** Every other fact: one that is missing here would never be heard, and does not compile. */
const FACTS = keysOf<Exclude<AgentFactName, CallFactName>>({
  snapshot: true,
  'self:changed': true,
  'interaction:changed': true,
  'interaction:removed': true,
  'message:posted': true,
  'receipt:advanced': true,
  'typing:changed': true,
  'queue:changed': true,
  'tools:changed': true,
  'note:written': true,
  'visitor:merged': true,
  'offline-message:changed': true,
});

/** What a session does with the desks that are opened beside it, over the same connection. */
export interface SessionDesks {
  readonly hearCall: (fact: CallFact) => void;
  readonly hangUp: HangUp;
  readonly stop: () => void;
}

/** Tells the store by a connection what goes on, until it is stopped; then the desks stop and the connection is closed. */
export function startSession(store: Store, wire: Wire, desks: SessionDesks): Session {
  for (const fact of FACTS) {
    wire.socket.on(fact, (payload: unknown) => {
      store.dispatch({ fact, payload, at: Date.now() } as FactAction);
      // What is on screen is brought up to date after every new connection.
      const { selectedId } = store.getState();
      if (fact === 'snapshot' && selectedId !== null) void open(selectedId);
    });
  }
  for (const fact of CALL_FACTS)
    wire.socket.on(fact, (payload: unknown) => desks.hearCall({ fact, payload } as CallFact));
  const receipts = reportReceipts(store, wire);
  const stops = [runOutbox(store, wire), keepUnsent(store), fillGaps(store, wire), receipts.stop, desks.stop];
  const notify = (code: ErrorCode, mustEnd?: number): void =>
    store.dispatch({ type: 'notice:shown', code, mustEnd });

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
    ...sessionCommands(store, wire, notify),
    ...callCommands(wire, desks.hangUp, notify),
    ...toolCommands(store, wire, notify),
    ...transferCommands(wire, store),
    ...blockCommands(wire, notify),
    ...knownVisitorCommands(wire),
    pastLines: searchCommands(wire).pastLines,
    open,
    setTyping: reportTyping(wire),
    read: receipts.read,
    reconnect: wire.retry,
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

/** `crypto.randomUUID` is there on HTTPS and localhost only; an admin panel on plain HTTP has random values all the same. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
