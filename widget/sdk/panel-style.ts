import type { SiteConfig } from '../../plugins/attendance/protocol/site';

/** Up to this width the panel takes the whole screen. */
export const FULL_SCREEN_WIDTH = 667;

/** Room of the launcher beneath the panel, in px. */
const LAUNCHER = 72;

/** Air above the panel, in px. */
const AIR = 20;

/**
 * The panel's rules in the host's page, after the launcher's; `div` is the dialog, `b` the launcher's unread count. `--t` and `--h`
 * are the visual viewport's top and height: with them an on-screen keyboard does not cover the composer. Only the page knows a
 * screen's safe areas: the frame is told none.
 */
export function panelRules({ colour, position, offsetX, offsetY, scheme }: SiteConfig): readonly string[] {
  const open = '[aria-expanded=true]';
  const bottom = offsetY + LAUNCHER;
  const safe = (edge: string) => `env(safe-area-inset-${edge})`;
  return [
    `button{outline-offset:3px}`,
    `b{position:absolute;top:-4px;right:-4px;padding:0 7px;border-radius:30px;background:#d92d20;color:#fff;` +
      `font:600 13px/22px system-ui}`,
    `b:empty{display:none}`,
    `${open}:before{clip-path:path("M3 6l9 8 9-8v4l-9 8-9-8z")}`,
    `div{position:fixed;${position}:${offsetX}px;bottom:${bottom}px;z-index:2147483000;box-sizing:border-box;overflow:hidden;` +
      `width:392px;max-width:calc(100vw - ${offsetX + AIR}px);height:min(700px,100vh - ${bottom + AIR}px);` +
      `border-radius:16px;background:Canvas;color-scheme:${scheme};box-shadow:0 12px 48px #0003,0 2px 8px #0001;` +
      `opacity:0;visibility:hidden;transform:translateY(8px)}`,
    `${open}+div{opacity:1;visibility:visible;transform:none;transition:opacity .18s,transform .18s}`,
    `iframe{display:block;width:100%;height:100%;border:0}`,
    `@media(max-width:${FULL_SCREEN_WIDTH}px){${open}{display:none}` +
      `div{inset:var(--t) 0 auto;width:100%;max-width:none;height:var(--h);border-radius:0;` +
      `padding:${['top', 'right', 'bottom', 'left'].map(safe).join(' ')};` +
      `background:linear-gradient(${colour} 76px,Canvas 0)}}`,
    `@media(prefers-reduced-motion){div{transition:none!important}}`,
    `@media(forced-colors:active){div{border:1px solid}}`,
  ];
}
