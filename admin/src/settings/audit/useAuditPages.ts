import { useCallback, useEffect, useState } from 'react';

import type { AuditEntry, AuditPage } from '../../../../plugins/attendance/protocol/settings/audit';
import { send } from '../data/send';

interface AuditPages {
  readonly entries: readonly AuditEntry[];
  readonly people: AuditPage['people'];
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  /** Loads the next page; null when there is nothing older. */
  readonly loadMore: (() => void) | null;
  readonly retry: () => void;
}

interface Asked {
  readonly query: string;
  readonly before: number | null;
  readonly attempt: number;
}

/**
 * Returns the record's entries, newest first, page by page; another query begins anew, and a response to an older one
 * is dropped.
 */
export function useAuditPages(query: string): AuditPages {
  const [asked, setAsked] = useState<Asked>({ query, before: null, attempt: 0 });
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [people, setPeople] = useState<AuditPage['people']>([]);
  const [status, setStatus] = useState<'loading' | 'ready' | 'failed'>('loading');
  if (asked.query !== query) setAsked({ query, before: null, attempt: 0 });

  useEffect(() => {
    let isWanted = true;
    setStatus('loading');
    const before = asked.before === null ? '' : `&before=${asked.before}`;
    void send<AuditPage>('get', `/attendance/audit?${asked.query}${before}`).then((outcome) => {
      if (!isWanted) return;
      if (!outcome.ok) return setStatus('failed');
      const { data } = outcome;
      setEntries((known) => (asked.before === null ? data.entries : [...known, ...data.entries]));
      setNext(data.next);
      setPeople(data.people);
      setStatus('ready');
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);

  const retry = useCallback(() => setAsked((last) => ({ ...last, attempt: last.attempt + 1 })), []);
  const loadMore = next === null ? null : () => setAsked((last) => ({ ...last, before: next, attempt: 0 }));
  return {
    entries,
    people,
    isLoading: status === 'loading',
    hasFailed: status === 'failed',
    loadMore,
    retry,
  };
}
