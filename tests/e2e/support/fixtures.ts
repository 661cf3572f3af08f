import {
  expect,
  firefox,
  test as base,
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type WebError,
} from '@playwright/test';

import { findFirefox } from '../../support/browsers/firefox.mjs';
import {
  openAgentScreen,
  showAgentScreen,
  type AgentOptions,
  type AgentScreen,
  type Login,
} from './people/agent';
import { createKeptScreens, type KeptScreens } from './screens/kept-screens';
import { startProduct, type Product } from './product/product';
import { openVisitor, type Visitor, type VisitorOptions } from './people/visitor';
import { BOARD_PATH, SupervisorScreen } from './people/supervisor';

interface TestFixtures {
  /** What a page may print besides, for a test that provokes it. */
  provoked: RegExp | null;
  /** The agent's screen of this login; another call is another browser. One that is not prepared by `onPage` may be a kept one. */
  agent(login: Login, options?: AgentOptions): Promise<AgentScreen>;
  visitor(options?: VisitorOptions): Promise<Visitor>;
  /** Sofia at the live board. */
  supervisor(): Promise<SupervisorScreen>;
  /** The same in Firefox: what Chromium alone knows of a context's options is left out. */
  visitorInFirefox(options?: VisitorOptions): Promise<Visitor>;
}

interface WorkerFixtures {
  product: Product;
  keptScreens: KeptScreens;
  /** Started by the first test that asks for it; with a camera and a microphone that nobody has, and leave to use them. */
  inFirefox: Browser;
}

/** Everybody of one test: they leave after it, and no page of theirs may have failed. */
interface People {
  /** Prepares the page of a browser that is closed after the test. */
  joining(onPage?: OnPage): OnPage;
  /** For a page that `giveBack` is to be called for after the test. */
  borrowing(page: Page, giveBack: () => Promise<void>): void;
}

type OnPage = (page: Page) => void | Promise<void>;

/** What a page prints when something of ours is broken; a cut connection is told in the console by the browser itself. */
const EXPECTED = /WebSocket connection|ERR_|Failed to load resource|net::/;

/**
 * A fault or a printed line of Strapi's own: its `useFetchClient` gives its request up as the component that asked goes, seen as its
 * media library's dialog closed. Nothing of ours asks by it.
 */
const LEFT_BY_STRAPI = /^AbortError: signal is aborted without reason\n\s+at \S+\/admin\/strapi-/;

const FIREFOX_PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

export const test = base.extend<TestFixtures & { people: People }, WorkerFixtures>({
  product: [
    // oxlint-disable-next-line no-empty-pattern -- the test tool reads what a fixture needs from this pattern
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  inFirefox: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const start = findFirefox();
      if (start === null) throw new Error('No Firefox is installed.');
      const env = { ...process.env, ...start.env };
      const browser = await firefox.launch({ ...start, env, firefoxUserPrefs: FIREFOX_PREFERENCES });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  provoked: [null, { option: true }],
  keptScreens: [
    async ({ browser, product }, use) => {
      await use(createKeptScreens(browser, product.url));
    },
    { scope: 'worker' },
  ],
  people: async ({ product, provoked }, use) => {
    const leaving: (() => Promise<void>)[] = [];
    const faults: string[] = [];
    const onFault = (fault: WebError): void => {
      const text = fault.error().stack || String(fault.error());
      if (!LEFT_BY_STRAPI.test(text)) faults.push(text);
    };
    const onConsole = (message: ConsoleMessage): void => {
      const text = message.text();
      const isExpected = EXPECTED.test(text) || LEFT_BY_STRAPI.test(text) || provoked?.test(text) === true;
      if (message.type() === 'error' && !isExpected) faults.push(`${text} (${message.location().url})`);
    };
    const watch = (context: BrowserContext): BrowserContext =>
      context.on('weberror', onFault).on('console', onConsole);
    await use({
      joining: (onPage) => async (page) => {
        const context = watch(page.context());
        leaving.push(() => context.close());
        await onPage?.(page);
      },
      borrowing: (page, giveBack) => {
        const context = watch(page.context());
        leaving.push(async () => {
          await giveBack();
          context.off('weberror', onFault).off('console', onConsole);
        });
      },
    });
    await Promise.all(leaving.map((leave) => leave()));
    product.reset();
    expect(faults, 'errors in the consoles of the pages').toEqual([]);
  },
  agent: async (
    { browser, product, keptScreens, people, contextOptions, ignoreHTTPSErrors, permissions, viewport },
    use,
  ) => {
    const asked = { contextOptions, ignoreHTTPSErrors, permissions, viewport };
    await use(async (login, options = {}) => {
      const { onPage } = options;
      if (onPage !== undefined)
        return openAgentScreen(browser, product.url, login, { ...options, onPage: people.joining(onPage) });
      const page = await keptScreens.take(login, asked);
      people.borrowing(page, () => keptScreens.giveBack(page));
      return showAgentScreen(page, product.url, options.path);
    });
  },
  supervisor: async ({ agent }, use) => {
    await use(async () => new SupervisorScreen(await agent('sofia', { path: BOARD_PATH })));
  },
  visitor: async ({ browser, product, people }, use) => {
    await use((options = {}) =>
      openVisitor(browser, product.shopUrl, { ...options, onPage: people.joining(options.onPage) }),
    );
  },
  visitorInFirefox: async ({ inFirefox, product, people }, use) => {
    await use((options = {}) =>
      openVisitor(inFirefox, product.shopUrl, {
        ...options,
        context: { permissions: [], ...options.context },
        onPage: people.joining(options.onPage),
      }),
    );
  },
});

/** For a file whose pages move as they do for most people. */
export const IN_MOTION = { contextOptions: { reducedMotion: 'no-preference' } } as const;

export { expect };
