import { FILE_TYPES } from '../protocol/shared/attachment-kinds';
import type { Attachment } from '../protocol/attachments/attachments';

/** Files of messages as addresses of this page's memory: theirs on the server take a token, which no address may hold. */
export interface FileReader {
  /** Returns the file's object URL, the same one for as long as it is kept; rejects where the file cannot be had now. */
  read(attachment: Attachment, size: 'whole' | 'thumbnail'): Promise<string>;
  /** Saves the file under its own name. */
  save(attachment: Attachment): Promise<void>;
}

/** Files kept at most; the oldest are dropped first, for they can be fetched again. */
const KEPT_MAX = 80;

export function createFileReader(fetchFile: (path: string) => Promise<Blob>): FileReader {
  const kept = new Map<string, Promise<string>>();

  const read: FileReader['read'] = (attachment, size) => {
    const path = `/attachments/${encodeURIComponent(attachment.id)}${size === 'whole' ? '' : '/thumbnail'}`;
    const known = kept.get(path);
    if (known !== undefined) return known;
    const url = fetchFile(path).then((blob) =>
      URL.createObjectURL(
        new Blob([blob], { type: size === 'whole' ? safeType(attachment.mime) : 'image/webp' }),
      ),
    );
    kept.set(path, url);
    url.catch(() => kept.delete(path));
    const [oldest] = kept;
    if (kept.size > KEPT_MAX && oldest !== undefined) {
      kept.delete(oldest[0]);
      oldest[1].then(URL.revokeObjectURL, () => undefined);
    }
    return url;
  };
  return {
    read,
    save: async (attachment) => {
      const link = document.createElement('a');
      link.href = await read(attachment, 'whole');
      link.download = attachment.name;
      link.click();
    },
  };
}

/** A page of this origin shows it: only what cannot run there keeps its type. */
function safeType(mime: string): string {
  const type = FILE_TYPES.find((known) => known.mime === mime);
  return type?.kind === 'image' || type?.kind === 'audio' ? type.mime : 'application/octet-stream';
}
