import type { SiteConfig } from '../../plugins/attendance/protocol/rest';
import type { HostState, SnippetWishes, PanelState } from '../bridge/messages';
import { chooseLanguage } from '../bridge/choose-language';
import { linkFrame } from '../bridge/page-end';
import { add, drawLauncher } from './launcher';
import { FULL_SCREEN_WIDTH } from './launcher-style';
import { readState, writeState } from './site-storage';

/** What the frame may ask the browser for; most of it is for calls. */
const ALLOW = 'camera;microphone;autoplay;display-capture;fullscreen;clipboard-write;screen-wake-lock';

/** The launcher's first name; later ones, with the unread count, come from the frame. aria-expanded tells whether it is open. */
const OPEN = { pt: 'Abrir atendimento', en: 'Open chat', es: 'Abrir chat' };

/** Draws the launcher. The frame comes with the first click, or at once when an interaction is to be resumed [P2, W5]. */
export function startWidget(base: string, config: SiteConfig, wishes: SnippetWishes): void {
  const { siteKey, appearance } = config;
  const key = `atende.${siteKey}`;
  const saved = readState(key);
  const viewport = visualViewport as VisualViewport;
  const [host, button, badge, panel] = drawLauncher(appearance);
  let frame: HTMLIFrameElement | undefined;
  let tell: (() => void) | undefined;
  let isOpen = false;
  /** Before the page's own title while something is unread [W6]. */
  let mark = '';
  let seen = '';

  function isFullScreen(): boolean {
    return innerWidth <= FULL_SCREEN_WIDTH;
  }

  function hostState(): HostState {
    const { title, URL: url, referrer } = document;
    return {
      config,
      wishes,
      saved: readState(key),
      isOpen,
      isFullScreen: isFullScreen(),
      url,
      title,
      referrer,
    };
  }

  /** Makes page and frame show how things stand; needless calls are harmless. */
  function update(): void {
    button.ariaExpanded = `${isOpen}`;
    panel.ariaModal = `${isOpen && isFullScreen()}`;
    panel.style.cssText = `--t:${viewport.offsetTop}px;--h:${viewport.height}px`;
    tell?.();
  }

  function openFrame(): void {
    frame = add(panel, 'iframe');
    frame.title = appearance.companyName;
    frame.allow = ALLOW;
    frame.src = `${base}/widget/frame?site=${siteKey}&origin=${origin}`;
    tell = linkFrame(frame, new URL(base).origin, hostState, act);
  }

  function toggle(): void {
    if (!frame) openFrame();
    isOpen = !isOpen;
    update();
    (isOpen ? frame : button)?.focus();
  }

  function act({ saved, name, badge: count, isClosing }: PanelState): void {
    if (saved) writeState(key, saved);
    if (isClosing && isOpen) toggle();
    label(name, count);
  }

  function label(name: string, count: string): void {
    const next = count && `(${count}) `;
    button.ariaLabel = name;
    badge.textContent = count;
    if (mark !== next) document.title = next + document.title.replace(mark, '');
    mark = next;
  }

  /**
   * Single-page sites change address, title and even the whole body in many ways, the title often later than the address [W2].
   * Looking once a second breaks none of them; wrapping `history` might.
   */
  function look(): void {
    if (!host.isConnected) document.body?.append(host);
    if (seen !== (seen = document.URL + document.title)) update();
  }

  label(OPEN[chooseLanguage([wishes.locale, ...navigator.languages, config.defaultLocale])], '');
  if (saved?.isLive) {
    openFrame();
    // On a phone the panel would hide the page that the visitor has just chosen to see: there it waits behind its badge.
    isOpen = saved.isOpen && !isFullScreen();
  }
  button.onclick = toggle;
  button.onkeydown = (event) => {
    if (event.key === 'Escape' && isOpen) toggle();
  };
  addEventListener('storage', update);
  viewport.addEventListener('resize', update);
  setInterval(look, 1_000);
  look();
}
