import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';

/** Largest width and height of a thumbnail, and the least size that a finger can hit, in px. */
const WIDE = 280;
const HIGH = 220;
const LEAST = 44;

/** Returns the size of a picture before it loads, in px: nothing moves when it comes. */
export function boxOf(picture: Attachment['picture']): { readonly width: number; readonly height: number } {
  const { height, width } = picture ?? { width: WIDE, height: HIGH };
  const scale = Math.min(1, WIDE / width, HIGH / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}
