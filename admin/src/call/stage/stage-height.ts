/** Smallest height of the stage, in pixels: low enough for the conversation to be read on a phone, and still a face. */
const LOWEST_STAGE = 120;

/** Height kept free for what is above and below the stage, and for a few lines of the conversation, in pixels. */
const BESIDE_STAGE = 344;

/** Change of height for one press of an arrow key, in pixels. */
const STEP = 24;

export interface StageBounds {
  readonly lowest: number;
  readonly highest: number;
}

export function stageBounds(windowHeight: number): StageBounds {
  return { lowest: LOWEST_STAGE, highest: Math.max(LOWEST_STAGE, windowHeight - BESIDE_STAGE) };
}

export function boundedHeight(height: number, { highest, lowest }: StageBounds): number {
  return Math.round(Math.min(highest, Math.max(lowest, height)));
}

/**
 * Returns the height that a key moves the stage's lower edge to, as a separator's keys do; null for every other key.
 */
export function heightByKey(key: string, height: number, bounds: StageBounds): number | null {
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: height + STEP,
    ArrowUp: height - STEP,
    Home: bounds.lowest,
    End: bounds.highest,
  };
  const goal = goals[key];
  return goal === undefined ? null : boundedHeight(goal, bounds);
}

/** Parses a stored height, which anybody may have written; null when it is none. */
export function readHeight(stored: string | null): number | null {
  return stored !== null && /^\d{1,5}$/.test(stored) ? Number(stored) : null;
}
