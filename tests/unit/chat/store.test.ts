import { expect, it } from 'vitest';

import { createStore } from '../../../widget/app/model/store';
import { NEW_PANEL } from '../widget/builders';

const typed = (draft: string) => ({ type: 'draft:changed' as const, draft });

it('[C3] tells every listener of every change in its order, though one of them causes the next', () => {
  const store = createStore(NEW_PANEL);
  const heard: string[] = [];
  store.subscribe(({ draft }) => {
    if (draft === 'a') store.dispatch(typed('ab'));
  });
  store.subscribe(({ draft }, previous) => heard.push(`${previous.draft}>${draft}`));
  store.dispatch(typed('a'));
  expect(heard).toEqual(['>a', 'a>ab']);
  expect(store.getState().draft).toBe('ab');
});

it('[C3] goes on telling after a listener has thrown', () => {
  const store = createStore(NEW_PANEL);
  const stop = store.subscribe(() => {
    throw new Error('a fault of a screen');
  });
  expect(() => store.dispatch(typed('a'))).toThrow('a fault of a screen');
  stop();
  const heard: string[] = [];
  store.subscribe(({ draft }) => heard.push(draft));
  store.dispatch(typed('b'));
  expect(heard).toEqual(['b']);
});

it('[C3] tells nothing when nothing changed, and nothing to who has left', () => {
  const store = createStore({ ...NEW_PANEL, interaction: null });
  let calls = 0;
  const leave = store.subscribe(() => {
    calls += 1;
  });
  store.dispatch({ type: 'message:refused', clientMessageId: 'unknown', code: 'conflict' });
  leave();
  store.dispatch(typed('x'));
  expect(calls).toBe(1);
});
