import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { Translate } from '../i18n/useTexts';

/** Returns a message as one line, for lists and announcements: its text, else its attachments. */
export function messageLine(
  {
    body,
    files = [],
  }: { readonly body: string; readonly files?: readonly Pick<Attachment, 'kind' | 'name'>[] | undefined },
  t: Translate,
): string {
  const [first] = files;
  if (body !== '' || first === undefined) return body;
  if (files.length > 1) return t('files.line.several', { count: files.length });
  if (first.kind === 'image' || first.kind === 'audio') return t(`files.line.${first.kind}`);
  return t('files.line.file', { name: first.name });
}
