import type { AttachmentSettings, UploadRefusal } from '../../../../protocol/attachments/attachments';
import type { ErrorCode } from '../../../../protocol/shared/errors';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { Side } from '../../../../protocol/schemas/scalars';

/** Sum of what one side has uploaded to an interaction so far. */
export interface Uploaded {
  readonly count: number;
  readonly bytes: number;
}

/** A refusal leaves by its code; the reason is for the screen. */
export const UPLOAD_CODES: Readonly<Record<UploadRefusal, ErrorCode>> = {
  type: 'bad_request',
  broken: 'bad_request',
  empty: 'bad_request',
  size: 'too_large',
  quota: 'too_large',
  full: 'unavailable',
  off: 'forbidden',
  ended: 'conflict',
  busy: 'rate_limited',
};

/** Returns whether this side may upload at all [C6]. */
export function mayUpload(settings: AttachmentSettings, side: Side): boolean {
  const isOn = side === 'visitor' ? settings.visitorsMayUpload : settings.agentsMayUpload;
  return isOn && settings.kinds.length > 0;
}

/** Returns what is wrong with a file of this size, or null; `bytes` is null while the size is not known. */
export function judgeSize(
  settings: AttachmentSettings,
  held: Uploaded,
  bytes: number | null,
): UploadRefusal | null {
  if (bytes === 0) return 'empty';
  if ((bytes ?? 0) > settings.maxBytes) return 'size';
  const isOver =
    held.count >= LIMITS.attachmentsOfSide || held.bytes + (bytes ?? 0) > LIMITS.attachmentBytesOfSide;
  return isOver ? 'quota' : null;
}

/** Fill of the storage quota: whoever looks after the installation is notified from `near` on. */
export type Fill = 'fine' | 'near' | 'full';
export const NEARLY_FULL = 0.8;

export function fillOf(usedBytes: number, quotaBytes: number): Fill {
  if (usedBytes >= quotaBytes) return 'full';
  return usedBytes >= quotaBytes * NEARLY_FULL ? 'near' : 'fine';
}
