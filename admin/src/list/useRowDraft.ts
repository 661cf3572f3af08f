import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';

/**
 * Returns the unsent text of an interaction that is not on screen, or null [Z52]. Of a note, only that there is one.
 */
export function useRowDraft(id: InteractionId, isSelected: boolean): string | null {
  const t = useTexts();
  const draft = useAttendance(({ drafts }) => drafts.get(id) ?? '');
  const hasNote = useAttendance(({ noteDrafts }) => noteDrafts.has(id));
  const hasFiles = useAttendance(({ attached }) => attached.has(id));
  if (isSelected) return null;
  if (draft.trim() !== '') return draft;
  if (hasFiles) return t('files.draft');
  return hasNote ? t('list.draft.note') : null;
}
