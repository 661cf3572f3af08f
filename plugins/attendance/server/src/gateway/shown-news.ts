import type { GeneralSettings } from '../../../protocol/rest';
import { shownVersion } from '../application/shown-version';
import type { SettingsStore, Site, SiteStore } from '../application/sites';
import { siteGroup } from './channel-groups';
import type { Gateway } from './gateway';

/** Tells whoever has a widget open that it shows something else now. */
export interface ShownNews {
  siteChanged(site: Site): Promise<void>;
  /** What holds for all sites was changed. */
  settingsChanged(settings: GeneralSettings): Promise<void>;
}

export function createShownNews(
  gateway: Pick<Gateway, 'visitors' | 'welcomes'>,
  { settings, sites }: { readonly settings: SettingsStore; readonly sites: Pick<SiteStore, 'all'> },
): ShownNews {
  const tell = (site: Site, general: GeneralSettings): void => {
    gateway.welcomes.wasTold();
    const siteVersion = shownVersion(site, general);
    gateway.visitors.to(siteGroup(site.id)).emit('site:changed', { siteVersion });
  };
  return {
    siteChanged: async (site) => tell(site, await settings.get()),
    settingsChanged: async (general) => {
      for (const site of await sites.all()) tell(site, general);
    },
  };
}
