import { fillGaps } from '../../../plugins/attendance/chat/gaps';
import { randomId } from '../../../plugins/attendance/chat/random-id';
import { createStore } from '../../../plugins/attendance/chat/store';
import { findGap, olderBefore } from '../../../plugins/attendance/protocol/rules/transcript';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { OutboxEntry } from '../model/state';
import type { Store } from '../model/store';
import type { Refused, SupervisionCommands, SupervisionFact } from '../realtime/supervision-commands';
import {
  isOpen,
  NOTHING_FOLLOWED,
  reduceSupervision,
  type SupervisionAction,
  type SupervisionState,
} from './supervision-state';

/** Reading one live interaction of another, outside React [R17]; the desk outlives the page for its drafts and unsent whispers. */
export interface SupervisionDesk {
  getState(): SupervisionState;
  subscribe(listener: () => void): () => void;
  /** Follows an interaction instead of the one before; null follows none. */
  choose(id: InteractionId | null): void;
  /** Follows again after a refusal. */
  retry(): void;
  loadEarlier(): Promise<void>;
  draft(text: string): void;
  whisper(body: string): void;
  retryWhisper(clientNoteId: string): void;
  /** Takes it over; resolves with what was refused, or null once it is this supervisor's own. */
  takeOver(): Promise<Refused>;
  putBack(): Promise<Refused>;
  end(closingNote: string): Promise<Refused>;
  hear(fact: SupervisionFact): void;
  stop(): void;
}

type Commands = Omit<SupervisionCommands, 'searchLive' | 'setOffline' | 'unwatchBoard' | 'watchBoard'>;

/** Wait before a retry, in ms, after a refusal that does not say how long to wait. */
const RETRY_MS = 1_500;
const NOTHING_TO_DO: Refused = { code: 'not_found', message: 'nothing is followed' };
/** Refusals that pass: the same whisper is sent again, by itself after a new connection, or by hand. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'rate_limited', 'internal'];

export function openSupervisionDesk(
  own: Pick<Store, 'getState' | 'dispatch'> & { subscribe(listener: () => void): () => void },
  commands: Commands,
): SupervisionDesk {
  const store = createStore<SupervisionState, SupervisionAction>(reduceSupervision, NOTHING_FOLLOWED);
  let latest = 0;
  let repeat: ReturnType<typeof setTimeout> | undefined;

  const stopFilling = fillGaps(store, {
    gapOf: ({ id, interaction, isLoaded, messages, standing }) => {
      if (id === null || !isLoaded || standing !== 'following') return null;
      const afterSequence = findGap(messages, interaction?.lastSequence ?? 0);
      return afterSequence === null ? null : { interactionId: id, afterSequence };
    },
    isNews: (state, previous) =>
      state.messages !== previous.messages ||
      state.interaction !== previous.interaction ||
      state.standing !== previous.standing,
    list: commands.listMessages,
  });

  async function follow(): Promise<void> {
    const { id } = store.getState();
    clearTimeout(repeat);
    latest += 1;
    const asked = latest;
    if (id === null) return;
    store.dispatch({ type: 'asked' });
    const answer = await commands.follow(id);
    if (asked !== latest) return;
    if (answer.ok) {
      store.dispatch({ type: 'followed', id, followed: answer.data });
      for (const { clientMessageId, hasFailed, interactionId } of store.getState().outbox)
        if (hasFailed && interactionId === id) retryWhisper(clientMessageId);
      return;
    }
    const { code, retryAfterMs } = answer.error;
    if (code === 'rate_limited') repeat = setTimeout(() => void follow(), retryAfterMs ?? RETRY_MS);
    else if (isLive()) store.dispatch({ type: 'failed', code });
    else store.dispatch({ type: 'lost' });
  }

  async function send({ body, clientMessageId, interactionId }: OutboxEntry): Promise<void> {
    const answer = await commands.whisper({ interactionId, clientNoteId: clientMessageId, body });
    if (answer.ok) store.dispatch({ type: 'whisper-stored', note: answer.data.note });
    else if (PASSING.includes(answer.error.code))
      store.dispatch({ type: 'whisper-failed', clientNoteId: clientMessageId, hasFailed: true });
    else
      store.dispatch({
        type: 'whisper-refused',
        clientNoteId: clientMessageId,
        code: answer.error.code,
      });
  }

  function retryWhisper(clientNoteId: string): void {
    const entry = store.getState().outbox.find(({ clientMessageId }) => clientMessageId === clientNoteId);
    if (entry === undefined) return;
    store.dispatch({ type: 'whisper-failed', clientNoteId, hasFailed: false });
    void send(entry);
  }

  function isLive(): boolean {
    return own.getState().connection === 'live';
  }

  let wasLive = isLive();
  const unsubscribe = own.subscribe(() => {
    const isNow = isLive();
    if (isNow === wasLive) return;
    wasLive = isNow;
    if (!isOpen(store.getState())) return;
    if (isNow) void follow();
    else store.dispatch({ type: 'lost' });
  });

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    choose: (id) => {
      const before = store.getState();
      if (id === before.id) return;
      if (before.id !== null && isOpen(before)) commands.unfollow(before.id);
      store.dispatch({ type: 'chosen', id });
      void follow();
    },
    retry: () => void follow(),
    loadEarlier: async () => {
      const { id, messages } = store.getState();
      const beforeSequence = olderBefore(messages);
      if (id === null || beforeSequence === null) return;
      const answer = await commands.listMessages({ interactionId: id, beforeSequence });
      if (answer.ok)
        store.dispatch({ type: 'messages:listed', interactionId: id, messages: answer.data.messages });
    },
    draft: (text) => {
      const { id } = store.getState();
      if (id !== null) store.dispatch({ type: 'draft', id, text });
    },
    whisper: (body) => {
      const { id } = store.getState();
      if (id === null) return;
      const entry: OutboxEntry = {
        clientMessageId: randomId(),
        interactionId: id,
        body,
        writtenAt: Date.now(),
        hasFailed: false,
        isNote: true,
        isWhisper: true,
      };
      store.dispatch({ type: 'whispered', entry });
      void send(entry);
    },
    retryWhisper,
    takeOver: async () => {
      const { id } = store.getState();
      if (id === null) return NOTHING_TO_DO;
      const answer = await commands.takeOver(id);
      if (!answer.ok) return answer.error;
      own.dispatch({ type: 'interaction:answered', interaction: answer.data.interaction });
      return null;
    },
    putBack: () => {
      const { id } = store.getState();
      return id === null ? Promise.resolve(NOTHING_TO_DO) : commands.putBack(id);
    },
    end: (closingNote) => {
      const { id } = store.getState();
      return id === null ? Promise.resolve(NOTHING_TO_DO) : commands.endFollowed(id, closingNote);
    },
    hear: (fact) => {
      if (fact.type === 'board:changed') return;
      store.dispatch({ ...fact, at: Date.now() });
    },
    stop: () => {
      latest += 1;
      clearTimeout(repeat);
      stopFilling();
      unsubscribe();
    },
  };
}
