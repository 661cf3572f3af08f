import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

import { openAgentScreen, type AgentOptions, type AgentScreen, type Login } from './agent';
import { startProduct, type Product } from './product';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor';

interface TestFixtures {
  /** What a page may print besides, for a test that provokes it. */
  provoked: RegExp | null;
  /** The agent's screen of this login, in a browser context of its own; another call is another browser. */
  agent(login: Login, options?: AgentOptions): Promise<AgentScreen>;
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

/** Everybody of one test: their browsers are closed after it, and no page of theirs may have failed. */
interface People {
  joining(onPage: OnPage | undefined): OnPage;
}

type OnPage = (page: Page) => void | Promise<void>;

/** What a page prints when something of ours is broken; a cut connection is told in the console by the browser itself. */
const EXPECTED = /WebSocket connection|ERR_|Failed to load resource|net::/;

export const test = base.extend<TestFixtures & { people: People }, { product: Product }>({
  product: [
    // eslint-disable-next-line no-empty-pattern -- the test tool reads what a fixture needs from this pattern
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  provoked: [null, { option: true }],
  people: async ({ product, provoked }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use({
      joining: (onPage) => async (page) => {
        const context = page.context();
        contexts.push(context);
        context.on('weberror', (fault) => faults.push(fault.error().stack || String(fault.error())));
        context.on('console', (message) => {
          const text = message.text();
          const isExpected = EXPECTED.test(text) || provoked?.test(text) === true;
          if (message.type() === 'error' && !isExpected) faults.push(`${text} (${message.location().url})`);
        });
        await onPage?.(page);
      },
    });
    await Promise.all(contexts.map((context) => context.close()));
    product.reset();
    expect(faults, 'errors in the consoles of the pages').toEqual([]);
  },
  agent: async ({ browser, product, people }, use) => {
    await use((login, options = {}) =>
      openAgentScreen(browser, product.url, login, { ...options, onPage: people.joining(options.onPage) }),
    );
  },
  visitor: async ({ browser, product, people }, use) => {
    await use((options = {}) =>
      openVisitor(browser, product.shopUrl, { ...options, onPage: people.joining(options.onPage) }),
    );
  },
});

export { expect };
