import type { SiteSettings } from '../../../protocol/settings/site';
import type { SeenSite } from '../application/settings/site-settings';
import type { Site } from '../application/settings/sites';

/** Returns the part of a site that an admin edits. */
export function toEditable(site: Site): Omit<SiteSettings, 'sightings' | 'unlisted'> {
  return {
    id: site.id,
    version: site.version,
    key: site.key,
    name: site.name,
    origins: [...site.origins],
    channels: [...site.channels],
    languages: [...site.languages],
    defaultLocale: site.defaultLocale,
    departmentId: site.departmentId,
    appearance: site.appearance,
    form: site.form,
    rating: site.rating,
    transcript: site.transcript,
  };
}

/** Returns the site's settings, with where the widget was seen [F6]. */
export function toSiteSettings({ sightings, site, unlisted }: SeenSite): SiteSettings {
  return { ...toEditable(site), sightings: [...sightings], unlisted: [...unlisted] };
}
