import type { SiteId } from '../../../../protocol/schemas/ids';
import { originSchema } from '../../../../protocol/settings/site';
import type { Clock } from '../clock';
import type { Site } from './sites';

/** Last time a page of an origin requested the widget [F6]; nothing about who looked at the page. */
export interface OriginSighting {
  readonly siteId: SiteId;
  readonly origin: string;
  readonly seenAt: number;
}

export interface SightingStore {
  note(siteId: SiteId, origin: string, seenAt: number): Promise<void>;
  all(): Promise<OriginSighting[]>;
}

export interface Sightings {
  /** Written at most once a minute for each origin that the site allows; one that it does not is remembered until the service ends. */
  saw(site: Site, origin: string | undefined): Promise<void>;
  all(): Promise<OriginSighting[]>;
  /** Origins that have asked lately and are not on the site's list, the latest first: anybody may claim any, so they are few. */
  unlisted(site: Site): readonly OriginSighting[];
}

const AT_MOST_EVERY_MS = 60_000;
const UNLISTED_AT_MOST = 5;
const UNLISTED_FOR_MS = 24 * 60 * 60_000;

export function createSightings(store: SightingStore, clock: Clock): Sightings {
  const lastWritten = new Map<string, number>();
  const unlisted = new Map<SiteId, readonly OriginSighting[]>();
  return {
    all: store.all,
    unlisted: ({ id, origins }) =>
      (unlisted.get(id) ?? []).filter(
        ({ origin, seenAt }) => !origins.includes(origin) && clock.now() - seenAt < UNLISTED_FOR_MS,
      ),
    saw: async ({ id, origins }, origin) => {
      const now = clock.now();
      if (origin === undefined || !originSchema.safeParse(origin).success) return;
      if (!origins.includes(origin)) {
        const others = (unlisted.get(id) ?? []).filter((one) => one.origin !== origin);
        unlisted.set(id, [{ siteId: id, origin, seenAt: now }, ...others].slice(0, UNLISTED_AT_MOST));
        return;
      }
      const key = `${id} ${origin}`;
      const last = lastWritten.get(key);
      if (last !== undefined && now - last < AT_MOST_EVERY_MS) return;
      lastWritten.set(key, now);
      await store.note(id, origin, now);
    },
  };
}
