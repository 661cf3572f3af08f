/** Notes of the chime, two soft ones made in the browser: no file to load, no licence to mind. */
const NOTES = [
  { frequency: 880, startsAt: 0 },
  { frequency: 1_174.66, startsAt: 0.16 },
] as const;
const NOTE_SECONDS = 0.32;
const VOLUME = 0.18;

/** Notes of the ring, with their starts in seconds: a telephone's, twice, louder than a chat's and unlike it. */
const RING_NOTES = [0, 0.09, 0.18, 0.27, 0.36, 0.75, 0.84, 0.93, 1.02, 1.11].map((startsAt, index) => ({
  frequency: index % 2 === 0 ? 1_318.51 : 1_046.5,
  startsAt,
}));
const RING_NOTE_SECONDS = 0.14;
const RING_VOLUME = 0.32;

let context: AudioContext | null = null;

const listeners = new Set<() => void>();

function audio(): AudioContext {
  if (context === null) {
    context = new AudioContext();
    context.addEventListener('statechange', () => {
      for (const listener of [...listeners]) listener();
    });
  }
  return context;
}

/** Notifies the listener when `canSound` may have changed. Returns the function that unsubscribes it. */
export function onSoundChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Unlocks sound; called in a click or a key press, for browsers let a page sound only after one. */
export async function unlockSound(): Promise<void> {
  if (audio().state === 'suspended') await audio().resume();
}

/** Unlocks sound with the first click or key on any page; returns the function that stops waiting for it. */
export function unlockSoundOnGesture(): () => void {
  const stop = new AbortController();
  const unlock = (): void => {
    stop.abort();
    // Sound stays locked where the browser's settings forbid it: the page then shows a hint.
    unlockSound().catch(() => undefined);
  };
  for (const gesture of ['pointerup', 'keydown'])
    window.addEventListener(gesture, unlock, { signal: stop.signal, capture: true });
  return () => stop.abort();
}

/** Returns whether a sound would be audible now. */
export function canSound(): boolean {
  return context !== null && context.state === 'running';
}

/** Plays the sound of a chat. */
export function playChime(): void {
  play(NOTES, NOTE_SECONDS, VOLUME);
}

/** Plays the sound of a call. */
export function playRing(): void {
  play(RING_NOTES, RING_NOTE_SECONDS, RING_VOLUME);
}

interface Note {
  readonly frequency: number;
  readonly startsAt: number;
}

function play(notes: readonly Note[], seconds: number, loudest: number): void {
  if (!canSound()) return;
  const output = audio();
  for (const { frequency, startsAt } of notes) {
    const at = output.currentTime + startsAt;
    const volume = output.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudest, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    const note = output.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume).connect(output.destination);
    note.start(at);
    note.stop(at + seconds);
  }
  document.documentElement.dataset['attendanceChimes'] = String(
    Number(document.documentElement.dataset['attendanceChimes'] ?? 0) + 1,
  );
}
