import type { SettingsStore, ShownVersion, Site, SiteStore } from '../../application/settings/sites';
import type { Facts } from '../connection/facts';

/** Tells whoever has a widget open that it shows something else now. */
export interface ShownNews {
  readonly versionOf: ShownVersion;
  siteChanged(this: void, site: Site): Promise<void>;
  /** What holds for all sites was changed. */
  settingsChanged(this: void): Promise<void>;
}

export interface ShownNewsPorts {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly sites: Pick<SiteStore, 'all'>;
  readonly uploadsVersion: () => number;
}

export function createShownNews(
  facts: Pick<Facts, 'toSite'>,
  { settings, sites, uploadsVersion }: ShownNewsPorts,
): ShownNews {
  const versionOf: ShownVersion = async ({ version }) =>
    version + (await settings.get()).version + uploadsVersion();
  const siteChanged: ShownNews['siteChanged'] = async (site) => {
    const siteVersion = await versionOf(site);
    facts.toSite(site.id, 'site:changed', { siteVersion });
  };
  return {
    versionOf,
    siteChanged,
    settingsChanged: async () => {
      for (const site of await sites.all()) await siteChanged(site);
    },
  };
}
