import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';

/** The media query for a panel over the whole screen: too narrow, or too low, as a phone on its side or above its keyboard. */
export const FULL_SCREEN = '(max-width:667px),(max-height:480px)';

/** The height in px that the launcher below the panel takes. */
const LAUNCHER = 72;

/** The space above the panel, in px. */
const AIR = 20;

/**
 * Returns the panel's rules in the host's page, to add after the launcher's; `div` is the dialog, and `section` in it is the
 * cover of a frame that has not loaded yet. `--t` and `--h` are the visual viewport's top and height: with them an on-screen
 * keyboard does not cover the composer. Only the page knows a screen's safe areas: the frame gets none.
 */
export function panelRules({
  colour,
  layer,
  position,
  offsetX,
  offsetY,
  scheme,
}: SiteConfig): readonly string[] {
  const open = '[aria-expanded=true]';
  const bottom = offsetY + LAUNCHER;
  const safe = (edge: string) => `env(safe-area-inset-${edge})`;
  return [
    `button{outline-offset:3px}`,
    `${open}:before{clip-path:path("M3 6l9 8 9-8v4l-9 8-9-8z")}`,
    `div{position:fixed;${position}:${offsetX}px;bottom:${bottom}px;z-index:${layer};box-sizing:border-box;overflow:hidden;` +
      `width:392px;max-width:calc(100vw - ${offsetX + AIR}px);height:min(700px,100vh - ${bottom + AIR}px);` +
      `border-radius:16px;background:Canvas;color-scheme:${scheme};box-shadow:0 6px 24px #0004;` +
      `opacity:0;visibility:hidden;translate:0 8px}`,
    `${open}+div{opacity:1;visibility:visible;translate:0;transition:opacity .18s,translate .18s}`,
    `iframe{display:block;width:100%;height:100%;border:0}`,
    `section{position:absolute;inset:0}`,
    `section button{all:revert;position:absolute;right:0;height:44px}`,
    `@media${FULL_SCREEN}{${open}{display:none}` +
      `div{inset:var(--t) 0 auto;width:100%;max-width:none;height:var(--h);border-radius:0;` +
      `padding:${['top', 'right', 'bottom', 'left'].map(safe).join(' ')};` +
      `background:linear-gradient(${colour} 76px,Canvas 0)}}`,
    `@media(prefers-reduced-motion){div{transition:none!important}}`,
  ];
}
