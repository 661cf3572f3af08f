import type { Frame, Page } from '@playwright/test';

/** Waits until nothing moves or fades in any more: on the way, places and colours are of their own. */
export async function comeToRest(look: Page | Frame): Promise<void> {
  await look.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}
