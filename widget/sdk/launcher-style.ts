import type { Appearance } from '../../plugins/attendance/protocol/rest';

/**
 * The launcher's style; `:before` is the icon. The ink is white or black, whichever is read better on the
 * brand's colour: both have 4.5:1 where CIE's lightness is 49.9. A browser without relative colours keeps white.
 */
export function launcherStyle({ colour, position, offsetX, offsetY }: Appearance): string {
  return (
    `:host{all:initial!important}` +
    `button{position:fixed;${position}:${offsetX}px;bottom:calc(${offsetY}px + env(safe-area-inset-bottom));z-index:2147483000;` +
    `height:60px;padding:0 18px;display:flex;align-items:center;gap:10px;border:0;border-radius:30px;` +
    `box-shadow:0 6px 24px #0004;font:600 16px system-ui;cursor:pointer;forced-color-adjust:none;` +
    `background:${colour};color:#fff;color:lab(from ${colour} calc((49.9 - l)*999) 0 0)}` +
    `:before{content:'';width:24px;height:24px;background:currentColor;clip-path:` +
    `path("M5 3h14q3 0 3 3v9q0 3-3 3H10l-5 4v-4q-3 0-3-3V6q0-3 3-3z")}` +
    `@media print{*{display:none!important}}`
  );
}
