import type { Locale } from '../../plugins/attendance/protocol/scalars';
import type { SiteConfig } from '../../plugins/attendance/protocol/site';
import type { HostState, PanelState, SnippetWishes } from '../bridge/messages';
import { linkFrame } from '../bridge/page-end';
import { add } from './add';
import { DIALOG_ID, type Launcher } from './launcher';
import { FULL_SCREEN, panelRules } from './panel-style';
import { readState, writeState } from './site-storage';
import { createTitleMark } from './title-mark';

/** What the frame may ask the browser for; most of it is for calls. */
const ALLOW = 'camera;microphone;autoplay;display-capture;fullscreen;clipboard-write;screen-wake-lock';

/** How often the page is looked at for a new address or title, in ms. */
const LOOK_EVERY_MS = 1_000;

export interface PagePanel {
  toggle(): void;
  /** Shows the interaction that an earlier page, or another tab, left alive. */
  resume(): void;
  /** Puts on what the site looks like now. */
  renew(config: SiteConfig): void;
}

export interface PanelContext {
  readonly base: string;
  /** Of the site's storage. */
  readonly key: string;
  readonly config: SiteConfig;
  readonly locale: Locale;
  readonly wishes: SnippetWishes;
  readonly launcher: Launcher;
}

/** Draws the dialog with the frame in it, and keeps page and frame told of each other. */
export function openPanel(
  { base, key, locale, wishes, launcher, ...context }: PanelContext,
  framePath = 'frame?',
): PagePanel {
  let { config } = context;
  const { siteKey } = config;
  const [, button, dressLauncher] = launcher;
  const root = button.getRootNode() as ShadowRoot;
  const viewport = visualViewport as VisualViewport;
  const title = createTitleMark();
  const dialog = add(root, 'div', { id: DIALOG_ID, role: 'dialog', 'aria-label': config.companyName });
  const frame = add(dialog, 'iframe', {
    allow: ALLOW,
    src: `${base}/widget/${framePath}site=${siteKey}&origin=${origin}&locale=${locale}`,
  });
  const badge = add(button, 'b');
  let isOpen = false;
  let shallReopen = false;
  let count = '';
  let seen = '';

  const isFullScreen = () => matchMedia(FULL_SCREEN).matches;
  const hostState = (): HostState => ({
    siteKey,
    wishes,
    saved: readState(key),
    isOpen,
    hasFocus: root.activeElement === frame,
    isFullScreen: isFullScreen(),
    url: document.URL,
    title: title.ownTitle(),
    referrer: document.referrer,
  });
  const tell = linkFrame(frame, new URL(base).origin, hostState, act);

  /** Makes the page show how things stand. */
  function draw(): void {
    button.setAttribute('aria-expanded', `${isOpen}`);
    dialog.setAttribute('aria-modal', `${isOpen && isFullScreen()}`);
    dialog.style.cssText = `--t:${viewport.offsetTop}px;--h:${viewport.height}px`;
  }

  function show(shall: boolean): void {
    isOpen = shall;
    shallReopen = false;
    draw();
  }

  function toggle(): void {
    show(!isOpen);
    (isOpen ? frame : button).focus();
    tell();
  }

  function act(panel: PanelState): void {
    if (panel.saved) writeState(key, panel.saved);
    if (panel.isClosing && isOpen) toggle();
    if (panel.isLive && shallReopen) {
      show(true);
      tell();
    }
    if (panel.siteVersion > config.version) follow(panel.siteVersion);
    button.setAttribute('aria-label', panel.name);
    badge.textContent = count = panel.badge;
    title.show(count);
  }

  /** Puts on what an admin has changed meanwhile. What does not come leaves the launcher as it is. */
  function follow(version: number): void {
    config = { ...config, version };
    fetch(`${base}/sites/${siteKey}/config?version=${version}`)
      .then((answer) => answer.json() as Promise<{ data: SiteConfig }>)
      .then(
        ({ data }) => renew(data),
        () => {},
      );
  }

  function renew(newer: SiteConfig): void {
    config = newer;
    const sheet = dressLauncher(config);
    for (const rule of panelRules(config)) sheet.insertRule(rule, sheet.cssRules.length);
    dialog.ariaLabel = frame.title = config.companyName;
  }

  /** Single-page sites change address and title in many ways, the title often later than the address [W2]; wrapping `history` might break some. */
  function look(): void {
    title.show(count);
    if (seen !== (seen = document.URL + title.ownTitle())) tell();
  }

  renew(config);
  button.addEventListener('keydown', ({ key: pressed }) => {
    if (pressed === 'Escape' && isOpen) toggle();
  });
  addEventListener('storage', tell);
  viewport.addEventListener('scroll', draw);
  viewport.addEventListener('resize', () => {
    draw();
    tell();
  });
  setInterval(look, LOOK_EVERY_MS);
  draw();
  return {
    toggle,
    renew,
    // Opens only for what is still alive, and in the tab before the visitor's eyes. On a phone it would hide the page that they have
    // just chosen to see: there it waits behind its badge.
    resume: () => {
      shallReopen = !!readState(key)?.isOpen && !isFullScreen() && !document.hidden;
    },
  };
}
