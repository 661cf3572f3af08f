import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

import type { PreviewMessage, PreviewReady } from '../../../../plugins/attendance/protocol/rules/preview';
import { serverOrigin } from '../../strapi/server-origin';

type PreviewState = 'loading' | 'failed' | 'ready';

/** Debounce of the preview while typing, in ms. */
const DEBOUNCE_MS = 120;
/** Wait after which the preview is reported as missing, in ms. */
const PATIENCE_MS = 15_000;

interface Preview {
  readonly state: PreviewState;
  /** Key of the frame: a new one loads it anew. */
  readonly attempt: number;
  readonly retry: () => void;
}

/** Sends the draft to the preview's page: at once when it is ready, then debounced after each change. */
export function usePreview(frame: RefObject<HTMLIFrameElement>, message: PreviewMessage): Preview {
  const [state, setState] = useState<PreviewState>('loading');
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(message);
  latest.current = message;

  useEffect(() => {
    const patience = setTimeout(
      () => setState((before) => (before === 'loading' ? 'failed' : before)),
      PATIENCE_MS,
    );
    const listen = ({ data, origin, source }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || origin !== serverOrigin() || !isReady(data)) return;
      setState('ready');
      frame.current?.contentWindow?.postMessage(latest.current, serverOrigin());
    };
    window.addEventListener('message', listen);
    return () => {
      clearTimeout(patience);
      window.removeEventListener('message', listen);
    };
  }, [attempt, frame]);

  const text = JSON.stringify(message);
  useEffect(() => {
    if (state !== 'ready') return;
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage(latest.current, serverOrigin()),
      DEBOUNCE_MS,
    );
    return () => clearTimeout(timer);
  }, [frame, state, text]);

  const retry = useCallback(() => {
    setState('loading');
    setAttempt((before) => before + 1);
  }, []);
  return { state, attempt, retry };
}

function isReady(data: unknown): data is PreviewReady {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'atende-preview-ready';
}
