import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong within these elements, one line each: rule and place. */
export async function faultsWithin(page: Page | Frame, selector: string): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    async ([within, tags]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(within: string, options: object): Promise<AxeResults> };
      };
      return axe.run(within, { runOnly: { type: 'tag', values: tags } });
    },
    [selector, RULES] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
