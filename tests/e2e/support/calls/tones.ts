import type { Page } from '@playwright/test';

/** Counts the notes that a page and its frames play: to be called before they load. */
export async function countTones(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { start } = OscillatorNode.prototype;
    const counter = window as unknown as { tones: number };
    counter.tones = 0;
    OscillatorNode.prototype.start = function count(...parameters) {
      if (this.context.state === 'running') counter.tones += 1;
      start.apply(this, parameters);
    };
  });
}

/** How many were heard so far, in the page and all of its frames. */
export async function tonesHeard(page: Page): Promise<number> {
  const counts = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => (window as unknown as { tones?: number }).tones ?? 0)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
