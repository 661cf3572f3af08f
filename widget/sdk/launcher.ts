import type { Appearance } from '../../plugins/attendance/protocol/rest';
import { add } from './add';
import { launcherStyle } from './launcher-style';

/** A tuple, whose names cost the loader nothing. The button's root is where the panel's script adds its dialog. */
export type Launcher = readonly [host: HTMLElement, button: HTMLElement];

/** The button's id in `aria-controls`: the dialog that the panel's script draws. */
export const DIALOG_ID = 'atende';

/** Its style is a constructed sheet, which no content security policy of the host concerns. */
export function drawLauncher(look: Appearance, name: string): Launcher {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const button = add(root, 'button', {
    'aria-label': name,
    'aria-expanded': 'false',
    'aria-controls': DIALOG_ID,
  });
  sheet.replaceSync(launcherStyle(look));
  root.adoptedStyleSheets = [sheet];
  button.append(look.launcherText);
  return [host, button];
}
