import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import { readableOn } from '../../colour/accent';
import { inkOn } from '../../colour/contrast';
import { SURFACE } from '../../colour/surface';

/** Gives the stylesheet the brand, through the CSSOM: the frame's content security policy allows no style attributes. */
export function applyTheme({ colour, theme }: Pick<PanelConfig, 'colour' | 'theme'>): void {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = theme;
  style.setProperty('--brand', colour);
  style.setProperty('--ink', inkOn(colour));
  style.setProperty('--accent-light', readableOn(SURFACE.light, colour));
  style.setProperty('--accent-dark', readableOn(SURFACE.dark, colour));
}
