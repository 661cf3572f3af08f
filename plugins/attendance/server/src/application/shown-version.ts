import type { GeneralSettings } from '../../../protocol/rest';
import type { SiteSettings } from '../../../protocol/site';

/** Of what a widget shows: it grows with every change of its site, and of the settings that hold for all of them [F1]. */
export function shownVersion(
  site: Pick<SiteSettings, 'version'>,
  settings: Pick<GeneralSettings, 'version'>,
): number {
  return site.version + settings.version;
}
