import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';
import type { PanelState } from '../bridge/messages';
import { add } from './page/add';
import { createBackStep } from './page/back-step';
import { writeCover, type CoverContext } from './page/cover';
import { createTitleMark } from './page/title-mark';

/** The interval in ms at which the page is polled for a new address or title. */
const LOOK_EVERY_MS = 1_000;

export interface PageKeeper {
  /** Applies the panel's state, which the frame reports: the unread count, and newer settings of the site. */
  take(panel: PanelState): void;
  /** Handles a change of the panel: whether it is open now, and whether it covers the whole screen. */
  turned(isOpen: boolean, isWholeScreen: boolean): void;
  /** Returns the title as the page itself set it. */
  ownTitle(): string;
}

export interface KeepPageContext extends CoverContext {
  readonly base: string;
  /** The launcher's button. */
  readonly button: HTMLElement;
  /** Returns the site's current settings. */
  readonly config: () => SiteConfig;
  readonly renew: (config: SiteConfig) => void;
  /** Sends the page's current state to the frame. */
  readonly tell: () => void;
  readonly toggle: () => void;
}

/** The rules of unread count, cover text and dialog's edge, in a sheet of their own that new settings do not replace. */
const STYLE =
  `b{position:absolute;top:-4px;right:-4px;padding:0 7px;border-radius:30px;background:#d92d20;color:#fff;` +
  `font:600 13px/22px system-ui}` +
  `section{display:grid;place-content:center;justify-items:center;gap:16px;padding:24px;background:Canvas;color:CanvasText;` +
  `font:16px/1.4 system-ui;text-align:center}` +
  `section:before{margin:8px;transform:scale(1.6);opacity:.7}` +
  `section button{min-width:44px;margin:12px;border:0;border-radius:10px;background:none;color:inherit;font:26px system-ui;cursor:pointer}` +
  `section p~*{position:static;width:auto;margin:0;padding:0 18px;border:1px solid;font:600 16px system-ui}` +
  `b:empty,p+:empty{display:none}p{margin:0}` +
  `@media(forced-colors:active){div{border:1px solid}}`;

/** Maintains title, address, the browser's back and the site's settings while there is a panel. Returns its controls. */
export function keepPage({
  base,
  button,
  config,
  renew,
  tell,
  toggle,
  ...covered
}: KeepPageContext): PageKeeper {
  const sheet = new CSSStyleSheet();
  const badge = add(button, 'b');
  const title = createTitleMark();
  const askAgain = writeCover(covered);
  const back = createBackStep(toggle);
  let asked = 0;
  let count = '';
  let seen = '';

  /** Fetches and applies settings that an admin has changed meanwhile. If the fetch fails, the launcher stays as it is. */
  function follow(newer: number): void {
    const { siteKey, version } = config();
    if (newer <= version || newer <= asked) return;
    asked = newer;
    fetch(`${base}/sites/${siteKey}/config?version=${newer}`)
      .then((answer) => answer.json() as Promise<{ data: SiteConfig }>)
      .then(
        ({ data }) => renew(data),
        () => {},
      );
  }

  /** Polls title and address: sites change both in many ways, the title often late [W2]; wrapping `history` might break some. */
  function look(): void {
    title.show(count);
    if (seen !== (seen = document.URL + title.ownTitle())) tell();
  }

  sheet.replaceSync(STYLE);
  (button.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
  setInterval(look, LOOK_EVERY_MS);
  return {
    take({ badge: unread, siteVersion }) {
      follow(siteVersion);
      count = unread;
      badge.textContent = count;
      title.show(count);
    },
    turned(isOpen, isWholeScreen) {
      if (isOpen) askAgain();
      back.turned(isWholeScreen);
    },
    ownTitle: title.ownTitle,
  };
}
