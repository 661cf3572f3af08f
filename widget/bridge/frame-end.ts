import type { Locale } from '../../plugins/attendance/protocol/shared/choices';
import { HELLO, type HostState, type PanelState } from './messages';

export interface PageLink {
  /** How the page stood when it answered. */
  readonly host: HostState;
  readonly tell: (panel: PanelState) => void;
  /** One listener; it is told at once how the page stands by now. */
  readonly listen: (onHost: (host: HostState) => void) => void;
}

export interface FrameAddress {
  readonly siteKey: string;
  readonly pageOrigin: string;
  /** As the loader has chosen it among the site's languages. */
  readonly locale: Locale;
}

/** Scheme and host, no path. */
const ORIGIN = /^https?:\/\/[^/?#@]+$/;

const LOCALE = /^(pt-BR|en|es)$/;

/**
 * Which site and page this frame is for. The `origin` parameter is a claim. The browser enforces it: through the frame-ancestors
 * that the server sends, and because the only port is handed to a page of exactly that origin or to nobody.
 */
export function readFrameAddress(search: string): FrameAddress | null {
  const parameters = new URLSearchParams(search);
  const siteKey = parameters.get('site');
  const pageOrigin = parameters.get('origin');
  const locale = parameters.get('locale') ?? '';
  if (!siteKey || !pageOrigin || !ORIGIN.test(pageOrigin) || !LOCALE.test(locale)) return null;
  return { siteKey, pageOrigin, locale: locale as Locale };
}

/** Whether this is what the loader of this very site tells. */
export function isHostState(data: unknown, siteKey: string): data is HostState {
  const host = data as Partial<HostState> | null | undefined;
  return (
    host?.siteKey === siteKey &&
    typeof host.url === 'string' &&
    typeof host.isOpen === 'boolean' &&
    typeof host.wishes === 'object'
  );
}

/** Hands the page a port and waits for its first word. Never settles on a page that does not answer: there is nobody to show it to. */
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
    // As a page of its own it belongs to the frame that opened it [M8], which is of this very origin; to any other opener the
    // browser delivers nothing.
    if (parent !== (globalThis as unknown)) parent.postMessage(HELLO, pageOrigin, [port2]);
    else (opener as Window | null)?.postMessage(HELLO, location.origin, [port2]);
  });
}
