import type { SavedState } from '../bridge/messages';

let memory: SavedState | null = null;

/** From the site's own localStorage, or from memory where storage is blocked: the panel works all the same. */
export function readState(key: string): SavedState | null {
  try {
    memory = JSON.parse(localStorage[key]) as SavedState | null;
  } catch {
    /* nothing there, or blocked: what this page remembers holds */
  }
  return memory;
}

export function writeState(key: string, state: SavedState | null): void {
  memory = state;
  try {
    localStorage[key] = JSON.stringify(state);
  } catch {
    /* blocked or full: memory has it */
  }
}
