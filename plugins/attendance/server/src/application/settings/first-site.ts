import type { SiteStore } from './sites';

/** Makes the one site of a new install [F5], whose origins an admin adds; does nothing where there is a site. */
export async function ensureFirstSite(sites: Pick<SiteStore, 'all' | 'ensure'>): Promise<void> {
  if ((await sites.all()).length > 0) return;
  await sites.ensure({ key: 'site', name: 'Site', origins: [] });
}
