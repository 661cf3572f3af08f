import { useState } from 'react';

import type { Sighting, SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { send } from '../data/send';
import { usePolling } from '../data/usePolling';

/**
 * Interval of polling in ms. The server notes a sighting at most once a minute: sooner than that, somebody waits for
 * the first one.
 */
const POLL_EVERY_MS = 10_000;

interface Sightings {
  readonly seen: readonly Sighting[];
  /** Origins that asked for the widget and were refused: they are not allowed. */
  readonly unlisted: readonly Sighting[];
  /** Time of the last response by the browser's clock, in ms; null before the first. */
  readonly askedAt: number | null;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  ask(): void;
}

/** Polls where a site's widget has been seen; a button fetches it at once. */
export function useSightings(site: SiteSettings): Sightings {
  const [{ sightings, unlisted }, setFound] = useState<Pick<SiteSettings, 'sightings' | 'unlisted'>>(site);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const reload = async (): Promise<boolean> => {
    const outcome = await send<readonly SiteSettings[]>('get', '/attendance/sites');
    if (outcome.ok)
      setFound(outcome.data.find(({ id }) => id === site.id) ?? { sightings: [], unlisted: [] });
    return outcome.ok;
  };
  const ask = async (): Promise<void> => {
    setAsking(true);
    const isAnswered = await reload();
    setAsking(false);
    setFailed(!isAnswered);
    if (isAnswered) setAskedAt(Date.now());
  };
  usePolling(POLL_EVERY_MS, () => {
    void reload().then((isAnswered) => {
      // A failure is shown only after a click, not after a poll.
      if (isAnswered) setAskedAt((before) => (before === null ? null : Date.now()));
    });
  });
  return { seen: sightings, unlisted, askedAt, isAsking, hasFailed, ask: () => void ask() };
}
