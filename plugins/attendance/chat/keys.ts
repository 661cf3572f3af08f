/** Fields of a keyboard event that show whether an input method handles it. */
type PressedKey = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** The code of every key that an input method has taken for itself. */
const TAKEN = 229;

/**
 * Returns whether the key belongs to an input method: its Enter takes a suggestion, its Escape gives one up. Safari reports the end of the
 * composition just before the Enter that ended it; the old key code shows it even then.
 */
export function isComposing({ isComposing: isOpen, keyCode }: PressedKey): boolean {
  return isOpen || keyCode === TAKEN;
}

/**
 * Keeps the keys of an input method from everything that listens below [Z130]: our fields and lists, and dialogs of others, which ask
 * for none of this. What the browser does with the key it still does. Returns the function that ends it.
 */
export function keepComposing(root: EventTarget): () => void {
  const hear = (event: Event): void => {
    if (isComposing(event as KeyboardEvent)) event.stopImmediatePropagation();
  };
  root.addEventListener('keydown', hear, { capture: true });
  return () => root.removeEventListener('keydown', hear, { capture: true });
}

/**
 * Returns whether the key sends: Enter does, Shift+Enter starts a line [C1]. The Enter of an input method does not come this far, for
 * `keepComposing` is on every screen.
 */
export function isSendKey({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  return key === 'Enter' && !shiftKey;
}
