import { extensionOf, type FileType } from '../../../../protocol/shared/attachment-kinds';
import { LIMITS } from '../../../../protocol/shared/limits';
import { toStorableText } from '../../../../protocol/shared/text/plain-text';

/** Characters that turn the reading direction, or are invisible: `fdp.exe` must not read as `exe.pdf`. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
/** Characters that some operating system forbids in file names. */
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
  const line = withoutDotsAtEnd(
    toStorableText(last)
      .replace(UNSEEN, '')
      .replace(FORBIDDEN, '_')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+/, ''),
  );
  const isKnown = type.extensions.includes(extensionOf(line));
  const extension = isKnown ? extensionOf(line) : (type.extensions[0] ?? 'bin');
  const stem = withoutDotsAtEnd(isKnown ? line.slice(0, -extension.length - 1) : line);
  const safe = stem === '' ? NAMELESS : DEVICE.test(stem) ? `_${stem}` : stem;
  const room = LIMITS.attachmentNameCodePoints - extension.length - 1;
  return `${[...safe].slice(0, room).join('').trimEnd()}.${extension}`;
}

/** Read from its end: a pattern for it would begin anew at each dot of a name that is full of them [Z107]. */
function withoutDotsAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
