import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Action, OwnAction } from './actions';
import { markFailed } from './outbox';
import {
  reduceFact,
  removeInteraction,
  takeInteraction,
  takeMessages,
  withEntry,
  withoutEntry,
} from './reduce-facts';
import { reduceTools, withText } from './reduce-tools';
import { INITIAL_STATE, type State } from './state';

/** Returns the screens' state after an action. Pure: no clock, no storage, no socket. */
export function reduce(state: State, action: Action): State {
  return 'fact' in action ? reduceFact(state, action) : reduceOwn(state, action);
}

function reduceOwn(state: State, action: OwnAction): State {
  switch (action.type) {
    case 'connection:lost':
      return {
        ...state,
        connection: state.self === null ? 'connecting' : 'reconnecting',
        typingUntil: new Map(),
      };
    case 'connection:refused':
      return { ...state, connection: 'refused', refusal: action.code };
    case 'session:ended':
      return INITIAL_STATE;
    case 'self:answered':
      return { ...state, self: action.self };
    case 'interaction:selected':
      return { ...state, selectedId: action.interactionId };
    case 'interaction:answered':
      return takeInteraction(state, action.interaction);
    case 'interaction:gone':
      return removeInteraction(state, action.interactionId);
    case 'messages:listed':
      return takeMessages(state, action.interactionId, action.messages, true);
    case 'visitor:answered':
      return takeVisitor(state, action);
    case 'unsent:restored':
      return takeUnsent(state, action);
    case 'notice:shown':
      return { ...state, notice: action.code, mustEnd: action.mustEnd ?? null };
    case 'labels:answered':
    case 'notes:listed':
    case 'note:stored':
    case 'note-mode:set':
    case 'note-draft:changed':
      return reduceTools(state, action);
    case 'notice:dismissed':
      return { ...state, notice: null, mustEnd: null };
    default:
      return reduceWriting(state, action);
  }
}

type WritingAction = Extract<
  OwnAction,
  {
    type:
      | 'draft:changed'
      | 'attached:changed'
      | 'message:composed'
      | 'message:stored'
      | 'message:failed'
      | 'message:refused'
      | 'message:retried';
  }
>;

function reduceWriting(state: State, action: WritingAction): State {
  switch (action.type) {
    case 'draft:changed':
      return { ...state, drafts: withText(state.drafts, action.interactionId, action.draft) };
    case 'attached:changed':
      return { ...state, attached: withFiles(state.attached, action.interactionId, action.attachments) };
    case 'message:composed':
      return {
        ...state,
        ...(action.isNote === true
          ? { noteDrafts: withText(state.noteDrafts, action.interactionId, '') }
          : {
              drafts: withoutEntry(state.drafts, action.interactionId),
              attached: withoutEntry(state.attached, action.interactionId),
            }),
        outbox: [
          ...state.outbox,
          {
            clientMessageId: action.clientMessageId,
            interactionId: action.interactionId,
            body: action.body,
            writtenAt: action.at,
            hasFailed: false,
            ...(action.isNote === true && { isNote: true }),
            ...(action.attachments?.length && { attachments: action.attachments }),
          },
        ],
      };
    case 'message:stored':
      return takeStored(state, action);
    case 'message:failed':
      return markFailed(state, action.clientMessageId, true);
    case 'message:retried':
      return markFailed(state, action.clientMessageId, false);
    case 'message:refused':
      return takeRefusal(state, action);
  }
}

/** Handles an acknowledgement: the message takes its place in the one order, whether or not its fact has come too. */
function takeStored(
  state: State,
  { clientMessageId, sequence, sentAt }: Extract<OwnAction, { type: 'message:stored' }>,
): State {
  const entry = state.outbox.find((candidate) => candidate.clientMessageId === clientMessageId);
  if (entry === undefined || state.self === null) return state;
  const { attachments, body, interactionId } = entry;
  const message = {
    side: 'agent' as const,
    clientMessageId,
    agentId: state.self.id,
    agentName: state.self.publicName,
    body,
    sequence,
    sentAt,
    ...(attachments !== undefined && { attachments: [...attachments] }),
  };
  return reduceFact(state, { type: 'message:posted', fact: { interactionId, message }, at: sentAt });
}

/** Handles a final refusal: text and files go back into the composer, before what was added since. */
function takeRefusal(
  state: State,
  { clientMessageId, code }: Extract<OwnAction, { type: 'message:refused' }>,
): State {
  const entry = state.outbox.find((candidate) => candidate.clientMessageId === clientMessageId);
  if (entry === undefined) return state;
  const { attachments = [], body, interactionId, isNote } = entry;
  const drafts = isNote === true ? state.noteDrafts : state.drafts;
  const typed = [body, drafts.get(interactionId) ?? ''].filter((text) => text !== '').join('\n');
  const restored = withText(drafts, interactionId, typed);
  const files = [...attachments, ...(state.attached.get(interactionId) ?? [])];
  return {
    ...state,
    notice: code,
    mustEnd: null,
    attached: withFiles(state.attached, interactionId, files),
    outbox: state.outbox.filter((candidate) => candidate !== entry),
    ...(isNote === true ? { noteDrafts: restored } : { drafts: restored }),
  };
}

/** Restores unsent texts of interactions that are still held; what was typed since is kept. */
function takeUnsent(
  state: State,
  { attached, drafts, noteDrafts, outbox }: Extract<OwnAction, { type: 'unsent:restored' }>,
): State {
  const isHeld = ([id]: readonly [InteractionId, unknown]): boolean => state.interactions.has(id);
  const known = new Set(state.outbox.map(({ clientMessageId }) => clientMessageId));
  const waiting = outbox.filter(
    ({ clientMessageId, interactionId }) =>
      state.interactions.has(interactionId) && !known.has(clientMessageId),
  );
  return {
    ...state,
    drafts: new Map([...drafts.filter(isHeld), ...state.drafts]),
    attached: new Map([...attached.filter(isHeld), ...state.attached]),
    noteDrafts: new Map([...noteDrafts.filter(isHeld), ...state.noteDrafts]),
    // An agent who was writing a note goes on with it.
    noteModes: new Set([
      ...state.noteModes,
      ...noteDrafts.filter(isHeld).flatMap(([id]) => (drafts.some(([other]) => other === id) ? [] : [id])),
    ]),
    outbox: [...waiting.map((entry) => ({ ...entry, hasFailed: false })), ...state.outbox],
  };
}

function withFiles(
  held: State['attached'],
  id: InteractionId,
  files: readonly Attachment[],
): State['attached'] {
  return files.length === 0 ? withoutEntry(held, id) : new Map(held).set(id, files);
}

function takeVisitor(
  state: State,
  { interactionId, visitor }: Extract<OwnAction, { type: 'visitor:answered' }>,
): State {
  const held = state.interactions.get(interactionId);
  if (held === undefined) return state;
  return { ...state, interactions: withEntry(state.interactions, interactionId, { ...held, visitor }) };
}
