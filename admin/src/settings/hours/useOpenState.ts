import { useState } from 'react';

import type { HoursSettings, OpenState } from '../../../../plugins/attendance/protocol/settings/hours';
import { send } from '../data/send';
import { usePolling } from '../data/usePolling';

const POLL_EVERY_MS = 20_000;

/** Returns whether the company is open by the stored hours: polls the server's own answer while the page is visible. */
export function useOpenState(hours: HoursSettings): OpenState {
  const [news, setNews] = useState<HoursSettings | null>(null);
  usePolling(POLL_EVERY_MS, () => {
    void send<HoursSettings>('get', '/attendance/hours').then((outcome) => {
      if (outcome.ok) setNews(outcome.data);
    });
  });
  // Somebody else's changes are reported when this page is saved.
  return news?.version === hours.version ? news.state : hours.state;
}
