import type { Appearance } from '../../plugins/attendance/protocol/rest';

/** Up to this width the panel takes the whole screen. */
export const FULL_SCREEN_WIDTH = 667;

/**
 * The launcher's whole style, for a constructed sheet, which no content security policy of the host concerns. `div` is the panel,
 * `i` the icon, `b` the unread count. `--t` and `--h` are the visual viewport's top and height: with them an on-screen keyboard
 * does not cover the composer. The ink is white or black, whichever is read better on the brand's colour: both have 4.5:1 where
 * CIE's lightness is 49.9. A browser without relative colours keeps white.
 */
export function launcherStyle({ colour, position, offsetX, offsetY }: Appearance): string {
  const open = '[aria-expanded=true]';
  return (
    `:host{all:initial!important}` +
    `button,div{position:fixed;${position}:${offsetX}px;z-index:2147483000;border:0;border-radius:30px;box-shadow:0 8px 32px #0004;transition:.18s}` +
    `button{bottom:calc(${offsetY}px + env(safe-area-inset-bottom));height:60px;padding:0 18px;display:flex;align-items:center;` +
    `gap:10px;font:600 16px system-ui;cursor:pointer;forced-color-adjust:none;` +
    `background:${colour};color:#fff;color:lab(from ${colour} calc((49.9 - l)*999) 0 0)}` +
    `i{width:24px;height:24px;background:currentColor;clip-path:` +
    `path("M5 3h14q3 0 3 3v9q0 3-3 3H10l-5 4v-4q-3 0-3-3V6q0-3 3-3z")}` +
    `${open} i{clip-path:path("M3 6l9 8 9-8v4l-9 8-9-8z")}` +
    `b{position:absolute;top:-5px;right:-5px;padding:0 7px;border-radius:30px;background:#d92d20;color:#fff;font:600 13px/22px system-ui}` +
    `b:empty{display:none}` +
    `div{bottom:${offsetY + 72}px;width:384px;height:min(700px,100vh - ${offsetY + 92}px);border-radius:16px;` +
    `opacity:0;visibility:hidden}` +
    `${open}+div{opacity:1;visibility:visible}` +
    `iframe{width:100%;height:100%;border:0;border-radius:inherit}` +
    `@media(max-width:${FULL_SCREEN_WIDTH}px){div{inset:var(--t) 0 auto;width:100%;height:var(--h);border-radius:0}${open}{display:none}}` +
    `@media(prefers-reduced-motion){*{transition:none!important}}` +
    `@media print{*{display:none!important}}`
  );
}
