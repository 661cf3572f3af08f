import type { SiteConfig } from '../../../plugins/attendance/protocol/settings/site';

/** The paths of the launcher's icons, in the style of the panel's: filled, on a 24 px grid. */
const ICONS: Readonly<Record<SiteConfig['icon'], string>> = {
  chat: 'M5 3h14q3 0 3 3v9q0 3-3 3H10l-5 4v-4q-3 0-3-3V6q0-3 3-3z',
  question:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-4 7h2.4a1.7 1.7 0 1 1 2.5 1.5c-1 .6-2 1.4-2 2.9v.6h2.3v-.4c0-.8.6-1.2 1.3-1.7A4 4 0 1 0 8 9zm2.8 6.5v2.4h2.4v-2.4z',
  headset:
    'M12 2a9 9 0 0 1 9 9v7a4 4 0 0 1-4 4h-5v-2h5q2 0 2-2h-4v-7h4a7 7 0 0 0-14 0h4v7H6a3 3 0 0 1-3-3v-4a9 9 0 0 1 9-9z',
  hand: 'M9 3.2a1.4 1.4 0 0 1 2.8 0V10h.7V2.6a1.4 1.4 0 0 1 2.8 0V10h.7V4.4a1.4 1.4 0 0 1 2.8 0V15a7 7 0 0 1-12.6 4.2L2.5 14a1.5 1.5 0 0 1 2.2-2l1.5 1.4V5.6a1.4 1.4 0 0 1 2.8 0V10z',
};

/**
 * Returns the launcher's rules; `:before` is the icon. The host element takes no part in any layout of the page's, and no layer
 * of its own. The ink is white or black, whichever is read better on the brand's colour: both have 4.5:1 where CIE's lightness is
 * 49.9. A browser without relative colours keeps white.
 */
export function launcherStyle({ colour, icon, layer, position, offsetX, offsetY }: SiteConfig): string {
  return (
    `:host{all:initial!important;position:absolute!important;inset:0 auto auto 0!important}` +
    `button{position:fixed;${position}:${offsetX}px;bottom:calc(${offsetY}px + env(safe-area-inset-bottom));z-index:${layer};` +
    `height:60px;padding:0 18px;display:flex;align-items:center;gap:10px;border:0;border-radius:30px;` +
    `box-shadow:0 6px 24px #0004;font:600 16px system-ui;cursor:pointer;forced-color-adjust:none;` +
    `background:${colour};color:#fff;color:lab(from ${colour} calc((49.9 - l)*999) 0 0)}` +
    `:before{content:'';width:24px;height:24px;background:currentColor;clip-path:` +
    `path("${ICONS[icon]}")}` +
    `@media print{:host{display:none!important}}`
  );
}
