import { useEffect, useState } from 'react';

import { readHeight, stageBounds, type StageBounds } from './stage-height';

const KEY = 'attendance.stage-height';

export interface StageHeight {
  /** As the agent made it; null while it has its usual one. */
  readonly height: number | null;
  readonly bounds: StageBounds;
  /** Kept over calls and reloads, in this browser; null is the usual one again. */
  readonly change: (height: number | null) => void;
}

/** How high the agent wants the picture of a call to be [M4]. */
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

/** A browser may forbid its storage: the height then lasts as long as the panel. */
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
    // See above.
  }
}
