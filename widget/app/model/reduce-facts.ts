import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { VisitorInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type {
  VisitorCommandData,
  VisitorFactPayload,
} from '../../../plugins/attendance/protocol/wire/events';
import type { FactAction } from './actions';
import { settle } from './outbox';
import { raise } from '../../../plugins/attendance/chat/receipts';
import type { State } from './state';
import { mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';

/** Returns the state after a fact from the server. */
export function reduceFact(state: State, action: FactAction): State {
  switch (action.type) {
    case 'snapshot':
      return takeSnapshot(state, action.fact);
    case 'interaction:changed':
      return takeNews(state, action.fact.interaction);
    case 'queue:changed':
      return state.interaction?.status === 'waiting' && state.interaction.id === action.fact.interactionId
        ? { ...state, interaction: { ...state.interaction, place: action.fact.place } }
        : state;
    case 'message:posted':
      return takeMessages(state, action.fact.interactionId, [action.fact.message]);
    case 'receipt:advanced':
      return takeReceipt(state, action.fact);
    case 'typing:changed':
      return state.interaction?.id === action.fact.interactionId
        ? { ...state, isAgentTyping: action.fact.isTyping }
        : state;
    case 'availability:changed':
      return { ...state, availability: action.fact.availability, opensAt: action.fact.opensAt ?? null };
    case 'block:changed':
      return { ...state, block: action.fact.block };
    default:
      // A newer server may send facts that this panel does not know.
      return state;
  }
}

function takeSnapshot(state: State, fact: VisitorFactPayload<'snapshot'>): State {
  const { availability, visitorEmail, visitorName, interaction } = fact;
  const held = state.interaction;
  const live: State = {
    ...state,
    connection: 'live',
    hasSnapshot: true,
    failedTries: 0,
    notice: null,
    availability,
    block: fact.block ?? null,
    opensAt: fact.opensAt ?? null,
    visitorName,
    visitorEmail,
    isRecognised: fact.isRecognised,
    known: fact.known,
    token: fact.isRecognised ? (fact.token ?? state.token) : null,
  };
  if (interaction && (interaction.status !== 'ended' || interaction.id === (held?.id ?? state.resumedId))) {
    return takeMessages(hold(live, interaction), interaction.id, fact.messages);
  }
  return held ? hold(live, endOf(held, fact.serverNow)) : live;
}

/**
 * Returns the interaction at hand as ended when the server no longer knows it; by whom is unknown. It stays on the screen until
 * the visitor leaves it.
 */
function endOf(held: VisitorInteraction, now: number): VisitorInteraction {
  if (held.status === 'ended') return held;
  const { id, revision, protocolNumber, channel, waitingSince, lastSequence, receipts } = held;
  const agent = held.status === 'assigned' ? held.agent : null;
  const base = { id, revision, protocolNumber, channel, call: null, waitingSince, lastSequence, receipts };
  return { ...base, status: 'ended', endedAt: now, endedBy: 'nobody', agent };
}

/** Returns the state after the response to `interaction:request`, which brings the new interaction for the first time. */
export function takeAnswer(state: State, data: VisitorCommandData<'interaction:request'>): State {
  const started = {
    ...state,
    isRequesting: false,
    notice: null,
    token: data.token ?? state.token,
    startKey: null,
    isRecognised: true,
    known: data.known,
    visitorEmail: data.visitorEmail,
  };
  return takeMessages(hold(started, data.interaction), data.interaction.id, data.messages);
}

/**
 * Applies a newer version of the interaction at hand, or one that another tab of the visitor has started meanwhile [P6]. Late
 * news of an earlier one (its agent ends it after the visitor has) is ignored.
 */
function takeNews(state: State, news: VisitorInteraction): State {
  const { interaction } = state;
  const isAtHand = interaction?.id === news.id;
  const isStarted = news.status !== 'ended' && news.id > (interaction?.id ?? 0);
  return isAtHand || isStarted ? hold(state, news) : state;
}

function hold(state: State, news: VisitorInteraction): State {
  const held = state.interaction;
  if (held?.id !== news.id)
    return { ...state, interaction: news, messages: [], isAgentTyping: false, isConfirmingEnd: false };
  if (news.revision < held.revision) return state;
  const receipts = {
    visitor: raise(held.receipts.visitor, news.receipts.visitor),
    agent: raise(held.receipts.agent, news.receipts.agent),
  };
  const hasEnded = news.status === 'ended';
  return {
    ...state,
    interaction: { ...news, receipts },
    isAgentTyping: state.isAgentTyping && !hasEnded,
    isConfirmingEnd: state.isConfirmingEnd && !hasEnded,
  };
}

export function takeMessages(state: State, interactionId: number, arrived: readonly Message[]): State {
  if (state.interaction?.id !== interactionId) return state;
  const messages = mergeMessages(state.messages, arrived);
  if (messages === state.messages) return state;
  const hasAnswered = arrived.some(({ side }) => side === 'agent');
  return settle({ ...state, messages, isAgentTyping: state.isAgentTyping && !hasAnswered });
}

function takeReceipt(state: State, fact: VisitorFactPayload<'receipt:advanced'>): State {
  const { interaction } = state;
  if (interaction?.id !== fact.interactionId) return state;
  const receipts = {
    ...interaction.receipts,
    [fact.side]: raise(interaction.receipts[fact.side], fact.watermark),
  };
  return { ...state, interaction: { ...interaction, receipts } };
}
