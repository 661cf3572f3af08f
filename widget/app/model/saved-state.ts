import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { SavedState, UnsentMessage } from '../../bridge/messages';
import type { State } from './state';

/** Returns the state to keep beyond the page; undefined before the first token, so that nothing is stored before a start [W5]. */
export function toSaved(state: State, hasSaved: boolean): SavedState | undefined {
  const { token, startKey, isOpen, isMuted, draft, attached } = state;
  if (!token && !startKey && !hasSaved) return undefined;
  const outbox = state.outbox.map(({ hasFailed: _, ...unsent }) => unsent);
  return {
    token,
    startKey: token ? null : startKey,
    interactionId: liveInteractionId(state),
    isOpen,
    isMuted,
    draft,
    outbox,
    attached,
  };
}

/** Returns the id of the live interaction, or null. Before the first snapshot it is the one that the last page saved. */
export function liveInteractionId({ hasSnapshot, interaction, resumedId }: State): number | null {
  if (!hasSnapshot) return resumedId;
  return interaction && interaction.status !== 'ended' ? interaction.id : null;
}

/** Reads what a page of the site saved. Every script of the site may have written there: values of another shape are left out. */
export function fromSaved(data: unknown): SavedState | null {
  if (typeof data !== 'object' || data === null) return null;
  const { token, startKey, interactionId, isOpen, isMuted, draft, outbox, attached } = data as Partial<
    Record<keyof SavedState, unknown>
  >;
  return {
    token: typeof token === 'string' && token !== '' ? token : null,
    startKey: typeof startKey === 'string' ? startKey : null,
    interactionId: typeof interactionId === 'number' ? interactionId : null,
    isOpen: isOpen === true,
    isMuted: isMuted === true,
    draft: typeof draft === 'string' ? draft : '',
    outbox: listOf(outbox, isUnsent),
    // An earlier version of the panel wrote no attachments.
    attached: attached === null ? null : listOf(attached, isAttachment),
  };
}

function listOf<Item>(data: unknown, isItem: (each: unknown) => each is Item): readonly Item[] {
  return Array.isArray(data) ? data.filter(isItem) : [];
}

function isAttachment(data: unknown): data is Attachment {
  return typeof (data as Partial<Attachment> | null)?.id === 'string';
}

function isUnsent(data: unknown): data is UnsentMessage {
  const message = data as Partial<UnsentMessage> | null | undefined;
  return (
    typeof message?.interactionId === 'number' &&
    typeof message.clientMessageId === 'string' &&
    typeof message.body === 'string' &&
    [message.attachments ?? []].flat().every(isAttachment)
  );
}
