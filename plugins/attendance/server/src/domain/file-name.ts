import { extensionOf, type FileType } from '../../../protocol/attachment-kinds';
import { LIMITS } from '../../../protocol/limits';
import { toStorableText } from '../../../protocol/text';

/** What turns the reading direction, or is not seen at all: `fdp.exe` must not read as `exe.pdf`. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
/** Of no file on some system. */
const FORBIDDEN = /[<>:"|?*]/g;
/** Devices of Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const NAMELESS = 'arquivo';

/**
 * The name of an uploaded file, for display and download: one line without path, control characters or tricks of
 * direction, within the limit, and with an extension of what the file was found to be.
 */
export function cleanFileName(given: string, type: FileType): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const line = toStorableText(last)
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const isKnown = type.extensions.includes(extensionOf(line));
  const extension = isKnown ? extensionOf(line) : (type.extensions[0] ?? 'bin');
  const stem = (isKnown ? line.slice(0, -extension.length - 1) : line).replace(/[\s.]+$/, '');
  const safe = stem === '' ? NAMELESS : DEVICE.test(stem) ? `_${stem}` : stem;
  const room = LIMITS.attachmentNameCodePoints - extension.length - 1;
  return `${[...safe].slice(0, room).join('').trimEnd()}.${extension}`;
}
