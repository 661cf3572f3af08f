import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

import { expect } from '../fixtures';
import { frameWith } from './looks';
import { comeToRest } from './rest';

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
  /** What is known to be as it is, by rule and part of the markup, with the reason beside it. */
  readonly meant?: readonly { readonly rule: string; readonly part: RegExp }[];
}

/** [A7] [W2] Nothing in it that axe finds to be against WCAG 2.2 AA; each fault with its place and why. */
export async function expectAccessible(
  page: Page | Frame,
  { meant = [], within }: Scope = {},
): Promise<void> {
  await page.evaluate(AXE);
  await comeToRest(page);
  const { violations } = await page.evaluate(
    async ({ include, options }) =>
      (
        globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }
      ).axe.run({ include }, options),
    { include: [within ?? 'html'], options: OPTIONS },
  );
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !meant.some(({ part, rule }) => rule === id && part.test(html)))
      .map(
        ({ failureSummary, html, target }) => `${id}: ${target.join(' ')}\n${html}\n${failureSummary ?? ''}`,
      ),
  );
  expect(faults, 'faults that axe finds').toEqual([]);
}

/** [S6] A row is called by who it is and how it stands; the clock that ticks in it, and the line beneath, are not part of its name. */
const ROWS = { rule: 'label-content-name-mismatch', part: /data-interaction-row/ };

/** [A7] The agent's screen as it is now, in the light and in the dark. */
export async function expectScreenAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, { meant: [ROWS], ...(within !== undefined && { within }) });
  }
}

/** [W2] The panel as it is now, in the light and in the dark, and without anything to be scrolled sideways. */
export async function expectPanelAccessible(page: Page): Promise<void> {
  const frame = await frameWith(page, /\/widget\/frame/);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(frame);
  }
  const isTooWide = await frame.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isTooWide, 'scrolls sideways').toBe(false);
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
