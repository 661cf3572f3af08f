import type { Locale } from '../../plugins/attendance/protocol/shared/choices';
import { HELLO, type HostState, type PanelState } from './messages';

export interface PageLink {
  /** The page's state when it answered. */
  readonly host: HostState;
  readonly tell: (panel: PanelState) => void;
  /** Sets the one listener of the page's state; it is called with the current state at once. */
  readonly listen: (onHost: (host: HostState) => void) => void;
}

export interface FrameAddress {
  readonly siteKey: string;
  readonly pageOrigin: string;
  /** The language that the loader has chosen among the site's. */
  readonly locale: Locale;
}

/** An origin: scheme and host, no path. */
const ORIGIN = /^https?:\/\/[^/?#@]+$/;

const LOCALE = /^(pt-BR|en|es)$/;

/**
 * Reads from the frame's query which site and page it is for; null when it is malformed. The `origin` parameter is a claim. The
 * browser enforces it: through the frame-ancestors that the server sends, and because the only port is handed to a page of
 * exactly that origin or to nobody.
 */
export function readFrameAddress(search: string): FrameAddress | null {
  const parameters = new URLSearchParams(search);
  const siteKey = parameters.get('site');
  const pageOrigin = parameters.get('origin');
  const locale = parameters.get('locale') ?? '';
  if (!siteKey || !pageOrigin || !ORIGIN.test(pageOrigin) || !LOCALE.test(locale)) return null;
  return { siteKey, pageOrigin, locale: locale as Locale };
}

/** Returns whether a message is a `HostState` from the loader of this very site. */
export function isHostState(data: unknown, siteKey: string): data is HostState {
  const host = data as Partial<HostState> | null | undefined;
  return (
    host?.siteKey === siteKey &&
    typeof host.url === 'string' &&
    typeof host.isOpen === 'boolean' &&
    typeof host.wishes === 'object'
  );
}

/** Hands the page a port and waits for its first message. It stays pending if none comes: then nobody sees the frame. */
export function linkPage({ siteKey, pageOrigin }: Omit<FrameAddress, 'locale'>): Promise<PageLink> {
  const { port1: port, port2 } = new MessageChannel();
  let latest: HostState | undefined;
  let hear: (host: HostState) => void = () => {};
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isHostState(data, siteKey)) return;
    latest = data;
    hear(data);
  };
  const listen: PageLink['listen'] = (onHost) => {
    hear = onHost;
    if (latest) onHost(latest);
  };
  return new Promise((resolve) => {
    hear = (host) => resolve({ host, listen, tell: (panel) => port.postMessage(panel) });
    // In a tab of its own the panel belongs to the frame that opened it [M8], which is of this very origin; to any other opener
    // the browser delivers nothing.
    if (parent !== (globalThis as unknown)) parent.postMessage(HELLO, pageOrigin, [port2]);
    else (opener as Window | null)?.postMessage(HELLO, location.origin, [port2]);
  });
}
