import type { SiteId } from '../../../protocol/ids';
import type { Clock } from './ports';
import type { Site } from './sites';

/** When the widget was last asked for by a page of an origin [F6]; nothing of whoever looked at the page. */
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
  /** Written at most once a minute for each origin; one that the site does not allow is none. */
  saw(site: Site, origin: string | undefined): Promise<void>;
  all(): Promise<OriginSighting[]>;
}

const AT_MOST_EVERY_MS = 60_000;

export function createSightings(store: SightingStore, clock: Clock): Sightings {
  const lastWritten = new Map<string, number>();
  return {
    all: store.all,
    saw: async ({ id, origins }, origin) => {
      if (origin === undefined || !origins.includes(origin)) return;
      const now = clock.now();
      const key = `${id} ${origin}`;
      const last = lastWritten.get(key);
      if (last !== undefined && now - last < AT_MOST_EVERY_MS) return;
      lastWritten.set(key, now);
      await store.note(id, origin, now);
    },
  };
}
