/** In pixels: low enough for the conversation to be read on a phone, and still a face. */
const LOWEST_STAGE = 120;

/** What stands above and below the stage, and a few lines of the conversation, in pixels. */
const BESIDE_STAGE = 344;

/** Of one press of an arrow, in pixels. */
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

/** Where a key moves the stage's lower edge, as a separator's keys do; null for every other key. */
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

/** What was stored, by whomever: a height, or none. */
export function readHeight(stored: string | null): number | null {
  return stored !== null && /^\d{1,5}$/.test(stored) ? Number(stored) : null;
}
