import type { ConfigVersion, SettingsStore, Site, SiteStore } from '../../application/settings/sites';
import type { Facts } from '../connection/facts';

/** Notifies open widgets that the configuration of their site changed, with its new version. */
export interface ConfigNews {
  readonly versionOf: ConfigVersion;
  siteChanged(this: void, site: Site): Promise<void>;
  /** Notifies the widgets of all sites, after a change of settings that hold for all. */
  settingsChanged(this: void): Promise<void>;
}

export interface ConfigNewsPorts {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly sites: Pick<SiteStore, 'all'>;
  /** Returns the version of the upload rules. */
  readonly uploadsVersion: () => number;
}

export function createConfigNews(facts: Pick<Facts, 'toSite'>, ports: ConfigNewsPorts): ConfigNews {
  const versionOf = createConfigVersion(ports);
  const siteChanged: ConfigNews['siteChanged'] = async (site) => {
    const siteVersion = await versionOf(site);
    facts.toSite(site.id, 'site:changed', { siteVersion });
  };
  return {
    versionOf,
    siteChanged,
    settingsChanged: async () => {
      for (const site of await ports.sites.all()) await siteChanged(site);
    },
  };
}

/**
 * Adds up the versions of the three rows that a configuration is made of: the site's, the general settings' and the upload rules'. Each
 * only grows, so the sum grows with every change of any of them.
 */
function createConfigVersion({
  settings,
  uploadsVersion,
}: Pick<ConfigNewsPorts, 'settings' | 'uploadsVersion'>): ConfigVersion {
  return async (site) => site.version + (await settings.get()).version + uploadsVersion();
}
