/** Two soft rising notes, in Hz and seconds from now. */
const NOTES = [
  { frequency: 660, at: 0 },
  { frequency: 880, at: 0.12 },
] as const;

let context: AudioContext | undefined;

/**
 * Plays the notice of an answer [W6]. Before the visitor has touched the page or the panel the browser keeps it silent; that is no
 * fault, the badge and the title tell the same.
 */
export function playNotice(): void {
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
    for (const { frequency, at } of NOTES) playNote(context, frequency, context.currentTime + at);
  } catch {
    /* no sound device */
  }
}

function playNote(audio: AudioContext, frequency: number, at: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.12, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.4);
}
