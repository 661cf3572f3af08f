import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';

/** The widest and the highest view of a thumbnail, and the least that a finger can meet, in px. */
const WIDE = 280;
const HIGH = 220;
const LEAST = 44;

/** The room that a picture will take, before it is there: nothing moves when it comes. */
export function boxOf(picture: Attachment['picture']): { readonly width: number; readonly height: number } {
  const { height, width } = picture ?? { width: WIDE, height: HIGH };
  const scale = Math.min(1, WIDE / width, HIGH / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}
