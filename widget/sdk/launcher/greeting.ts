import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig } from '../../../plugins/attendance/protocol/settings/site';
import { add } from '../page/add';
import type { Launcher } from './launcher';

const CLOSE = { 'pt-BR': 'Fechar', en: 'Close', es: 'Cerrar' };

/** The height in px that the launcher below the greeting takes. */
const LAUNCHER = 74;

function greetingStyle({ layer, position, offsetX, offsetY, scheme }: SiteConfig): string {
  return (
    `:host{all:initial!important}` +
    `div{position:fixed;${position}:${offsetX}px;bottom:calc(${offsetY + LAUNCHER}px + env(safe-area-inset-bottom));` +
    `z-index:${layer};display:flex;align-items:flex-start;max-width:min(300px,100vw - ${offsetX + 20}px);` +
    `box-sizing:border-box;border-radius:16px;background:Canvas;color:CanvasText;` +
    `color-scheme:${scheme};box-shadow:0 8px 32px #0003,0 1px 4px #0002;animation:in .2s}` +
    `p{margin:0;min-width:0}` +
    `button{border:0;border-radius:16px;background:none;color:inherit;font:15px/1.4 system-ui;text-align:start;cursor:pointer;` +
    `overflow-wrap:anywhere;padding:14px 0 14px 16px}` +
    `p+button{flex:none;width:44px;height:44px;padding:0;text-align:center;font-size:20px;opacity:.7}` +
    `@keyframes in{from{opacity:0;transform:translateY(8px)}}` +
    `@media(prefers-reduced-motion){div{animation:none}}` +
    `@media(forced-colors:active){div{border:1px solid}}`
  );
}

/**
 * Shows a greeting beside the launcher. Returns a function that removes it. The greeting has a root of its own, so that no rule
 * of launcher or dialog concerns it, before theirs, where a screen reader reads it first.
 */
export function showGreeting(
  { config, locale, launcher: [, button] }: { config: SiteConfig; locale: Locale; launcher: Launcher },
  text: string,
  open: () => void,
): () => void {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(greetingStyle(config));
  root.adoptedStyleSheets = [sheet];
  const bubble = add(root, 'div', { role: 'group', 'aria-label': config.companyName });
  // A live region announces what is inserted into it, not what it was created with.
  const line = add(bubble, 'p', { role: 'status' });
  const close = add(bubble, 'button', { 'aria-label': CLOSE[locale] });
  close.append('×');
  (button.getRootNode() as ShadowRoot).prepend(host);
  setTimeout(() => {
    const words = add(line, 'button');
    words.append(text);
    words.onclick = open;
  });

  function onKey({ isComposing, key }: KeyboardEvent): void {
    if (key === 'Escape' && !isComposing) hide();
  }
  function hide(): void {
    const hadFocus = root.activeElement !== null;
    removeEventListener('keydown', onKey);
    host.remove();
    if (hadFocus) button.focus();
  }
  close.onclick = hide;
  button.addEventListener('click', hide, { once: true });
  addEventListener('keydown', onKey);
  return hide;
}
