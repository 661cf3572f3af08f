import { expect, it } from 'vitest';

import { lazyPart } from '../../../../widget/app/parts/lazy-part';

it('[W3] [Z114] finding B19: a part that did not come is fetched anew by whoever asks next, and one that came is there for all', async () => {
  const tries: string[] = [];
  let isAway = true;
  const { held, open } = lazyPart((given: string) => {
    tries.push(given);
    return isAway ? Promise.reject(new Error('no network')) : Promise.resolve({ of: given });
  });
  await expect(Promise.all([open('first'), open('second')])).rejects.toThrow('no network');
  expect(held()).toBeUndefined();
  isAway = false;
  const [one, other] = await Promise.all([open('third'), open('fourth')]);
  expect(one).toBe(other);
  expect(held()).toBe(one);
  expect(await open('fifth')).toBe(one);
  expect(tries).toEqual(['first', 'third']);
});
