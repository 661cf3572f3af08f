/** A resume token as it is stored: its hash aside, the times that decide what it is still worth. */
export interface TokenTimes {
  readonly issuedAt: number;
  /** Last time it was presented in a handshake, noted at most once an hour; null until the first. */
  readonly presentedAt: number | null;
  /** Time from which it is invalid: set once a younger one was presented. */
  readonly retiredAt: number | null;
}

/** A token that was replaced stays good for a moment: another tab may be on its way with it. */
export const RETIRES_AFTER_MS = 60_000;
/** A token older than this is replaced at the next connection. */
const ROTATES_AFTER_MS = 15 * 60_000;
/** A visitor who was not here for so long is no longer known. */
const IDLE_LIFE_MS = 180 * 24 * 3_600_000;
const NOTED_EVERY_MS = 3_600_000;
/** Answers that carried a fresh token may be lost; more than these of one family are not kept. */
export const UNPRESENTED_MAX = 5;

export interface TokenVerdict {
  /** `stolen`: it was replaced long ago, so one of two who hold the family is not its owner: all are worth nothing from now on. */
  readonly worth: 'valid' | 'worthless' | 'stolen';
  /** Presented for the first time: older ones retire. */
  readonly isFirst: boolean;
  readonly isToBeNoted: boolean;
  readonly isToBeReplaced: boolean;
}

/** Judges a presented resume token at `now`: its worth, and what follows from its having been presented. */
export function judgeToken({ issuedAt, presentedAt, retiredAt }: TokenTimes, now: number): TokenVerdict {
  const nothing = { isFirst: false, isToBeNoted: false, isToBeReplaced: false };
  if (retiredAt !== null && retiredAt <= now) return { ...nothing, worth: 'stolen' };
  const seenAt = presentedAt ?? issuedAt;
  if (now - seenAt > IDLE_LIFE_MS) return { ...nothing, worth: 'worthless' };
  return {
    worth: 'valid',
    isFirst: presentedAt === null,
    isToBeNoted: presentedAt === null || now - presentedAt > NOTED_EVERY_MS,
    isToBeReplaced: retiredAt === null && now - issuedAt > ROTATES_AFTER_MS,
  };
}

/** Returns whether nothing is to be written for it: the case of most presentations, and of all when everybody comes back at once. */
export function hasNoConsequence({ isFirst, isToBeNoted, isToBeReplaced, worth }: TokenVerdict): boolean {
  return worth !== 'stolen' && !isFirst && !isToBeNoted && !isToBeReplaced;
}
