/** Two soft notes made in the browser: no file to load, no licence to mind. */
const NOTES = [
  { frequency: 880, startsAt: 0 },
  { frequency: 1_174.66, startsAt: 0.16 },
] as const;
const NOTE_SECONDS = 0.32;
const VOLUME = 0.18;

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

/** Tells when `canSound` may have another answer. */
export function onSoundChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** To be called in a click or a key press: browsers let a page sound only after one. */
export async function unlockSound(): Promise<void> {
  if (audio().state === 'suspended') await audio().resume();
}

/** Lets the sound through with the first click or key on any page; answers the function that stops waiting for it. */
export function unlockSoundOnGesture(): () => void {
  const stop = new AbortController();
  const unlock = (): void => {
    stop.abort();
    // Stays locked where the browser's settings forbid it: then the page says so.
    unlockSound().catch(() => undefined);
  };
  for (const gesture of ['pointerup', 'keydown'])
    window.addEventListener(gesture, unlock, { signal: stop.signal, capture: true });
  return () => stop.abort();
}

/** Whether a sound would be heard now. */
export function canSound(): boolean {
  return context !== null && context.state === 'running';
}

export function playChime(): void {
  if (!canSound()) return;
  const output = audio();
  for (const { frequency, startsAt } of NOTES) {
    const at = output.currentTime + startsAt;
    const volume = output.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
    const note = output.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume).connect(output.destination);
    note.start(at);
    note.stop(at + NOTE_SECONDS);
  }
  document.documentElement.dataset['attendanceChimes'] = String(
    Number(document.documentElement.dataset['attendanceChimes'] ?? 0) + 1,
  );
}
