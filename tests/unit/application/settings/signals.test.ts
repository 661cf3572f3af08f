import { expect, it } from 'vitest';

import { createSignal } from '../../../../plugins/attendance/server/src/application/settings/signals';

it('a signal has everybody follow in the order in which they subscribed, and resolves after the last', async () => {
  const { notify, subscribe } = createSignal();
  const followed: string[] = [];
  const follow = (name: string) => async () => {
    await Promise.resolve();
    followed.push(name);
  };
  await notify();
  subscribe(follow('first'));
  subscribe(follow('second'));
  await notify();
  expect(followed).toEqual(['first', 'second']);
});

it('a signal that somebody cannot follow fails whoever notifies', async () => {
  const { notify, subscribe } = createSignal();
  subscribe(() => Promise.reject(new Error('the disk is full')));
  await expect(notify()).rejects.toThrow('the disk is full');
});
