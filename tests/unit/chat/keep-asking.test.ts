import { expect, it } from 'vitest';

import { keepAsking } from '../../../plugins/attendance/chat/keep-asking';

it('[M4] finding B19: a part of the agent’s screen that did not come is asked for until it does', async () => {
  let tries = 0;
  const fetchPart = () => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error('no network')) : Promise.resolve('here');
  };
  await expect(keepAsking(fetchPart, 1)).resolves.toBe('here');
  expect(tries).toBe(3);
});
