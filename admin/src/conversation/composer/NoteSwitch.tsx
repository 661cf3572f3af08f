import { IconButton } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { store } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';

/** Returns whether a key is Alt+N, by its place on the keyboard; in both composers. */
export function isNoteKey({
  altKey,
  code,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'metaKey'>): boolean {
  return altKey && !ctrlKey && !metaKey && code === 'KeyN';
}

export function setNoteMode(id: InteractionId, isOn: boolean): void {
  store.dispatch({ type: 'note-mode:set', interactionId: id, isOn });
}

/** Switches the composer from a message to the customer to a note for the team [C9]. */
export function NoteSwitch({ id }: { readonly id: InteractionId }) {
  const t = useTexts();
  return (
    <IconButton label={t('conversation.note.start')} variant="ghost" onClick={() => setNoteMode(id, true)}>
      <Lock />
    </IconButton>
  );
}
