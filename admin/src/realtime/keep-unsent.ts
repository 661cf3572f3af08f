import type { Attachment } from '../../../plugins/attendance/protocol/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { OutboxEntry, State } from '../model/state';
import type { Store } from '../model/store';

/** Of this tab alone, and gone with it: what an agent was writing is nobody else's to find. */
const KEY = 'atende.unsent';

interface Unsent {
  readonly agentId: number;
  readonly drafts: readonly (readonly [InteractionId, string])[];
  readonly attached: readonly (readonly [InteractionId, readonly Attachment[]])[];
  readonly noteDrafts: readonly (readonly [InteractionId, string])[];
  readonly outbox: readonly OutboxEntry[];
}

/**
 * Keeps drafts and messages that are not known to be stored over a reload of the page [C2]. They come back with the first
 * snapshot, for the interactions that the agent still holds; a retry with the same id is harmless [C3]. Answers the
 * function that ends it, and forgets them: signing out leaves nothing behind.
 */
export function keepUnsent(store: Store, storage: Storage = sessionStorage): () => void {
  let isRestored = false;
  let before: State | null = null;

  const follow = (): void => {
    const state = store.getState();
    if (state.self === null) return;
    if (!isRestored) {
      isRestored = true;
      const kept = read(storage);
      if (kept?.agentId === state.self.id) store.dispatch({ type: 'unsent:restored', ...kept });
      return follow();
    }
    if (before !== null && isSameUnsent(before, state)) return;
    before = state;
    write(storage, {
      agentId: state.self.id,
      drafts: [...state.drafts],
      attached: [...state.attached],
      noteDrafts: [...state.noteDrafts],
      outbox: state.outbox,
    });
  };

  const unsubscribe = store.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    try {
      storage.removeItem(KEY);
    } catch {
      /* blocked: there was nothing */
    }
  };
}

function isSameUnsent(one: State, other: State): boolean {
  return (
    one.drafts === other.drafts &&
    one.attached === other.attached &&
    one.noteDrafts === other.noteDrafts &&
    one.outbox === other.outbox
  );
}

function read(storage: Storage): Unsent | null {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as Partial<Unsent> | null;
    // Written before there were notes or files, it has none.
    const unsent = { noteDrafts: [], attached: [], ...kept };
    const { attached, drafts, noteDrafts, outbox } = unsent;
    const isWhole = [attached, drafts, noteDrafts, outbox].every(Array.isArray);
    return isWhole ? (unsent as Unsent) : null;
  } catch {
    return null;
  }
}

function write(storage: Storage, unsent: Unsent): void {
  try {
    storage.setItem(KEY, JSON.stringify(unsent));
  } catch {
    /* full or blocked: this page's memory has it */
  }
}
