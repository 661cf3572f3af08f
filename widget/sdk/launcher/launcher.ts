import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig } from '../../../plugins/attendance/protocol/settings/site';
import { add } from '../page/add';
import { launcherStyle } from './launcher-style';

/** The launcher's elements, and `dress`, which applies the site's settings, now and later. A tuple: names would cost bytes. */
export type Launcher = readonly [
  host: HTMLElement,
  button: HTMLElement,
  dress: (config: SiteConfig) => CSSStyleSheet,
];

/** The id of the dialog that the panel's script draws; the button's `aria-controls` names it. */
export const DIALOG_ID = 'atende';

/** Draws the launcher, with a constructed sheet, which no policy of the host concerns. Others draw in its button's root. */
export function drawLauncher(config: SiteConfig, locale: Locale, name: string): Launcher {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const button = add(root, 'button', {
    'aria-label': name,
    'aria-expanded': 'false',
    'aria-controls': DIALOG_ID,
  });
  const text = new Text();
  function dress(look: SiteConfig): CSSStyleSheet {
    sheet.replaceSync(launcherStyle(look));
    text.data = look.launcherText[locale] ?? '';
    return sheet;
  }
  root.adoptedStyleSheets = [dress(config)];
  button.append(text);
  return [host, button, dress];
}
