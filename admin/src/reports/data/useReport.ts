import { useCallback, useEffect, useState } from 'react';

import type { ReportScope } from '../../../../plugins/attendance/protocol/reports/reports';
import type { ErrorCode } from '../../../../plugins/attendance/protocol/shared/errors';
import { request } from '../../strapi/request';
import { answered, asking, NOT_ASKED, type AnswerState } from './answer-state';

/** Wait between two looks at a report that lacks interactions which are still being read, in ms. */
const UNREAD_EVERY_MS = 5_000;

export interface Report<Data> {
  /** The report as it was last read; that of the filters before while another is on its way. Null until the first. */
  readonly data: Data | null;
  readonly isLoading: boolean;
  /** Why it could not be read; null otherwise. */
  readonly failure: ErrorCode | null;
  readonly retry: () => void;
}

/** Reads a report by its admin route with the query; another path is asked at once, and an answer to an earlier one is dropped. */
export function useReport<Data extends { readonly scope: ReportScope }>(
  path: string,
  /** Wait between two readings of what goes on, in ms; null reads once. */
  everyMs: number | null = null,
): Report<Data> {
  const read = useAnswer<Data>(path);
  const { data, reload } = read;
  const isPartial = (data?.scope.unread ?? 0) > 0;
  const waitMs = isPartial ? UNREAD_EVERY_MS : everyMs;
  useEffect(() => {
    if (waitMs === null) return;
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, waitMs);
    return () => clearInterval(timer);
  }, [waitMs, reload]);
  return read;
}

/** Reads an admin route, and again by `reload`; what was read stays until another answer is there, and while there is none of the same path. */
export function useAnswer<Data>(path: string): Report<Data> & { readonly reload: () => void } {
  const [state, setState] = useState<AnswerState<Data>>(NOT_ASKED);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setState((before) => asking(before, path));
    void request<Data>('get', path).then((reply) => {
      if (isWanted) setState((before) => answered(before, path, reply));
    });
    return () => {
      isWanted = false;
    };
  }, [path, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const retry = useCallback(() => {
    setState((before) => ({ ...before, failure: null }));
    reload();
  }, [reload]);
  const { data, failure, isLoading } = state;
  return { data, isLoading, failure, retry, reload };
}
