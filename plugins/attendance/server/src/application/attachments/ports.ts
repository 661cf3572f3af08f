import type {
  Attachment,
  AttachmentId,
  AttachmentSettings,
  FileType,
} from '../../../../protocol/attachments/attachments';
import type { AgentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Uploaded } from '../../domain/attachments/upload';
import type { Outcome } from '../outcome';

/** Uploader of a file: the visitor of an interaction, or the agent who holds it. */
export interface Uploader {
  readonly interactionId: InteractionId;
  readonly side: Side;
  readonly personId: VisitorId | AgentId;
}

/** Declared properties of a file, known before it is read. */
export interface Announced {
  /** Declared size; null where the sender declares none. */
  readonly bytes: number | null;
  /** Visitor's network address, by which uploads are counted; null for agents. */
  readonly address: string | null;
}

/** Location of a file, as the upload provider returns it; opaque to everybody else. */
export type StoredFile = Readonly<Record<string, unknown>>;

/** An uploaded file as it is kept. Without its key, what the provider keeps is noise [Z56]. */
export interface KeptAttachment extends Uploader {
  readonly attachment: Attachment;
  readonly key: string;
  readonly file: StoredFile;
  readonly thumbnail: StoredFile | null;
  readonly isPosted: boolean;
}

/** Attachment for the purge to remove: its row goes once the provider has deleted its files. */
export interface RemovableAttachment {
  readonly id: AttachmentId;
  readonly files: readonly StoredFile[];
}

/** Store of uploaded files' rows. Each exists before its content does, so that no file is without one. */
export interface AttachmentStore {
  uploadedBy(uploader: Uploader): Promise<Uploaded>;
  /** Resolves to the size of all files with a row, those still to be removed too. */
  usedBytes(): Promise<number>;
  /** Notes the file before it is stored: its place counts, and a crash leaves something to remove. */
  begin(kept: Omit<KeptAttachment, 'isPosted'>, now: number): Promise<void>;
  /** Marks a file as stored, so that a message may carry it; the locations are those that the provider returned. */
  finish(id: AttachmentId, file: StoredFile, thumbnail: StoredFile | null): Promise<void>;
  /** Ready ones only, whoever asks. */
  find(id: AttachmentId): Promise<KeptAttachment | null>;
  /** Given up: what was stored of it is removed with the next purge. */
  abandon(id: AttachmentId): Promise<void>;
  /** Lists attachments that were given up, that were begun or uploaded too long ago and are in no message, and those whose interaction is gone. */
  removable(now: number, limit: number): Promise<RemovableAttachment[]>;
  removed(id: AttachmentId): Promise<void>;
  /** The provider did not let go of it: to be tried again from then on. */
  keepUntil(id: AttachmentId, retryAt: number): Promise<void>;
}

export interface AttachmentSettingsStore {
  get(): Promise<AttachmentSettings>;
  /** Refused with `conflict` when somebody else changed it since `version` was read. */
  update(settings: AttachmentSettings): Promise<Outcome<AttachmentSettings>>;
  /** Makes the row, with the product's defaults. */
  ensure(): Promise<void>;
}

/** Strapi's upload provider behind a cipher: its files are unreadable without their keys [Z56]. */
export interface FileVault {
  /** False in an app without Strapi's upload plugin. */
  isAvailable(): boolean;
  createKey(): string;
  /** A place for one file, under a random name; nothing is stored yet. */
  place(): StoredFile;
  /** Stores the content there; resolves to the location as the provider returns it. */
  store(place: StoredFile, key: string, content: Buffer): Promise<StoredFile>;
  read(file: StoredFile, key: string): Promise<Buffer>;
  /** Gone afterwards, or already before. */
  remove(file: StoredFile): Promise<void>;
}

export interface Thumbnail {
  readonly content: Buffer;
  /** Width of the picture as it is to be shown, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Detects a file's type by its content alone [Z55]. */
export interface FileInspector {
  /**
   * Returns the type, or null for one that is not allowed. The name only rules out plain text, and shows the type that unreadable content was meant
   * to have: `broken`.
   */
  detect(content: Buffer, givenName: string): Promise<FileType | 'broken' | null>;
  /** `broken` for what is no picture; null for one that costs too much to be drawn. `person`: whose it is; nobody waits for all of another's. */
  thumbnail(content: Buffer, person: string): Promise<Thumbnail | 'broken' | null>;
}
