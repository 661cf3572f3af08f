import type { AttachmentId } from '../../../../protocol/attachments/attachments';
import type { AttachmentState } from '../../domain/attachments/attachment-state';
import type { Uploaded } from '../../domain/attachments/upload';
import type { Steps } from '../steps';
import type { KeptAttachment, RemovableAttachment, StoredFile, Uploader } from './ports';

export interface StoredAttachment extends KeptAttachment {
  readonly state: AttachmentState;
}

export type NewAttachment = Omit<StoredAttachment, 'isPosted'>;

/** Columns to change; those that are absent stay. */
export interface AttachmentChange {
  readonly state: AttachmentState;
  readonly file?: StoredFile;
  readonly thumbnail?: StoredFile | null;
  /** Time from which on the purge tries to remove it. */
  readonly retryAt?: number;
}

/** Rows of uploaded files, within a transaction. */
export interface AttachmentRows {
  /** Returns those of the attachments that exist, in no order. */
  find(ids: readonly AttachmentId[]): Steps<StoredAttachment[]>;
  lock(id: AttachmentId): Steps<StoredAttachment | null>;
  insert(attachment: NewAttachment, uploadedAt: number): Steps<void>;
  update(id: AttachmentId, change: AttachmentChange): Steps<void>;
  /** Puts the files into the message with this sequence. */
  setSequence(ids: readonly AttachmentId[], sequence: number): Steps<void>;
  delete(id: AttachmentId): Steps<void>;
}

export interface AttachmentTx {
  readonly attachments: AttachmentRows;
}

/** Attachments that the purge looks for: in this state, in no message and uploaded by then, or of an interaction that is gone. */
export interface RemovableQuery {
  readonly state: AttachmentState;
  readonly unpostedUntil: number;
  /** Those to be tried again later than now are left out. */
  readonly now: number;
}

/** Reads uploaded files outside a transaction. */
export interface AttachmentReader {
  find(id: AttachmentId): Promise<StoredAttachment | null>;
  /** Sums an uploader's files in these states. */
  uploadedBy(uploader: Uploader, states: readonly AttachmentState[]): Promise<Uploaded>;
  usedBytes(): Promise<number>;
  /** Lists the oldest that match, `limit` at most. */
  removable(query: RemovableQuery, limit: number): Promise<RemovableAttachment[]>;
}
