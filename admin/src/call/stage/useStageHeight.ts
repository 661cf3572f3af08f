import { useEffect, useState } from 'react';

import { readHeight, stageBounds, type StageBounds } from './stage-height';

const KEY = 'attendance.stage-height';

export interface StageHeight {
  /** Height that the agent chose, in pixels; null while it is the default. */
  readonly height: number | null;
  readonly bounds: StageBounds;
  /** Stores a height over calls and reloads, in this browser; null restores the default. */
  readonly change: (height: number | null) => void;
}

/** The height that the agent wants for the picture of a call [M4]. */
export function useStageHeight(): StageHeight {
  const [height, setHeight] = useState(() => readHeight(recall()));
  const [windowHeight, setWindowHeight] = useState(window.innerHeight);
  useEffect(() => {
    const follow = (): void => setWindowHeight(window.innerHeight);
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return {
    height,
    bounds: stageBounds(windowHeight),
    change: (next) => {
      setHeight(next);
      keep(next);
    },
  };
}

/** Reads the stored height. A browser may forbid its storage: the height then lasts as long as the panel. */
function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(height: number | null): void {
  try {
    if (height === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(height));
  } catch {
    // The browser forbids its storage: the height lasts as long as the panel.
  }
}
