import type { FactAction } from '../../../plugins/attendance/chat/fact';
import type { ListedAction } from '../../../plugins/attendance/chat/gaps';
import { raise } from '../../../plugins/attendance/chat/receipts';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import { mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { SupervisedInteraction } from '../../../plugins/attendance/protocol/supervision/supervision-events';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import type { AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { OutboxEntry } from '../model/state';
import type { Followed } from '../realtime/supervision-commands';
import { reduceWhisper, takeNotes, withDraft } from './supervision-notes';

/**
 * How following stands: `opening` until the first answer, `lost` while there is no connection, which heals by itself; `over`, `yours`
 * and `forbidden` are the server's word that it has ended, and `failed` is a refusal to begin.
 */
export type Standing = 'none' | 'opening' | 'following' | 'lost' | 'over' | 'yours' | 'forbidden' | 'failed';

/** The one live interaction that a supervisor reads in this tab [R17]; none of it is among the interactions that are one's own. */
export interface SupervisionState {
  readonly id: InteractionId | null;
  readonly standing: Standing;
  readonly refusal: ErrorCode | null;
  readonly interaction: SupervisedInteraction | null;
  /** Lines held, ascending by sequence. */
  readonly messages: readonly Message[];
  /** Whether a page of the server is held; lines that facts brought before it are only the tail. */
  readonly isLoaded: boolean;
  /** Notes and whispers, by time. */
  readonly notes: readonly Note[];
  /** Until when each side is shown as typing, by this browser's clock; 0 where it does not. */
  readonly typingUntil: { readonly visitor: number; readonly agent: number };
  /** Whispers that are not known to be stored yet, of every interaction: one stays until its answer, whatever is read meanwhile. */
  readonly outbox: readonly OutboxEntry[];
  /** Whispers begun, by interaction. */
  readonly drafts: ReadonlyMap<InteractionId, string>;
  /** Why the last whisper came back into the box; null where none did. */
  readonly whisperRefusal: ErrorCode | null;
}

interface Facts {
  readonly 'supervision:changed': AgentFactPayload<'supervision:changed'>;
  readonly 'supervision:message-posted': AgentFactPayload<'supervision:message-posted'>;
  readonly 'supervision:note-written': AgentFactPayload<'supervision:note-written'>;
  readonly 'supervision:receipt-advanced': AgentFactPayload<'supervision:receipt-advanced'>;
  readonly 'supervision:typing-changed': AgentFactPayload<'supervision:typing-changed'>;
  readonly 'supervision:released': AgentFactPayload<'supervision:released'>;
}

export type SupervisionAction =
  | (FactAction<Facts> & { readonly at: number })
  | ListedAction
  | { readonly type: 'chosen'; readonly id: InteractionId | null }
  | { readonly type: 'asked' }
  | { readonly type: 'followed'; readonly id: InteractionId; readonly followed: Followed }
  | { readonly type: 'lost' }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'draft'; readonly id: InteractionId; readonly text: string }
  | { readonly type: 'whispered'; readonly entry: OutboxEntry }
  | { readonly type: 'whisper-stored'; readonly note: Note }
  | { readonly type: 'whisper-failed'; readonly clientNoteId: string; readonly hasFailed: boolean }
  | { readonly type: 'whisper-refused'; readonly clientNoteId: string; readonly code: ErrorCode };

export const NOTHING_FOLLOWED: SupervisionState = {
  id: null,
  standing: 'none',
  refusal: null,
  interaction: null,
  messages: [],
  isLoaded: false,
  notes: [],
  typingUntil: { visitor: 0, agent: 0 },
  outbox: [],
  drafts: new Map(),
  whisperRefusal: null,
};

/** Returns the state after an action. Pure: no clock, no socket. */
export function reduceSupervision(state: SupervisionState, action: SupervisionAction): SupervisionState {
  switch (action.type) {
    case 'chosen':
      if (action.id === state.id) return state;
      return {
        ...NOTHING_FOLLOWED,
        drafts: state.drafts,
        outbox: state.outbox,
        id: action.id,
        standing: action.id === null ? 'none' : 'opening',
      };
    case 'asked':
      return { ...state, standing: state.isLoaded ? state.standing : 'opening', refusal: null };
    case 'followed':
      return action.id === state.id ? takeFollowed(state, action.followed) : state;
    case 'lost':
      return isOpen(state)
        ? { ...state, standing: 'lost', typingUntil: NOTHING_FOLLOWED.typingUntil }
        : state;
    case 'failed':
      return { ...state, standing: 'failed', refusal: action.code };
    case 'messages:listed':
      return action.interactionId === state.id
        ? { ...state, messages: mergeMessages(state.messages, action.messages) }
        : state;
    case 'draft':
      return { ...state, drafts: withDraft(state.drafts, action.id, action.text), whisperRefusal: null };
    case 'whispered':
    case 'whisper-stored':
    case 'whisper-failed':
    case 'whisper-refused':
      return reduceWhisper(state, action);
    default:
      return reduceFact(state, action);
  }
}

/** Returns whether facts of it are still to come, now or after a new connection. */
export function isOpen({ standing }: SupervisionState): boolean {
  return standing === 'opening' || standing === 'following' || standing === 'lost';
}

function takeFollowed(state: SupervisionState, { interaction, messages, notes }: Followed): SupervisionState {
  return takeNotes(
    takeInteraction(
      {
        ...state,
        standing: 'following',
        refusal: null,
        messages: mergeMessages(state.messages, messages),
        isLoaded: true,
      },
      interaction,
    ),
    notes,
  );
}

function reduceFact(
  state: SupervisionState,
  action: Extract<SupervisionAction, { readonly at: number }>,
): SupervisionState {
  if (interactionOf(action) !== state.id) return state;
  switch (action.type) {
    case 'supervision:changed':
      return takeInteraction(state, action.fact.interaction);
    case 'supervision:message-posted': {
      const { message } = action.fact;
      const told = { ...state, messages: mergeMessages(state.messages, [message]) };
      return message.side === 'system' ? told : withTyping(told, message.side, 0);
    }
    case 'supervision:note-written':
      return takeNotes(state, [action.fact.note]);
    case 'supervision:receipt-advanced':
      return withReceipt(state, action.fact);
    case 'supervision:typing-changed':
      return withTyping(state, action.fact.side, action.fact.isTyping ? action.at + CHAT_LIMITS.typingMs : 0);
    case 'supervision:released':
      return { ...state, standing: action.fact.reason, typingUntil: NOTHING_FOLLOWED.typingUntil };
  }
}

function interactionOf(action: Extract<SupervisionAction, { readonly at: number }>): InteractionId {
  switch (action.type) {
    case 'supervision:changed':
      return action.fact.interaction.id;
    case 'supervision:note-written':
      return action.fact.note.interactionId;
    default:
      return action.fact.interactionId;
  }
}

/** Takes a watermark that both sides' reading has raised; none goes back. */
function withReceipt(
  state: SupervisionState,
  { side, watermark }: Pick<AgentFactPayload<'supervision:receipt-advanced'>, 'side' | 'watermark'>,
): SupervisionState {
  const { interaction } = state;
  if (interaction === null) return state;
  const receipts = { ...interaction.receipts, [side]: raise(interaction.receipts[side], watermark) };
  return { ...state, interaction: { ...interaction, receipts } };
}

function withTyping(state: SupervisionState, side: 'visitor' | 'agent', until: number): SupervisionState {
  if (state.typingUntil[side] === until) return state;
  return { ...state, typingUntil: { ...state.typingUntil, [side]: until } };
}

/** Takes an interaction, unless the one held is younger. */
function takeInteraction(state: SupervisionState, interaction: SupervisedInteraction): SupervisionState {
  const held = state.interaction;
  if (held !== null && held.revision > interaction.revision) return state;
  if (held?.id !== interaction.id) return { ...state, interaction };
  // It was read a moment ago: a receipt may have overtaken it.
  const { agent, visitor } = held.receipts;
  const receipts = {
    agent: raise(agent, interaction.receipts.agent),
    visitor: raise(visitor, interaction.receipts.visitor),
  };
  return { ...state, interaction: { ...interaction, receipts } };
}
