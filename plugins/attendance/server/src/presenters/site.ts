import type { GeneralSettings, SiteConfig, SiteSettings } from '../../../protocol/rest';
import type { Site } from '../application/sites';

/** What the loader may know of a site: allow-listed field by field. */
export function toSiteConfig(site: Site, settings: GeneralSettings): SiteConfig {
  return {
    siteKey: site.key,
    channels: [...site.channels],
    defaultLocale: site.defaultLocale,
    appearance: site.appearance,
    form: site.form,
    persistenceMs: settings.persistenceMs,
  };
}

/** What an admin edits of it. */
export function toSiteSettings(site: Site): SiteSettings {
  return {
    id: site.id,
    version: site.version,
    key: site.key,
    name: site.name,
    origins: [...site.origins],
    channels: [...site.channels],
    defaultLocale: site.defaultLocale,
    appearance: site.appearance,
    form: site.form,
  };
}
