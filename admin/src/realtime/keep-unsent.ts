import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { OutboxEntry, State } from '../model/state';
import type { Store } from '../model/store';

/** Storage key; kept in this tab alone and gone with it: what an agent was writing is nobody else's to find. */
const KEY = 'atende.unsent';

/** Time for which unsent work waits in this tab for its agent to sign in again, in ms. */
const KEPT_MS = 24 * 60 * 60_000;

interface Unsent {
  readonly drafts: readonly (readonly [InteractionId, string])[];
  readonly attached: readonly (readonly [InteractionId, readonly Attachment[]])[];
  readonly noteDrafts: readonly (readonly [InteractionId, string])[];
  readonly outbox: readonly OutboxEntry[];
}

/** Unsent work by agent id: each agent gets their own back and nothing of another's. */
type Kept = Readonly<Record<string, Unsent & { readonly keptAt: number }>>;

/**
 * Keeps drafts and messages that are not known to be stored over a reload of the page [C2], and over a sign-out: that may come
 * from another tab, and nobody asked here. They are restored with the first snapshot of the same agent, for the interactions
 * that are still held; a retry with the same id is harmless [C3]. Returns the function that stops it; what was written last is
 * kept.
 */
export function keepUnsent(
  store: Store,
  storage: Storage = sessionStorage,
  now: () => number = Date.now,
): () => void {
  let others: Kept | null = null;
  let before: State | null = null;

  const follow = (): void => {
    const state = store.getState();
    if (state.self === null) return;
    const own = String(state.self.id);
    if (others === null) {
      const { [own]: kept, ...rest } = read(storage, now());
      others = rest;
      if (kept !== undefined) store.dispatch({ type: 'unsent:restored', ...kept });
      return follow();
    }
    if (before !== null && isSameUnsent(before, state)) return;
    before = state;
    const { attached, drafts, noteDrafts, outbox } = state;
    const isNothing = [drafts.size, attached.size, noteDrafts.size, outbox.length].every(
      (size) => size === 0,
    );
    write(
      storage,
      isNothing
        ? others
        : {
            ...others,
            [own]: {
              drafts: [...drafts],
              attached: [...attached],
              noteDrafts: [...noteDrafts],
              outbox,
              keptAt: now(),
            },
          },
    );
  };

  const unsubscribe = store.subscribe(follow);
  follow();
  return unsubscribe;
}

function isSameUnsent(one: State, other: State): boolean {
  return (
    one.drafts === other.drafts &&
    one.attached === other.attached &&
    one.noteDrafts === other.noteDrafts &&
    one.outbox === other.outbox
  );
}

/** Reads unsent work; entries that are malformed or too old are left out. */
function read(storage: Storage, now: number): Kept {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? '{}') as Kept;
    return Object.fromEntries(
      Object.entries(kept).filter(([, { attached, drafts, keptAt, noteDrafts, outbox }]) => {
        const isWhole = [attached, drafts, noteDrafts, outbox].every(Array.isArray);
        return isWhole && keptAt > now - KEPT_MS;
      }),
    );
  } catch {
    return {};
  }
}

function write(storage: Storage, kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* full or blocked: this page's memory has it */
  }
}
