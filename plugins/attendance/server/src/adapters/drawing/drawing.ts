import type { Thumbnail } from '../../application/attachments/ports';

/** `broken` for what is no picture, null for what is not drawn. */
export type Drawing = Thumbnail | 'broken' | null;

/** Request of the server to the drawing process. */
export interface DrawingRequest {
  readonly id: number;
  readonly content: Buffer;
}

export interface DrawingAnswer {
  readonly id: number;
  readonly drawing: Drawing;
}
