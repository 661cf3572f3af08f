import { useCallback, useEffect, useRef, useState } from 'react';
import { refreshAccessToken, useAuth } from '@strapi/strapi/admin';

import { serverOrigin } from '../../strapi/server-origin';
import type { ExportChoice } from './export-query';
import { runExport, type ExportOutcome, type ExportProgress } from './run-export';
import { openSink } from './save-stream';

export type ExportState =
  | { readonly state: 'idle' }
  | ({ readonly state: 'running' } & ExportProgress)
  | { readonly state: ExportOutcome; readonly rows: number };

interface Exporting {
  readonly status: ExportState;
  readonly start: (path: string, name: string, format: ExportChoice['format']) => Promise<void>;
  readonly cancel: () => void;
}

const UNAUTHORIZED = 401;

/** Exports a report to a file, with its progress; at most one at a time, which ends with the page. */
export function useExport(): Exporting {
  const token = useAuth('AttendanceReports', (state) => state.token);
  const latest = useRef(token);
  latest.current = token;
  const running = useRef<AbortController | null>(null);
  const [status, setStatus] = useState<ExportState>({ state: 'idle' });
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback<Exporting['start']>(async (path, name, format) => {
    // Before the file is picked, so that a second press begins nothing.
    if (running.current !== null) return;
    const control = new AbortController();
    running.current = control;
    const sink = await openSink(name, format).catch(() => null);
    if (sink === null) {
      running.current = null;
      return;
    }
    let rows = 0;
    setStatus({ state: 'running', rows: 0, total: null });
    const outcome = await runExport((signal) => fetchSignedIn(path, latest.current, signal), {
      format,
      sink,
      signal: control.signal,
      onProgress: (progress) => {
        rows = progress.rows;
        setStatus({ state: 'running', ...progress });
      },
    });
    running.current = null;
    setStatus({ state: outcome, rows });
  }, []);
  return { status, start, cancel: useCallback(() => running.current?.abort(), []) };
}

/** Fetches by the panel's own session: Strapi's client reads a response whole, and a file is to be written as it comes. */
async function fetchSignedIn(path: string, token: string | null, signal: AbortSignal): Promise<Response> {
  const ask = (bearer: string | null): Promise<Response> =>
    fetch(`${serverOrigin()}${path}`, { headers: { authorization: `Bearer ${bearer ?? ''}` }, signal });
  const response = await ask(token);
  return response.status === UNAUTHORIZED ? ask(await refreshAccessToken(token)) : response;
}
