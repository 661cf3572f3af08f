import type { Browser, BrowserContext, Page, PlaywrightTestOptions } from '@playwright/test';

import { signIn, type Login, type SignedIn } from '../people/agent';

/** What a file may ask of its browsers otherwise than the project does. */
export type Asked = Pick<
  PlaywrightTestOptions,
  'contextOptions' | 'ignoreHTTPSErrors' | 'permissions' | 'viewport'
>;

/** The page of an agent who has left the screen, in a context of its own. */
interface KeptPage {
  readonly login: Login;
  readonly asked: Asked;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly session: SignedIn;
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
  take(login: Login, asked: Asked): Promise<Page>;
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
const AS_NEW = { media: null, colorScheme: 'light', forcedColors: 'none' } as const;
/** Somewhere of the same origin where nothing runs. */
const NOWHERE = '/robots.txt';

export function createKeptScreens(browser: Browser, url: string): KeptScreens {
  const kept = new Map<string, KeptPage>();
  const taken = new Map<Page, KeptPage>();

  async function open(login: Login, asked: Asked, session: SignedIn): Promise<KeptPage> {
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
    return { login, asked, page, context, session, isMarked: () => isMarked };
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
      const entry = (await find(keyOf(login, asked), session)) ?? (await open(login, asked, session));
      taken.set(entry.page, entry);
      return entry.page;
    },
    giveBack: async (page) => {
      const entry = taken.get(page);
      if (entry === undefined) return;
      taken.delete(page);
      const key = keyOf(entry.login, entry.asked);
      const isAsNew =
        !kept.has(key) && !entry.isMarked() && !page.isClosed() && (await makeAsNew(entry, url));
      if (isAsNew) kept.set(key, entry);
      else await entry.context.close();
    },
  };
}

const keyOf = (login: Login, asked: Asked): string => JSON.stringify([login, asked]);

/**
 * Leaves by the address bar, forgets what the page stored, and puts back what a test may have turned. Says whether that went: not
 * where the test has ended the server.
 */
async function makeAsNew({ page, context, session, asked }: KeptPage, url: string): Promise<boolean> {
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
  if (asked.viewport !== null && asked.viewport !== undefined) await page.setViewportSize(asked.viewport);
  await page.emulateMedia({ ...AS_NEW, reducedMotion: asked.contextOptions.reducedMotion ?? null });
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
