import type { Browser, BrowserContext, Page } from '@playwright/test';

import { signIn, type Login, type SignedIn } from './agent';

/** The page of an agent who has left the screen, in a context of its own. */
interface KeptPage {
  /** The login, and what the browser was asked for. */
  readonly key: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly session: SignedIn;
  readonly size: { width: number; height: number } | null;
  /** Whether something was done to it that it cannot be rid of. */
  isMarked(): boolean;
}

/**
 * Pages of agents, kept from one test of a worker to the next. To open the agent's screen in a new browser context costs twice what
 * it costs in a page that had it before, nearly all of it Strapi's own bundle; and a browser that was there before is what an agent
 * has. Whoever takes one finds what a new one shows: signed in, nothing else stored, one tab, the size and the media of the project.
 */
export interface KeptScreens {
  /** A page for this login, on no screen yet: a kept one where there is one whose browser was asked for the same. */
  take(login: Login, asked: string): Promise<Page>;
  /** Leaves the screen, and keeps the page where it can be as new and none like it is kept; closes it where not. */
  giveBack(page: Page): Promise<void>;
}

/** What a page cannot be rid of again by a method that is made for it. */
const LASTING_IN_PAGE = ['addInitScript', 'exposeBinding', 'exposeFunction', 'on', 'route', 'routeWebSocket'];
const LASTING_IN_CLOCK = ['install', 'pauseAt', 'setFixedTime', 'setSystemTime'];
const LASTING_IN_CONTEXT = [
  'addInitScript',
  'clearPermissions',
  'exposeBinding',
  'exposeFunction',
  'grantPermissions',
  'newCDPSession',
  'route',
  'routeWebSocket',
  'setExtraHTTPHeaders',
  'setGeolocation',
  'setOffline',
];
const AS_NEW = {
  media: null,
  colorScheme: 'light',
  reducedMotion: 'no-preference',
  forcedColors: 'none',
} as const;
/** Somewhere of the same origin where nothing runs. */
const NOWHERE = '/robots.txt';

export function createKeptScreens(browser: Browser, url: string): KeptScreens {
  const kept = new Map<string, KeptPage>();
  const taken = new Map<Page, KeptPage>();

  async function open(key: string, session: SignedIn): Promise<KeptPage> {
    const context = await browser.newContext({ storageState: session });
    const page = await context.newPage();
    let isMarked = false;
    const mark = (): void => {
      isMarked = true;
    };
    page.on('crash', mark);
    tellCalls(page, LASTING_IN_PAGE, mark);
    tellCalls(context, LASTING_IN_CONTEXT, mark);
    tellCalls(context.clock, LASTING_IN_CLOCK, mark);
    return { key, page, context, session, size: page.viewportSize(), isMarked: () => isMarked };
  }

  async function find(key: string, session: SignedIn): Promise<KeptPage | null> {
    const entry = kept.get(key);
    if (entry === undefined) return null;
    kept.delete(key);
    if (entry.session === session) return entry;
    // Signed in anew since: the session of this one is over.
    await entry.context.close();
    return null;
  }

  return {
    take: async (login, asked) => {
      const session = await signIn(url, login);
      const key = `${login} ${asked}`;
      const entry = (await find(key, session)) ?? (await open(key, session));
      taken.set(entry.page, entry);
      return entry.page;
    },
    giveBack: async (page) => {
      const entry = taken.get(page);
      if (entry === undefined) return;
      taken.delete(page);
      const isAsNew =
        !kept.has(entry.key) && !entry.isMarked() && !page.isClosed() && (await makeAsNew(entry, url));
      if (isAsNew) kept.set(entry.key, entry);
      else await entry.context.close();
    },
  };
}

/**
 * Leaves by the address bar, forgets what the page stored, and puts back what a test may have turned. Says whether that went: not
 * where the test has ended the server.
 */
async function makeAsNew({ page, context, session, size }: KeptPage, url: string): Promise<boolean> {
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
  const isAway = await page.goto(`${url}${NOWHERE}`, { timeout: 5_000 }).then(
    () => true,
    () => false,
  );
  if (!isAway) return false;
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia(AS_NEW);
  await context.clearCookies();
  await context.addCookies(session.cookies);
  const stored = session.origins.flatMap(({ localStorage }) => localStorage);
  await page.evaluate((entries) => {
    sessionStorage.clear();
    localStorage.clear();
    for (const { name, value } of entries) localStorage.setItem(name, value);
  }, stored);
  return true;
}

type Called = Record<string, (...parameters: unknown[]) => unknown>;

/** Tells when one of these methods is called. */
function tellCalls(target: object, names: readonly string[], tell: () => void): void {
  const methods = target as Called;
  for (const name of names) {
    const method = methods[name];
    if (method === undefined) throw new Error(`No method ${name} to watch.`);
    methods[name] = (...parameters) => {
      tell();
      return method.apply(target, parameters);
    };
  }
}
