import { extensionOf, FILE_TYPES, type FileType } from '../../../../protocol/shared/attachment-kinds';
import type { FileInspector } from '../../application/attachments/ports';
import { hasControls, isPlainText } from '../../domain/search/plain-text';
import type { Drawer } from '../drawing/drawer';

/** Names that the detector has for the same thing. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'application/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  // A container that a recorder fills with sound alone; it is played as sound.
  'video/webm': 'audio/webm',
};

export function createFileInspector(drawer: Drawer): FileInspector {
  return {
    detect: async (content, givenName) => {
      // The detector takes the mark of UTF-16 for the beginning of a sound.
      const marked = markOf(content) === null ? null : detectText(content, givenName);
      if (marked !== null && marked !== 'broken') return marked;
      const { fileTypeFromBuffer } = await import('file-type');
      // A container that is broken, or grows beyond what the detector reads of one.
      const found = await fileTypeFromBuffer(content).catch(() => null);
      if (found === null) return 'broken';
      if (found === undefined) return detectText(content, givenName);
      const mime = (found.mime.split(';')[0] ?? '').trim();
      return typeOf(SAME[mime] ?? mime);
    },
    thumbnail: (content, person) => drawer.draw(content, person),
  };
}

function typeOf(mime: string): FileType | null {
  return FILE_TYPES.find((type) => type.mime === mime) ?? null;
}

/** Returns a text's type; 'broken' where the name promises a type that the content does not have. */
function detectText(content: Buffer, givenName: string): FileType | 'broken' | null {
  const text = decode(content);
  if (text !== null && isPlainText(text, givenName)) return typeOf('text/plain');
  const extension = extensionOf(givenName);
  const isNamed = FILE_TYPES.some(
    ({ extensions, kind }) => kind !== 'text' && extensions.includes(extension),
  );
  return isNamed && (text === null || hasControls(text)) ? 'broken' : null;
}

/** Code points that Windows-1252 does not assign: a text with one is in another encoding. */
const NONE_OF_1252 = /[\u0081\u008D\u008F\u0090\u009D]/;

/** Decodes text as programs write it: in UTF-8, with a byte order mark of UTF-16, or, as spreadsheets on Windows save theirs, in Windows-1252. */
function decode(content: Buffer): string | null {
  const marked = markOf(content);
  try {
    return new TextDecoder(marked ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    const text = new TextDecoder('windows-1252').decode(content);
    return marked !== null || NONE_OF_1252.test(text) ? null : text;
  }
}

function markOf([first, second]: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}
