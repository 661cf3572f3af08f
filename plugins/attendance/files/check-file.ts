import { extensionOf, FILE_TYPES, type AttachmentKind } from '../protocol/shared/attachment-kinds';
import type { UploadRules } from '../protocol/attachments/attachments';
import type { UploadFailure } from './upload-file';

/** Returns the kind that a file's name and declared type stand for, before its content is read; null for an unknown one. */
export function kindOf({
  name,
  type,
}: {
  readonly name: string;
  readonly type: string;
}): AttachmentKind | null {
  const mime = type.split(';')[0] ?? '';
  const extension = extensionOf(name);
  const found =
    FILE_TYPES.find((known) => known.mime === mime) ??
    FILE_TYPES.find(({ extensions }) => extensions.includes(extension));
  if (found !== undefined) return found.kind;
  return mime === '' || mime.startsWith('text/') ? 'text' : null;
}

/** Returns why the server would refuse a file, so that it need not be sent, or null; the server checks again, and its content. */
export function checkFile(
  file: { readonly name: string; readonly type: string; readonly size: number },
  { kinds, maxBytes }: UploadRules,
): UploadFailure | null {
  if (file.size === 0) return 'empty';
  if (file.size > maxBytes) return 'size';
  const kind = kindOf(file);
  return kind === null || !kinds.includes(kind) ? 'type' : null;
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** Formats a size in the reader's language: `1,4 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  const digits = unit >= 2 && value < 10 ? 1 : 0;
  return `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
