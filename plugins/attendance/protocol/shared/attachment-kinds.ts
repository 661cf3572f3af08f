/** The kinds of file that a message may carry [C6]. Each is switched on or off as a whole. */
export const ATTACHMENT_KINDS = ['image', 'pdf', 'text', 'office', 'audio'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export interface FileType {
  readonly kind: AttachmentKind;
  readonly mime: string;
  /** The first one is appended to a name that has none of them. */
  readonly extensions: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** Allowed file types; any other is refused, whatever its declared type. */
export const FILE_TYPES: readonly FileType[] = [
  { kind: 'image', mime: 'image/png', extensions: ['png'] },
  { kind: 'image', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { kind: 'image', mime: 'image/gif', extensions: ['gif'] },
  { kind: 'image', mime: 'image/webp', extensions: ['webp'] },
  { kind: 'pdf', mime: 'application/pdf', extensions: ['pdf'] },
  { kind: 'text', mime: 'text/plain', extensions: ['txt', 'csv', 'tsv', 'md', 'log', 'json'] },
  { kind: 'office', mime: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'] },
  { kind: 'office', mime: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  { kind: 'office', mime: `${OFFICE}.presentationml.presentation`, extensions: ['pptx'] },
  { kind: 'office', mime: `${OPEN_DOCUMENT}.text`, extensions: ['odt'] },
  { kind: 'office', mime: `${OPEN_DOCUMENT}.spreadsheet`, extensions: ['ods'] },
  { kind: 'office', mime: `${OPEN_DOCUMENT}.presentation`, extensions: ['odp'] },
  { kind: 'audio', mime: 'audio/mpeg', extensions: ['mp3'] },
  { kind: 'audio', mime: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'] },
  { kind: 'audio', mime: 'audio/wav', extensions: ['wav'] },
  { kind: 'audio', mime: 'audio/mp4', extensions: ['m4a'] },
  { kind: 'audio', mime: 'audio/webm', extensions: ['webm', 'weba'] },
];

/**
 * Returns a file chooser's `accept` for the kinds, with nothing that is refused. Pictures are named by MIME type too: a phone then offers the camera,
 * and converts pictures from its own format to JPEG.
 */
export function acceptOf(kinds: readonly AttachmentKind[]): string {
  return FILE_TYPES.filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ extensions, kind, mime }) => [
      ...(kind === 'image' ? [mime] : []),
      ...extensions.map((extension) => `.${extension}`),
    ])
    .join(',');
}

/** Returns the file types' usual names: `PNG, JPG, PDF`. */
export function nameTypes(kinds: readonly AttachmentKind[]): string {
  const names = FILE_TYPES.filter(({ kind }) => kinds.includes(kind)).map(
    ({ extensions }) => extensions[0] ?? '',
  );
  return names.join(', ').toUpperCase();
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
