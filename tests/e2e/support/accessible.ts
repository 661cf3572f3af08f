import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

import { expect } from './fixtures';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at AA, and what axe holds for good practice within it. */
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // A frame is looked at on its own: axe would have to be in it.
  iframes: false,
};

interface Scope {
  /** What is looked at; else the whole document. */
  readonly within?: string;
  /** What is not ours to mend. */
  readonly without?: readonly string[];
}

/** [A7] [W2] Nothing in it that axe finds to be against WCAG 2.2 AA; each fault with its place and why. */
export async function expectAccessible(
  page: Page | Frame,
  { within, without = [] }: Scope = {},
): Promise<void> {
  await page.evaluate(AXE);
  // What moves or fades in has colours of its own while it does.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await page.evaluate(
    async ({ include, exclude, options }) =>
      (
        globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }
      ).axe.run({ include, exclude }, options),
    { include: [within ?? 'html'], exclude: [...without], options: OPTIONS },
  );
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ failureSummary, html, target }) => `${id}: ${target.join(' ')}\n${html}\n${failureSummary ?? ''}`,
    ),
  );
  expect(faults, 'faults that axe finds').toEqual([]);
}

/** [A7] Nothing of it is wider than the window, and nothing is to be scrolled sideways. */
export async function expectNarrow(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const isScroller = (element: Element): boolean =>
          /auto|scroll/.test(getComputedStyle(element).overflowX) &&
          element.scrollWidth > element.clientWidth + 1;
        const wide = [document.documentElement, ...document.querySelectorAll('main, main *')].filter(
          isScroller,
        );
        const page = document.documentElement;
        return [
          ...(page.scrollWidth > innerWidth ? [`the page: ${page.scrollWidth} of ${innerWidth} px`] : []),
          ...wide.map(
            ({ clientWidth, outerHTML, scrollWidth }) =>
              `${scrollWidth} of ${clientWidth} px: ${outerHTML.slice(0, 120)}`,
          ),
        ];
      }),
    )
    .toEqual([]);
}
