import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';
import type { PanelState } from '../bridge/messages';
import { add } from './page/add';
import { createBackStep } from './page/back-step';
import { writeCover, type CoverContext } from './page/cover';
import { createTitleMark } from './page/title-mark';

/** How often the page is looked at for a new address or title, in ms. */
const LOOK_EVERY_MS = 1_000;

export interface PageKeeper {
  /** What the frame says of how things stand. */
  take(panel: PanelState): void;
  /** Whether the panel is open now, and takes the whole screen. */
  turned(isOpen: boolean, isWholeScreen: boolean): void;
  /** The title as the page itself set it. */
  ownTitle(): string;
}

export interface KeepPageContext extends CoverContext {
  readonly base: string;
  /** The launcher. */
  readonly button: HTMLElement;
  /** What the site looks like now. */
  readonly config: () => SiteConfig;
  readonly renew: (config: SiteConfig) => void;
  /** Tells the frame how the page stands. */
  readonly tell: () => void;
  readonly toggle: () => void;
}

/** A sheet of its own, which no newer look of the site replaces: of the unread count, the words before the frame, and the dialog's edge. */
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

/** What the page does for a panel that is there, as time goes by: its title and address, the browser's back, the site's settings. */
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

  /** Puts on what an admin has changed meanwhile. What does not come leaves the launcher as it is. */
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

  /** Single-page sites change address and title in many ways, the title often later than the address [W2]; wrapping `history` might break some. */
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
