import { raise } from '../../../plugins/attendance/chat/receipts';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { OfflineMessage } from '../../../plugins/attendance/protocol/messages/offline-messages';
import type { AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import { mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';
import type { FactAction } from './actions';
import { settle } from './outbox';
import { takeNotes, withoutTools } from './reduce-tools';
import type { State, Transcript } from './state';
import { countUnread } from './unread';

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

/** Applies a fact from the server to the state. */
export function reduceFact(state: State, action: FactAction): State {
  switch (action.type) {
    case 'snapshot':
      return takeSnapshot(state, action.fact, action.at);
    case 'self:changed':
      return { ...state, self: action.fact.self };
    case 'interaction:changed':
      return takeInteraction(state, action.fact.interaction);
    case 'interaction:removed':
      return removeInteraction(state, action.fact.interactionId);
    case 'message:posted':
      return takePosted(state, action.fact.interactionId, action.fact.message);
    case 'receipt:advanced':
      return takeReceipt(state, action.fact);
    case 'typing:changed':
      return takeTyping(state, action.fact.interactionId, action.fact.isTyping, action.at);
    case 'tools:changed':
      return { ...state, tools: action.fact.tools };
    case 'note:written':
      return takeWhisper(
        takeNotes(state, action.fact.note.interactionId, [action.fact.note]),
        action.fact.note,
      );
    case 'followers:changed':
      return takeFollowers(state, action.fact);
    case 'visitor:merged':
      return { ...state, lastMerge: { ...action.fact, count: (state.lastMerge?.count ?? 0) + 1 } };
    case 'queue:changed':
      return { ...state, queue: action.fact.queue };
    case 'offline-message:changed':
      return {
        ...state,
        offlineMessages: withOfflineMessage(state.offlineMessages, action.fact.offlineMessage),
      };
    default:
      // A newer server may send facts unknown to this screen; known ones have their case above.
      action satisfies never;
      return state;
  }
}

function takeSnapshot(state: State, snapshot: AgentFactPayload<'snapshot'>, at: number): State {
  const interactions = new Map(snapshot.interactions.map((interaction) => [interaction.id, interaction]));
  // After an import the same number may be somebody else's [Z99]: the time of the request tells two apart.
  const isHere = (id: InteractionId): boolean => {
    const [was, is] = [state.interactions.get(id), interactions.get(id)];
    return is !== undefined && (was === undefined || was.waitingSince === is.waitingSince);
  };
  const isOthers = (id: InteractionId): boolean => interactions.has(id) && !isHere(id);
  return {
    ...state,
    connection: 'live',
    refusal: null,
    clockOffsetMs: snapshot.serverNow - at,
    self: snapshot.self,
    interactions,
    // Facts from while the connection was down are missing in these transcripts: the gap is found and filled by sequence.
    transcripts: new Map([...state.transcripts].filter(([id]) => isHere(id))),
    typingUntil: new Map(),
    queue: snapshot.queue,
    offlineMessages: snapshot.offlineMessages,
    tools: snapshot.tools,
    // Facts that follow name those who read on.
    followers: new Map(),
    notes: new Map([...state.notes].filter(([id]) => isHere(id))),
    selectedId: state.selectedId !== null && isHere(state.selectedId) ? state.selectedId : null,
    outbox: state.outbox.filter(({ interactionId }) => isHere(interactionId)),
    drafts: new Map([...state.drafts].filter(([id]) => !isOthers(id))),
  };
}

/** Replaces an interaction, unless the given state is older than the one held. */
export function takeInteraction(state: State, interaction: AgentInteraction): State {
  const { id } = interaction;
  const held = state.interactions.get(id);
  if (held !== undefined && held.revision > interaction.revision) return state;
  const taken = { ...state, interactions: withEntry(state.interactions, id, interaction) };
  if (held === undefined) return taken;
  // The interaction was read from the rows a moment ago: a receipt may have overtaken it.
  const { agent, visitor } = held.receipts;
  const raised = takeReceipt(taken, { interactionId: id, side: 'agent', watermark: agent });
  return takeReceipt(raised, { interactionId: id, side: 'visitor', watermark: visitor });
}

export function removeInteraction(state: State, id: InteractionId): State {
  return {
    ...state,
    interactions: withoutEntry(state.interactions, id),
    transcripts: withoutEntry(state.transcripts, id),
    typingUntil: withoutEntry(state.typingUntil, id),
    followers: withoutEntry(state.followers, id),
    drafts: withoutEntry(state.drafts, id),
    attached: withoutEntry(state.attached, id),
    ...withoutTools(state, id),
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
  return recount(settle({ ...state, transcripts: withEntry(state.transcripts, id, merged) }), id);
}

/** Counts the unread texts again: the lines held now may allow a more exact count. */
function recount(state: State, id: InteractionId, readBefore?: number): State {
  const interaction = state.interactions.get(id);
  if (interaction === undefined) return state;
  const { messages } = state.transcripts.get(id) ?? NO_TRANSCRIPT;
  const unreadCount = countUnread(interaction, messages, readBefore);
  if (unreadCount === interaction.unreadCount) return state;
  return { ...state, interactions: withEntry(state.interactions, id, { ...interaction, unreadCount }) };
}

function takePosted(state: State, id: InteractionId, message: Message): State {
  const held = state.interactions.get(id);
  if (held === undefined || message.sequence <= held.lastSequence)
    return takeMessages(state, id, [message], false);
  const moved = { ...state, interactions: withEntry(state.interactions, id, withMessage(held, message)) };
  const told = takeMessages(moved, id, [message], false);
  return message.side === 'visitor' ? { ...told, typingUntil: withoutEntry(told.typingUntil, id) } : told;
}

/** Returns the interaction as the server's own row is after a message: no second event carries these fields. */
function withMessage(interaction: AgentInteraction, message: Message): AgentInteraction {
  const moved = { ...interaction, lastSequence: message.sequence, revision: interaction.revision + 1 };
  if (message.side === 'system') return moved;
  const body = [...message.body].slice(0, CHAT_LIMITS.previewCodePoints).join('');
  const files = message.attachments?.map(({ kind, name }) => ({ kind, name }));
  const isFromVisitor = message.side === 'visitor';
  return {
    ...moved,
    lastWriter: message.side,
    lastPreview: { side: message.side, body, sentAt: message.sentAt, ...(files !== undefined && { files }) },
    pendingSince: isFromVisitor ? (interaction.pendingSince ?? message.sentAt) : null,
    unreadCount: interaction.unreadCount + (isFromVisitor ? 1 : 0),
  };
}

function takeReceipt(
  state: State,
  { interactionId: id, side, watermark }: AgentFactPayload<'receipt:advanced'>,
): State {
  const held = state.interactions.get(id);
  if (held === undefined) return state;
  const before = held.receipts[side];
  const after = raise(before, watermark);
  if (after.delivered === before.delivered && after.read === before.read) return state;
  const receipts = { ...held.receipts, [side]: after };
  const raised = { ...state, interactions: withEntry(state.interactions, id, { ...held, receipts }) };
  return side === 'agent' ? recount(raised, id, before.read) : raised;
}

function takeTyping(state: State, id: InteractionId, isTyping: boolean, at: number): State {
  const typingUntil = isTyping
    ? withEntry(state.typingUntil, id, at + CHAT_LIMITS.typingMs)
    : withoutEntry(state.typingUntil, id);
  return { ...state, typingUntil };
}

/** Takes who reads an interaction of this agent; of one that is not held any more nobody is to be shown. */
function takeFollowers(
  state: State,
  { interactionId: id, names }: AgentFactPayload<'followers:changed'>,
): State {
  if (names.length === 0 || !state.interactions.has(id))
    return { ...state, followers: withoutEntry(state.followers, id) };
  return { ...state, followers: withEntry(state.followers, id, names) };
}

/** Remembers a whisper that somebody else wrote, to tell of it once [R17]; what is read with a conversation is no news. */
function takeWhisper(state: State, note: Note): State {
  const isNews = note.isWhisper === true && note.agentId !== state.self?.id;
  if (!isNews || !state.interactions.has(note.interactionId)) return state;
  return { ...state, lastWhisper: { note, count: (state.lastWhisper?.count ?? 0) + 1 } };
}

function withOfflineMessage(
  held: readonly OfflineMessage[],
  news: OfflineMessage,
): readonly OfflineMessage[] {
  const others = held.filter(({ id }) => id !== news.id);
  if (news.status === 'answered') return others;
  return [...others, news].sort((left, right) => left.leftAt - right.leftAt || left.id - right.id);
}
