import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig } from '../../../plugins/attendance/protocol/settings/site';
import { add } from '../page/add';
import { launcherStyle } from './launcher-style';

/** `dress` puts on what the site looks like; the panel's script does so again when that changes. A tuple, whose names cost the loader nothing. */
export type Launcher = readonly [
  host: HTMLElement,
  button: HTMLElement,
  dress: (config: SiteConfig) => CSSStyleSheet,
];

/** The button's id in `aria-controls`: the dialog that the panel's script draws. */
export const DIALOG_ID = 'atende';

/** Its style is a constructed sheet, which no content security policy of the host concerns. The button's root is where others draw. */
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
