import { FILE_TYPES, type FileType } from '../../../../protocol/attachment-kinds';
import type { FileInspector } from '../../application/attachments/ports';
import { isPlainText } from '../../domain/plain-text';
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
      const { fileTypeFromBuffer } = await import('file-type');
      // A container that is broken, or grows beyond what the detector reads of one, is nothing that is taken.
      const found = await fileTypeFromBuffer(content).catch(() => BROKEN);
      if (found === undefined) return detectText(content, givenName);
      const mime = (found.mime.split(';')[0] ?? '').trim();
      return typeOf(SAME[mime] ?? mime);
    },
    thumbnail: (content, person) => drawer.draw(content, person),
  };
}

const BROKEN = { mime: 'application/x-broken' } as const;

function typeOf(mime: string): FileType | null {
  return FILE_TYPES.find((type) => type.mime === mime) ?? null;
}

function detectText(content: Buffer, givenName: string): FileType | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return isPlainText(text, givenName) ? typeOf('text/plain') : null;
  } catch {
    return null;
  }
}
