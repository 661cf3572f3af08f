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

/** Who uploads: the visitor of an interaction, or the agent who holds it. */
export interface Uploader {
  readonly interactionId: InteractionId;
  readonly side: Side;
  readonly personId: VisitorId | AgentId;
}

/** What is told of a file before it is read. */
export interface Announced {
  /** Null where the sender does not say. */
  readonly bytes: number | null;
  /** Where a visitor sends from, as it is counted; null for agents. */
  readonly address: string | null;
}

/** Where a file lies, as the upload provider tells it; opaque to everybody else. */
export type StoredFile = Readonly<Record<string, unknown>>;

/** An uploaded file as it is kept. Without its key, what the provider keeps is noise [Z56]. */
export interface KeptAttachment extends Uploader {
  readonly attachment: Attachment;
  readonly key: string;
  readonly file: StoredFile;
  readonly thumbnail: StoredFile | null;
  readonly isPosted: boolean;
}

/** What the purge is to take away: the row goes once the provider has let go of its files. */
export interface RemovableAttachment {
  readonly id: AttachmentId;
  readonly files: readonly StoredFile[];
}

/** The rows of uploaded files. Each exists before its content does, so that nothing is left that nobody knows of. */
export interface AttachmentStore {
  uploadedBy(uploader: Uploader): Promise<Uploaded>;
  /** Of all files there are rows of, those that are still to be removed too. */
  usedBytes(): Promise<number>;
  /** Notes the file before it is stored: its place counts, and a crash leaves something to remove. */
  begin(kept: Omit<KeptAttachment, 'isPosted'>, now: number): Promise<void>;
  /** Stored: a message may carry it. The places are as the provider knows them now. */
  finish(id: AttachmentId, file: StoredFile, thumbnail: StoredFile | null): Promise<void>;
  /** Ready ones only, whoever asks. */
  find(id: AttachmentId): Promise<KeptAttachment | null>;
  /** Given up: what was stored of it is removed with the next purge. */
  abandon(id: AttachmentId): Promise<void>;
  /** Those given up, begun or uploaded too long ago and carried by no message, and those whose interaction is gone. */
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

/** Strapi's upload provider behind a cipher: what it stores says nothing without the key [Z56]. */
export interface FileVault {
  /** False in an app without Strapi's upload plugin. */
  isAvailable(): boolean;
  createKey(): string;
  /** A place for one file, under a random name; nothing is stored yet. */
  place(): StoredFile;
  /** Stores the content there; answers the place as the provider knows it from now on. */
  store(place: StoredFile, key: string, content: Buffer): Promise<StoredFile>;
  read(file: StoredFile, key: string): Promise<Buffer>;
  /** Gone afterwards, or already before. */
  remove(file: StoredFile): Promise<void>;
}

export interface Thumbnail {
  readonly content: Buffer;
  /** Of the picture itself, as it is to be seen. */
  readonly width: number;
  readonly height: number;
}

/** What a file is, by its content alone [Z55]. */
export interface FileInspector {
  /**
   * The name tells only what plain text is not, and what something unreadable was meant to be: `broken`. Null for what is no type of
   * ours.
   */
  detect(content: Buffer, givenName: string): Promise<FileType | 'broken' | null>;
  /** `broken` for what is no picture; null for one that costs too much to be drawn. `person`: whose it is; nobody waits for all of another's. */
  thumbnail(content: Buffer, person: string): Promise<Thumbnail | 'broken' | null>;
}
