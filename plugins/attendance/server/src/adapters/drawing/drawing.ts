import type { Thumbnail } from '../../application/attachments/ports';

/** `broken` for what is no picture, null for what is not drawn. */
export type Drawing = Thumbnail | 'broken' | null;

/** What the server asks of the process that draws. */
export interface DrawingRequest {
  readonly id: number;
  readonly content: Buffer;
}

export interface DrawingAnswer {
  readonly id: number;
  readonly drawing: Drawing;
}
