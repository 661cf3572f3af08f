import { playTones, type Tone } from '../../sound/sound';

export type RingKind = 'calling' | 'invited';

/** The sounds that repeat while a call rings: the ringback tone of an outgoing call [R12], or three notes for an invitation. */
const RINGS: Readonly<Record<RingKind, { readonly everyMs: number; readonly tones: readonly Tone[] }>> = {
  calling: { everyMs: 5_000, tones: [{ frequency: 425, at: 0, seconds: 1.2 }] },
  invited: {
    everyMs: 2_000,
    tones: [
      { frequency: 660, at: 0, seconds: 0.3 },
      { frequency: 880, at: 0.16, seconds: 0.3 },
      { frequency: 660, at: 0.32, seconds: 0.4 },
    ],
  },
};

export interface Ring {
  /** Plays the given ring again and again until it changes; null stops it. */
  sound(kind: RingKind | null): void;
}

export function createRing(): Ring {
  let sounding: RingKind | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    sound(kind) {
      if (kind === sounding) return;
      sounding = kind;
      clearInterval(timer);
      if (!kind) return;
      const { everyMs, tones } = RINGS[kind];
      playTones(tones);
      timer = setInterval(() => playTones(tones), everyMs);
    },
  };
}
