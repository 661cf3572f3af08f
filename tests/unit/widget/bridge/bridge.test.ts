import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { isHostState, linkPage, readFrameAddress } from '../../../../widget/bridge/frame-end';
import { HELLO, type HostState, type PanelState } from '../../../../widget/bridge/messages';
import { linkFrame } from '../../../../widget/bridge/page-end';

const SERVER = 'https://atende.example';
const SHOP = 'https://shop.example';

const HOST: HostState = {
  siteKey: 'shop',
  wishes: {},
  saved: null,
  isOpen: true,
  hasFocus: true,
  isFullScreen: false,
  url: `${SHOP}/`,
  title: 'Shop',
  referrer: '',
};
const PANEL: PanelState = {
  saved: undefined,
  badge: '2',
  name: 'Open',
  siteVersion: 3,
  isLive: true,
  isClosing: false,
};

/** The next message of a port; null when another port's word, sent after it, comes first. */
function nextOf(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the frame’s address', () => {
  it('[F5] names site and page', () => {
    const search = `?site=shop&origin=${SHOP}&locale=pt-BR`;
    expect(readFrameAddress(search)).toEqual({ siteKey: 'shop', pageOrigin: SHOP, locale: 'pt-BR' });
  });

  it.each([
    '',
    '?site=shop',
    `?origin=${SHOP}`,
    '?site=shop&origin=*',
    '?site=shop&origin=null',
    '?site=shop&origin=javascript:x',
    '?site=shop&origin=https://shop.example/path',
    '?site=shop&origin=https://user@shop.example',
  ])('[F5] is refused as %j', (search) => {
    expect(readFrameAddress(`${search}&locale=en`)).toBeNull();
  });

  it.each(['', '&locale=', '&locale=fr', '&locale=pt-BR%22'])('[F5] is refused with %j', (locale) => {
    expect(readFrameAddress(`?site=shop&origin=${SHOP}${locale}`)).toBeNull();
  });
});

describe('the frame’s end', () => {
  it.each([
    [null],
    [undefined],
    ['atende'],
    [{}],
    [{ ...HOST, siteKey: 'another' }],
    [{ ...HOST, siteKey: null }],
    [{ ...HOST, url: 7 }],
    [{ ...HOST, isOpen: 'yes' }],
    [{ ...HOST, wishes: undefined }],
  ])('[W2] does not take %j for the loader’s word', (data) => {
    expect(isHostState(data, 'shop')).toBe(false);
  });

  it('[M8] as a page of its own, hands its port to the frame of its own origin that opened it', async () => {
    const posted: unknown[][] = [];
    vi.stubGlobal('parent', globalThis);
    vi.stubGlobal('location', { origin: SERVER });
    vi.stubGlobal('opener', { postMessage: (...parts: unknown[]) => void posted.push(parts) });
    const linking = linkPage({ siteKey: 'shop', pageOrigin: SHOP });
    const [[word, target, [port]]] = posted as [[string, string, [MessagePort]]];
    expect([word, target]).toEqual([HELLO, SERVER]);
    port.postMessage(HOST);
    expect((await linking).host).toEqual(HOST);
    port.close();
  });

  it('[M8] as a page that nobody opened, tells nobody', () => {
    vi.stubGlobal('parent', globalThis);
    vi.stubGlobal('location', { origin: SERVER });
    vi.stubGlobal('opener', null);
    expect(() => void linkPage({ siteKey: 'shop', pageOrigin: SHOP })).not.toThrow();
  });

  it('[F5] hands its port to a page of exactly the origin it was opened for', async () => {
    const posted: unknown[][] = [];
    vi.stubGlobal('parent', { postMessage: (...parts: unknown[]) => void posted.push(parts) });
    const linking = linkPage({ siteKey: 'shop', pageOrigin: SHOP });
    const [[word, target, [port]]] = posted as [[string, string, [MessagePort]]];
    expect([word, target]).toEqual([HELLO, SHOP]);
    port.postMessage({ hostile: true });
    port.postMessage(HOST);
    const link = await linking;
    expect(link.host).toEqual(HOST);
    link.tell(PANEL);
    expect(await nextOf(port)).toEqual(PANEL);
    port.close();
  });

  it('[W2] tells a listener that comes late how the page stands by now', async () => {
    let port: MessagePort | undefined;
    vi.stubGlobal('parent', {
      postMessage: (_word: string, _target: string, ports: MessagePort[]) => {
        [port] = ports;
      },
    });
    const linking = linkPage({ siteKey: 'shop', pageOrigin: SHOP });
    port?.postMessage(HOST);
    const link = await linking;
    const closed = { ...HOST, isOpen: false };
    const news = new Promise<HostState>((resolve) => link.listen((host) => !host.isOpen && resolve(host)));
    port?.postMessage(closed);
    expect(await news).toEqual(closed);
    port?.close();
  });
});

describe('the page’s end', () => {
  const frame = { contentWindow: {} as Window };
  let hear: (event: object) => void = () => {};
  beforeEach(() => {
    vi.stubGlobal('addEventListener', (_name: string, listener: (event: object) => void) => {
      hear = listener;
    });
  });

  const hello = (overrides: object = {}) => {
    const { port1, port2 } = new MessageChannel();
    hear({ source: frame.contentWindow, origin: SERVER, data: HELLO, ports: [port2], ...overrides });
    return { port1, port2 };
  };

  it('[W2] tells all it knows over the port of its own frame', async () => {
    linkFrame(
      frame,
      SERVER,
      () => HOST,
      () => {},
    );
    const { port1 } = hello();
    expect(await nextOf(port1)).toEqual(HOST);
    port1.close();
  });

  it.each([
    ['another window', { source: {} }],
    ['another origin', { origin: 'https://atende.example.evil.com' }],
    ['another scheme', { origin: 'http://atende.example' }],
    ['another word', { data: { type: 'atende' } }],
    ['no port', { ports: [] }],
  ])('[W2] takes nothing from %s', (_, overrides) => {
    const hostState = vi.fn(() => HOST);
    const tell = linkFrame(frame, SERVER, hostState, () => {});
    const { port1, port2 } = hello(overrides);
    tell();
    expect(hostState).not.toHaveBeenCalled();
    port1.close();
    port2.close();
  });

  it('[W2] acts on what has the panel’s shape only', async () => {
    const acts: PanelState[] = [];
    let acted: () => void = () => {};
    const done = new Promise<void>((resolve) => {
      acted = resolve;
    });
    linkFrame(
      frame,
      SERVER,
      () => HOST,
      (panel) => {
        acts.push(panel);
        acted();
      },
    );
    const { port1 } = hello();
    for (const data of [
      null,
      'close',
      { badge: '1' },
      { ...PANEL, name: 7 },
      { ...PANEL, siteVersion: '4' },
      PANEL,
    ])
      port1.postMessage(data);
    await done;
    expect(acts).toEqual([PANEL]);
    port1.close();
  });
});
