import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

import type { PreviewMessage, PreviewReady } from '../../../../plugins/attendance/protocol/rules/preview';
import { serverOrigin } from '../../strapi/server-origin';

type PreviewState = 'loading' | 'failed' | 'ready';

/** Typing is followed at this distance. */
const DEBOUNCE_MS = 120;
/** After which somebody should be told that it does not come. */
const PATIENCE_MS = 15_000;

interface Preview {
  readonly state: PreviewState;
  /** To be given to the frame as its key: another one loads it anew. */
  readonly attempt: number;
  readonly retry: () => void;
}

/** Keeps the preview's page told of the draft: at once when it says that it listens, then shortly after each change. */
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
