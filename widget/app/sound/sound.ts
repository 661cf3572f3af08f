export interface Tone {
  readonly frequency: number;
  /** The start of the tone, in seconds from now. */
  readonly at: number;
  readonly seconds: number;
}

/** The notice of an answer: two soft rising notes. */
const NOTICE: readonly Tone[] = [
  { frequency: 660, at: 0, seconds: 0.35 },
  { frequency: 880, at: 0.12, seconds: 0.35 },
];

let context: AudioContext | undefined;

/** Plays the notice of an answer [W6]. */
export function playNotice(): void {
  playTones(NOTICE);
}

/**
 * Plays the given tones. Before the visitor has touched the page or the panel the browser keeps them silent; that is no fault,
 * for the screen shows the same.
 */
export function playTones(tones: readonly Tone[]): void {
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
    for (const tone of tones) playTone(context, tone);
  } catch {
    /* no sound device */
  }
}

function playTone(audio: AudioContext, { frequency, at, seconds }: Tone): void {
  const from = audio.currentTime + at;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.12, from);
  volume.gain.exponentialRampToValueAtTime(0.001, from + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + seconds + 0.05);
}
