import type {
  AgentInteraction,
  Message,
  OfflineMessage,
} from '../../../plugins/attendance/protocol/entities';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import { mergeMessages } from '../../../plugins/attendance/protocol/transcript';
import type { FactAction } from './actions';
import { settle } from './outbox';
import type { State, Transcript } from './state';

export function withEntry<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value,
): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}

export function withoutEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** What the server told, taken in. */
export function reduceFact(state: State, action: FactAction): State {
  switch (action.fact) {
    case 'snapshot':
      return takeSnapshot(state, action.payload, action.at);
    case 'self:changed':
      return { ...state, self: action.payload.self };
    case 'interaction:changed':
      return takeInteraction(state, action.payload.interaction);
    case 'interaction:removed':
      return removeInteraction(state, action.payload.interactionId);
    case 'message:posted':
      return takePosted(state, action.payload.interactionId, action.payload.message);
    case 'receipt:advanced':
      return takeReceipt(state, action.payload);
    case 'typing:changed':
      return takeTyping(state, action.payload.interactionId, action.payload.isTyping, action.at);
    case 'queue:changed':
      return { ...state, queue: action.payload.queue };
    case 'offline-message:changed':
      return {
        ...state,
        offlineMessages: withOfflineMessage(state.offlineMessages, action.payload.offlineMessage),
      };
  }
}

function takeSnapshot(
  state: State,
  snapshot: Extract<FactAction, { fact: 'snapshot' }>['payload'],
  at: number,
): State {
  const interactions = new Map(snapshot.interactions.map((interaction) => [interaction.id, interaction]));
  const isHere = (id: InteractionId): boolean => interactions.has(id);
  return {
    ...state,
    connection: 'live',
    refusal: null,
    clockOffsetMs: snapshot.serverNow - at,
    self: snapshot.self,
    interactions,
    // What was told while the connection was down is missing from these: the gap is found and filled by sequence.
    transcripts: new Map([...state.transcripts].filter(([id]) => isHere(id))),
    typingUntil: new Map(),
    queue: snapshot.queue,
    offlineMessages: snapshot.offlineMessages,
    closingTags: snapshot.closingTags,
    selectedId: state.selectedId !== null && isHere(state.selectedId) ? state.selectedId : null,
    outbox: state.outbox.filter(({ interactionId }) => isHere(interactionId)),
  };
}

/** The whole interaction, unless it is older news than what is held. */
export function takeInteraction(state: State, interaction: AgentInteraction): State {
  const held = state.interactions.get(interaction.id);
  if (held !== undefined && held.revision > interaction.revision) return state;
  return { ...state, interactions: withEntry(state.interactions, interaction.id, interaction) };
}

export function removeInteraction(state: State, id: InteractionId): State {
  return {
    ...state,
    interactions: withoutEntry(state.interactions, id),
    transcripts: withoutEntry(state.transcripts, id),
    typingUntil: withoutEntry(state.typingUntil, id),
    drafts: withoutEntry(state.drafts, id),
    outbox: state.outbox.filter(({ interactionId }) => interactionId !== id),
    selectedId: state.selectedId === id ? null : state.selectedId,
  };
}

const NO_TRANSCRIPT: Transcript = { messages: [], isLoaded: false };

export function takeMessages(
  state: State,
  id: InteractionId,
  messages: readonly Message[],
  isLoaded: boolean,
): State {
  const held = state.transcripts.get(id) ?? NO_TRANSCRIPT;
  const merged = { messages: mergeMessages(held.messages, messages), isLoaded: held.isLoaded || isLoaded };
  return settle({ ...state, transcripts: withEntry(state.transcripts, id, merged) });
}

function takePosted(state: State, id: InteractionId, message: Message): State {
  const held = state.interactions.get(id);
  const told = takeMessages(state, id, [message], false);
  if (held === undefined || message.sequence <= held.lastSequence) return told;
  const after = { ...told, interactions: withEntry(told.interactions, id, withMessage(held, message)) };
  return message.side === 'visitor' ? { ...after, typingUntil: withoutEntry(after.typingUntil, id) } : after;
}

/** The interaction's facts after a message, as the server's own row has them: no second event tells them. */
function withMessage(interaction: AgentInteraction, message: Message): AgentInteraction {
  const moved = { ...interaction, lastSequence: message.sequence, revision: interaction.revision + 1 };
  if (message.side === 'system') return moved;
  const body = [...message.body].slice(0, LIMITS.previewCodePoints).join('');
  const isFromVisitor = message.side === 'visitor';
  return {
    ...moved,
    lastWriter: message.side,
    lastPreview: { side: message.side, body, sentAt: message.sentAt },
    pendingSince: isFromVisitor ? (interaction.pendingSince ?? message.sentAt) : null,
    unreadCount: interaction.unreadCount + (isFromVisitor ? 1 : 0),
  };
}

function takeReceipt(
  state: State,
  { interactionId, side, watermark }: Extract<FactAction, { fact: 'receipt:advanced' }>['payload'],
): State {
  const held = state.interactions.get(interactionId);
  if (held === undefined) return state;
  const before = held.receipts[side];
  // A watermark never goes back: news can overtake each other.
  const after = {
    delivered: Math.max(before.delivered, watermark.delivered),
    read: Math.max(before.read, watermark.read),
  };
  const isAllRead = side === 'agent' && after.read >= held.lastSequence;
  return {
    ...state,
    interactions: withEntry(state.interactions, interactionId, {
      ...held,
      receipts: { ...held.receipts, [side]: after },
      unreadCount: isAllRead ? 0 : held.unreadCount,
    }),
  };
}

function takeTyping(state: State, id: InteractionId, isTyping: boolean, at: number): State {
  const typingUntil = isTyping
    ? withEntry(state.typingUntil, id, at + LIMITS.typingMs)
    : withoutEntry(state.typingUntil, id);
  return { ...state, typingUntil };
}

function withOfflineMessage(
  held: readonly OfflineMessage[],
  news: OfflineMessage,
): readonly OfflineMessage[] {
  const others = held.filter(({ id }) => id !== news.id);
  if (news.status === 'answered') return others;
  return [...others, news].sort((left, right) => left.leftAt - right.leftAt || left.id - right.id);
}
