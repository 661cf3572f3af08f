import type { SiteId } from '../../../../protocol/schemas/ids';
import type { Sighting, SiteUpdate } from '../../../../protocol/settings/site';
import type { Outcome } from '../outcome';
import { takePicture, type Pictures } from './pictures';
import type { OriginSighting, Sightings } from './sightings';
import type { DepartmentStore, Site, SiteStore } from './sites';

export interface SiteSettingsPorts {
  readonly sites: SiteStore;
  readonly departments: DepartmentStore;
  readonly pictures: Pictures;
  readonly sightings: Sightings;
  /** Called when a site changed: its open widgets are notified. */
  readonly siteChanged: (site: Site) => Promise<void>;
}

export interface SeenSite {
  readonly site: Site;
  readonly sightings: readonly Sighting[];
  readonly unlisted: readonly Sighting[];
}

/** Settings of sites that admins change [F1, F2, F5, F6]. */
export interface SiteSettings {
  all(): Promise<SeenSite[]>;
  create(name: string): Promise<Outcome<SeenSite>>;
  /** Updates a site. Refused with `conflict` when it was made from an older version [Z9]. */
  update(id: SiteId, update: SiteUpdate): Promise<Outcome<SeenSite>>;
  /** Deletes a site. Refused with `conflict` for the last one, and while an interaction of it waits or is attended. */
  remove(id: SiteId): Promise<Outcome<object>>;
}

export function createSiteSettings(ports: SiteSettingsPorts): SiteSettings {
  const { departments, pictures, sightings, siteChanged, sites } = ports;
  const seen = async (site: Site): Promise<SeenSite> => {
    const ofSite = (await sightings.all()).filter(
      ({ origin, siteId }) => siteId === site.id && site.origins.includes(origin),
    );
    const told = ({ origin, seenAt }: OriginSighting): Sighting => ({ origin, seenAt });
    return { site, sightings: ofSite.map(told), unlisted: sightings.unlisted(site).map(told) };
  };
  return {
    all: async () => Promise.all((await sites.all()).map(seen)),
    create: async (name) => {
      const wished = toKey(name);
      for (let number = 1; ; number += 1) {
        const outcome = await sites.create(number === 1 ? wished : `${wished}-${number}`, name);
        if (outcome.ok) return { ok: true, data: await seen(outcome.data) };
      }
    },
    update: async (id, update) => {
      const before = await sites.findById(id);
      if (before === null) return { ok: false, code: 'not_found' };
      const { departmentId } = update;
      if (departmentId !== null && (await departments.existing([departmentId])).length === 0)
        return { ok: false, code: 'bad_request', reason: 'departmentId: no such department' };
      const appearance = await withPictures(update.appearance, pictures);
      const outcome = await sites.update(id, {
        ...update,
        appearance,
        form: withVersion(update.form, before),
      });
      if (!outcome.ok) return outcome;
      await siteChanged(outcome.data);
      return { ok: true, data: await seen(outcome.data) };
    },
    remove: sites.remove,
  };
}

/** Returns a key for a snippet's attribute and a URL: the name in lower-case letters, digits and hyphens. */
function toKey(name: string): string {
  const plain = name.normalize('NFD').toLowerCase();
  const words = plain.replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? ['site'];
  return words.join('-').slice(0, 40).replace(/-$/, '');
}

async function withPictures(
  appearance: SiteUpdate['appearance'],
  pictures: Pictures,
): Promise<SiteUpdate['appearance']> {
  const { agentAvatar, logo } = appearance;
  return {
    ...appearance,
    logo: await takePicture(pictures, logo),
    agentAvatar: await takePicture(pictures, agentAvatar),
  };
}

/** The consent's version is the server's own: it grows with every change of the text [W5]. */
function withVersion(form: SiteUpdate['form'], before: Site): SiteUpdate['form'] {
  const { text, version } = before.form.consent;
  const hasChanged = Object.entries(form.consent.text).some(
    ([locale, words]) => words !== text[locale as keyof typeof text],
  );
  return { ...form, consent: { ...form.consent, version: hasChanged ? version + 1 : version } };
}
