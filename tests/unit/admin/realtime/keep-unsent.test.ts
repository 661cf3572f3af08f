import { describe, expect, it } from 'vitest';

import { createStore } from '../../../../admin/src/model/store';
import { INITIAL_STATE, type State } from '../../../../admin/src/model/state';
import { keepUnsent } from '../../../../admin/src/realtime/keep-unsent';
import { id, interaction, SELF } from '../builders';

/** As much of a browser's storage as is used. */
function createStorage(): Storage & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as unknown as Storage & { readonly held: Map<string, string> };
}

const signedIn = (overrides: Partial<State> = {}): State => ({
  ...INITIAL_STATE,
  self: SELF,
  interactions: new Map([[id(1), interaction()]]),
  ...overrides,
});
const composed = {
  type: 'message:composed',
  interactionId: id(1),
  clientMessageId: 'kept-1',
  body: 'a caminho',
  at: 5,
} as const;

describe('drafts and unsent messages of an agent', () => {
  it('[C2] come back after a reload, with the same id, for what the agent still holds', () => {
    const storage = createStorage();
    const first = createStore(signedIn());
    keepUnsent(first, storage);
    first.dispatch(composed);
    first.dispatch({ type: 'draft:changed', interactionId: id(1), draft: 'meia frase' });
    first.dispatch({ type: 'draft:changed', interactionId: id(2), draft: 'de outra' });

    const second = createStore(signedIn());
    keepUnsent(second, storage);
    expect(second.getState().outbox).toMatchObject([{ clientMessageId: 'kept-1', body: 'a caminho' }]);
    expect([...second.getState().drafts]).toEqual([[1, 'meia frase']]);
  });

  it('[C2] [Z128] finding C4: outlive a sign-out, which another tab may have made, until the same person is back', () => {
    const storage = createStorage();
    const first = createStore(signedIn());
    const signOut = keepUnsent(first, storage);
    first.dispatch(composed);
    first.dispatch({ type: 'draft:changed', interactionId: id(1), draft: 'meia frase' });
    signOut();
    first.dispatch({ type: 'session:ended' });

    const back = createStore(signedIn());
    keepUnsent(back, storage);
    expect(back.getState().outbox).toMatchObject([{ clientMessageId: 'kept-1', body: 'a caminho' }]);
    expect([...back.getState().drafts]).toEqual([[1, 'meia frase']]);
  });

  it('[C2] [Z128] finding C4: are nobody else’s, who may work in this tab meanwhile, and wait for a day', () => {
    const storage = createStorage();
    const first = createStore(signedIn());
    const signOut = keepUnsent(first, storage, () => 0);
    first.dispatch({ type: 'draft:changed', interactionId: id(1), draft: 'de Ana' });
    signOut();

    const other = createStore(signedIn({ self: { ...SELF, id: id(8) } }));
    const otherSignsOut = keepUnsent(other, storage, () => 1_000);
    expect(other.getState().drafts.size).toBe(0);
    other.dispatch({ type: 'draft:changed', interactionId: id(1), draft: 'de Bruno' });
    otherSignsOut();

    const back = createStore(signedIn());
    keepUnsent(back, storage, () => 2_000);
    expect([...back.getState().drafts]).toEqual([[1, 'de Ana']]);

    const late = createStore(signedIn());
    keepUnsent(late, storage, () => 25 * 60 * 60_000);
    expect(late.getState().drafts.size).toBe(0);
  });

  it('[C2] leave nothing behind once all of it is sent', () => {
    const storage = createStorage();
    const store = createStore(signedIn());
    keepUnsent(store, storage);
    store.dispatch({ type: 'draft:changed', interactionId: id(1), draft: 'meia frase' });
    expect(storage.held.size).toBe(1);
    store.dispatch({ type: 'draft:changed', interactionId: id(1), draft: '' });
    expect(storage.held.size).toBe(0);
  });

  it('[C2] a storage that is blocked or spoilt is no fault', () => {
    const storage = createStorage();
    storage.setItem('atende.unsent', '{"drafts":7');
    const store = createStore(signedIn());
    keepUnsent(store, storage);
    expect(store.getState().drafts.size).toBe(0);
    const blocked = { getItem: blockedAccess, setItem: blockedAccess, removeItem: blockedAccess };
    const other = createStore(signedIn());
    const stop = keepUnsent(other, blocked as unknown as Storage);
    other.dispatch(composed);
    expect(other.getState().outbox).toHaveLength(1);
    expect(stop).not.toThrow();
  });
});

function blockedAccess(): never {
  throw new Error('blocked');
}
