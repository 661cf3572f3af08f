import type { SavedState } from '../bridge/messages';

let memory: unknown = null;

/** Reads the saved state from the site's localStorage, or from memory where that is blocked: the panel works all the same. */
export function readState(key: string): Partial<SavedState> | null {
  try {
    memory = JSON.parse(localStorage[key] as string);
  } catch {
    /* nothing there, or blocked: what this page remembers holds */
  }
  return memory as Partial<SavedState> | null;
}

export function writeState(key: string, state: SavedState): void {
  memory = state;
  try {
    localStorage[key] = JSON.stringify(state);
  } catch {
    /* blocked or full: memory has it */
  }
}
