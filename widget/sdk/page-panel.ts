import type { Locale } from '../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';
import type { HostState, PanelState, SnippetWishes } from '../bridge/messages';
import { linkFrame } from '../bridge/page-end';
import { add } from './page/add';
import { ALLOW } from './frame-allow';
import type { keepPage, PageKeeper } from './keep-page';
import { DIALOG_ID, type Launcher } from './launcher/launcher';
import { FULL_SCREEN, panelRules } from './panel-style';
import { readState, writeState } from './site-storage';

const CLOSE = { 'pt-BR': 'Fechar', en: 'Close', es: 'Cerrar' };

/** The delay in ms before a failed fetch of the page's own script is retried. */
const ASK_AGAIN_MS = 2_000;

export interface PagePanel {
  toggle(): void;
  /** Resumes the interaction that an earlier page, or another tab, left live. */
  resume(): void;
  /** Applies newer settings of the site. */
  renew(config: SiteConfig): void;
}

export interface PanelContext {
  readonly base: string;
  /** The key of the saved state in the site's storage. */
  readonly key: string;
  readonly config: SiteConfig;
  readonly locale: Locale;
  readonly wishes: SnippetWishes;
  readonly launcher: Launcher;
}

/** Draws the dialog with the frame in it, and keeps page and frame informed of each other's state. */
export function openPanel(
  { base, key, locale, wishes, launcher, config }: PanelContext,
  framePath = 'frame?',
): PagePanel {
  const [, button, dressLauncher] = launcher;
  const root = button.getRootNode() as ShadowRoot;
  const viewport = visualViewport as VisualViewport;
  const dialog = add(root, 'div', { id: DIALOG_ID, role: 'dialog' });
  const frame = add(dialog, 'iframe', {
    allow: ALLOW,
    src: `${base}/widget/${framePath}site=${config.siteKey}&origin=${origin}&locale=${locale}`,
  });
  // The cover is in front of the frame until the frame's first message: it can close a panel that may never load.
  const cover = add(dialog, 'section');
  const out = add(cover, 'button', { 'aria-label': CLOSE[locale] });
  let isOpen = false;
  let shallReopen = false;
  let keeper: PageKeeper | undefined;
  let latest: PanelState | undefined;
  let links = 0;
  let loads = 0;
  let tries = 0;

  const isFullScreen = () => matchMedia(FULL_SCREEN).matches;
  const hostState = (): HostState => ({
    siteKey: config.siteKey,
    wishes,
    saved: readState(key),
    isOpen,
    hasFocus: root.activeElement === frame,
    isFullScreen: isFullScreen(),
    url: document.URL,
    title: keeper?.ownTitle() ?? document.title,
    referrer: document.referrer,
  });
  const tell = linkFrame(frame, new URL(base).origin, hostState, act, () => (links += 1));

  /** Updates the attributes and measures of button and dialog to the current state. */
  function draw(): void {
    button.setAttribute('aria-expanded', `${isOpen}`);
    dialog.setAttribute('aria-modal', `${isOpen && isFullScreen()}`);
    dialog.style.cssText = `--t:${viewport.offsetTop}px;--h:${viewport.height}px`;
  }

  function show(shall: boolean): void {
    isOpen = shall;
    draw();
    keeper?.turned(isOpen, isOpen && isFullScreen());
  }

  function toggle(): void {
    shallReopen = false;
    show(!isOpen);
    (isOpen ? (cover.isConnected ? out : frame) : button).focus();
    tell();
  }

  function act(panel: PanelState): void {
    if (cover.contains(root.activeElement)) frame.focus();
    cover.remove();
    if (panel.saved) writeState(key, panel.saved);
    if (panel.isClosing && isOpen) toggle();
    if (panel.isLive && shallReopen) {
      shallReopen = false;
      show(true);
      tell();
    }
    button.setAttribute('aria-label', panel.name);
    latest = panel;
    keeper?.take(panel);
  }

  /** Fetches the script with the page's other tasks (`keepPage`), in parallel with the frame. */
  function keep(): void {
    (import(`${base}/widget/assets/page.js?${tries++}`) as Promise<{ keepPage: typeof keepPage }>).then(
      (page) => {
        keeper = page.keepPage({
          base,
          button,
          config: () => config,
          cover,
          frame,
          links: () => links,
          loads: () => loads,
          locale,
          renew,
          tell,
          toggle,
        });
        show(isOpen);
        if (latest) keeper.take(latest);
      },
      () => setTimeout(keep, ASK_AGAIN_MS),
    );
  }

  function renew(newer: SiteConfig): void {
    config = newer;
    const sheet = dressLauncher(config);
    for (const rule of panelRules(config)) sheet.insertRule(rule, sheet.cssRules.length);
    dialog.ariaLabel = frame.title = config.companyName;
  }

  frame.onload = () => (loads += 1);
  out.append('×');
  out.onclick = toggle;
  renew(config);
  keep();
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && isOpen) toggle();
  });
  addEventListener('storage', tell);
  viewport.addEventListener('scroll', draw);
  viewport.addEventListener('resize', () => {
    draw();
    tell();
  });
  draw();
  return {
    toggle,
    renew,
    // The panel opens only for a live interaction, and only in a visible tab. On a phone it would hide the page that the visitor
    // has just chosen to see: there it stays behind its badge.
    resume: () => {
      shallReopen = !!readState(key)?.isOpen && !isFullScreen() && !document.hidden;
    },
  };
}
