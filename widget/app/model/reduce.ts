import type { SavedState } from '../../bridge/messages';
import type { Action, OwnAction } from './actions';
import { fail, refuse, store } from './outbox';
import { reduceFact, takeAnswer, takeMessages } from './reduce-facts';
import type { State } from './state';

/** Returns the state after an action. Pure: no clock, no storage, no socket. */
export function reduce(state: State, action: Action): State {
  if ('fact' in action) return reduceFact(state, action);
  switch (action.type) {
    case 'interaction:answered':
      return takeAnswer(state, action.data);
    case 'messages:listed':
      return takeMessages(state, action.interactionId, action.messages);
    case 'message:stored':
      return store(state, action.clientMessageId, action.answer);
    case 'message:failed':
      return fail(state, action.clientMessageId);
    case 'message:refused':
      return { ...refuse(state, action.clientMessageId), notice: action.code };
    case 'command:refused': {
      const offlineForm = state.offlineForm === 'sending' ? 'open' : state.offlineForm;
      return { ...state, notice: action.code, isRequesting: false, isConfirmingEnd: false, offlineForm };
    }
    default:
      return reduceOwn(state, action);
  }
}

function reduceOwn(state: State, action: OwnAction): State {
  switch (action.type) {
    case 'connection:lost':
      return {
        ...state,
        connection: state.connection === 'live' ? 'reconnecting' : state.connection,
        isAgentTyping: false,
      };
    case 'connection:failed':
      return { ...state, failedTries: state.failedTries + 1 };
    case 'connection:refused':
      return { ...state, connection: 'refused', notice: action.code };
    case 'connection:retried':
      return { ...state, connection: 'connecting', failedTries: 0, notice: null };
    case 'token:changed':
      return { ...state, token: action.token };
    case 'state:restored':
      return restore(state, action.saved);
    case 'panel:changed': {
      const { isOpen, hasFocus, isFullScreen } = action;
      return { ...state, isOpen, hasFocus, isFullScreen };
    }
    case 'config:loaded':
      return { ...state, config: action.config };
    case 'tab:changed':
      return { ...state, isTabVisible: action.isTabVisible };
    case 'sound:switched':
      return { ...state, isMuted: !state.isMuted };
    case 'interaction:requested':
      return { ...state, isRequesting: true, notice: null, startKey: action.startKey };
    case 'start-key:shared':
      return { ...state, startKey: action.startKey };
    case 'interaction:left':
      return {
        ...state,
        interaction: null,
        messages: [],
        // Unsent messages are not lost: they wait in the composer of the next interaction.
        draft: [...state.outbox.map(({ body }) => body), state.draft].filter(Boolean).join('\n'),
        outbox: [],
        resumedId: null,
        offlineForm: 'closed',
        notice: null,
      };
    case 'end:confirming':
      return { ...state, isConfirmingEnd: action.isConfirming };
    case 'draft:changed':
      return { ...state, draft: action.draft };
    case 'attached:changed':
      return { ...state, attached: action.attached, hasLostFiles: false };
    case 'message:composed':
      return {
        ...state,
        draft: '',
        attached: [],
        outbox: [...state.outbox, { ...action.message, hasFailed: false }],
      };
    case 'offline-form:changed':
      return { ...state, offlineForm: action.form, notice: null };
  }
}

function restore(
  state: State,
  { token, startKey, interactionId, isMuted, draft, outbox, attached }: SavedState,
): State {
  return {
    ...state,
    token,
    startKey,
    resumedId: interactionId,
    isMuted,
    draft,
    attached: attached ?? [],
    hasLostFiles: !attached,
    outbox: outbox.map((message) => ({ ...message, hasFailed: false })),
  };
}
