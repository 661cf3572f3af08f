import type { Appearance } from '../../plugins/attendance/protocol/rest';
import { launcherStyle } from './launcher-style';

/** A tuple, whose names cost the loader nothing. The panel holds the frame, once there is one. */
export type Launcher = readonly [
  host: HTMLElement,
  button: HTMLElement,
  badge: HTMLElement,
  panel: HTMLElement,
];

/** Draws the launcher and the empty panel in a shadow root, node by node: a host may demand Trusted Types. */
export function drawLauncher(look: Appearance): Launcher {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const button = add(root, 'button');
  const panel = add(root, 'div');
  sheet.replaceSync(launcherStyle(look));
  root.adoptedStyleSheets = [sheet];
  panel.id = panel.role = 'dialog';
  panel.ariaLabel = look.companyName;
  button.setAttribute('aria-controls', 'dialog');
  add(button, 'i');
  button.append(look.launcherText);
  return [host, button, add(button, 'b'), panel];
}

export function add<Tag extends keyof HTMLElementTagNameMap>(
  parent: ParentNode,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  parent.append(element);
  return element;
}
