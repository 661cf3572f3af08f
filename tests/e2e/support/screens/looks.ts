import type { Frame, Page } from '@playwright/test';

import { expect } from '../fixtures';
import { comeToRest } from './rest';

/** How the launcher stands in a page: what it is called, where, and in which dress. */
export interface LauncherLook {
  readonly box: readonly number[];
  readonly text: string;
  readonly style: Readonly<Record<string, string>>;
  readonly icon: string;
}

const LAUNCHER_STYLES = [
  'position',
  'backgroundColor',
  'color',
  'borderRadius',
  'boxShadow',
  'fontSize',
  'fontWeight',
  'fontFamily',
  'paddingLeft',
  'zIndex',
] as const;

/** A site that follows the visitor's system offers both schemes, and the preview the one that it is asked for: colours say what came of it. */
const PANEL_STYLES = ['borderRadius', 'boxShadow', 'backgroundColor', 'zIndex'] as const;

/** Of the elements in the panel's own document that wear what an admin sets. */
const INNER_STYLES = [
  'color',
  'backgroundColor',
  'borderColor',
  'borderRadius',
  'fontSize',
  'fontWeight',
  'fontFamily',
] as const;

/** The launcher as the browser shows it, in the numbers of its own page. */
export async function lookOfLauncher(page: Page | Frame): Promise<LauncherLook> {
  const button = page.getByRole('button', { expanded: false, name: /^Abrir atendimento/ });
  await expect(button).toBeVisible();
  return button.evaluate((element, names) => {
    const style = getComputedStyle(element);
    const { height, width, x, y } = element.getBoundingClientRect();
    return {
      box: [x, y, width, height],
      text: element.textContent ?? '',
      style: Object.fromEntries(names.map((name) => [name, style[name]])),
      icon: getComputedStyle(element, ':before').clipPath,
    };
  }, LAUNCHER_STYLES);
}

export interface PanelLook {
  readonly box: readonly number[];
  readonly style: Readonly<Record<string, string>>;
  /** Everything that is seen in it, from top to bottom. */
  readonly inside: readonly object[];
}

/** The open panel: its place in the page, and everything in it with its words, place and dress. */
export async function lookOfPanel(page: Page | Frame, inner: Frame): Promise<PanelLook> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  // It comes up in a motion of its own.
  await expect
    .poll(() => dialog.evaluate((element) => element.getAnimations().length), 'the panel has come to rest')
    .toBe(0);
  const outside = await dialog.evaluate((element, names) => {
    const style = getComputedStyle(element);
    const { height, width, x, y } = element.getBoundingClientRect();
    return {
      box: [x, y, width, height],
      style: Object.fromEntries(names.map((name) => [name, style[name]])),
    };
  }, PANEL_STYLES);
  // The preview leaves the focus with the admin; in the shop the first field has it, and shows that.
  await inner.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await comeToRest(inner);
  const inside = await inner.evaluate(
    (names) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'header, h1, h2, header p, .avatar, .avatar img, .channel, label, input, button.primary, .consent, main p',
        ),
      ].map((element) => {
        const style = getComputedStyle(element);
        const { height, width, x, y } = element.getBoundingClientRect();
        return {
          what: element.tagName,
          words: element.children.length === 0 ? element.textContent : '',
          picture: element instanceof HTMLImageElement ? element.src : '',
          box: [x, y, width, height],
          style: Object.fromEntries(names.map((name) => [name, style[name]])),
        };
      }),
    INNER_STYLES,
  );
  return { ...outside, inside };
}

/** The frame whose address has this, once it is there. */
export async function frameWith(page: Page, address: RegExp): Promise<Frame> {
  await expect.poll(() => page.frames().filter((frame) => address.test(frame.url())).length).toBe(1);
  const frame = page.frames().find((each) => address.test(each.url()));
  if (frame === undefined) throw new Error(`no frame of ${address.source}`);
  return frame;
}
