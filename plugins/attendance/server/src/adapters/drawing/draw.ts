import { constants, setPriority } from 'node:os';
import sharp from 'sharp';

import type { Drawing, DrawingAnswer, DrawingRequest } from './drawing';

/**
 * Process in which thumbnails are drawn. What a stranger's picture costs, and what a decoder does with a bad one, stays in here: the server's own
 * threads read files and nothing else, and this one knows no key and no secret.
 */

/** Most pixels of a picture to draw: decoded whole, it takes four bytes a pixel. */
const PIXELS_MAX = 25_000_000;
/** A JPEG whose lines come one after the other is made small while it is read, and a phone's may be large. */
const PIXELS_MAX_IN_LINES = 64_000_000;
/** Twice what the widest view of a thumbnail shows. */
const THUMBNAIL_SIDE = 640;

sharp.concurrency(1);
sharp.cache(false);
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

async function draw(content: Buffer): Promise<Drawing> {
  try {
    const { autoOrient, format, isProgressive } = await sharp(content, {
      limitInputPixels: false,
      failOn: 'error',
    }).metadata();
    const { height, width } = autoOrient;
    const limit = format === 'jpeg' && isProgressive !== true ? PIXELS_MAX_IN_LINES : PIXELS_MAX;
    if (width * height > limit) return null;
    const drawn = await sharp(content, { limitInputPixels: limit, failOn: 'error' })
      .autoOrient()
      .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    return { content: drawn, width, height };
  } catch {
    return 'broken';
  }
}

process.on('message', ({ content, id }: DrawingRequest) => {
  void draw(content).then((drawing) => process.send?.({ id, drawing } satisfies DrawingAnswer));
});
// Whoever asked is gone, killed perhaps: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
