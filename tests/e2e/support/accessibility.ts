import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Nothing that axe-core knows of is wrong inside the element, by WCAG 2.2 up to AA. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (inside) =>
      (globalThis as unknown as { axe: { run(context: string, options: object): Promise<Found> } }).axe.run(
        inside,
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        },
      ),
    selector,
  );
  const told = violations.map(({ help, id, nodes }) => ({
    id,
    help,
    where: nodes.map(({ failureSummary, html }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
  expect(told).toEqual([]);
}
