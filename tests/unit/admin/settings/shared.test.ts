import { beforeEach, expect, it } from 'vitest';

import { forgetShared, share } from '../../../../admin/src/settings/data/shared';

type Answer = { readonly ok: boolean; readonly number: number };

let asked = 0;
const ask = (ok: boolean) => (): Promise<Answer> => {
  asked += 1;
  return Promise.resolve({ ok, number: asked });
};

beforeEach(() => {
  forgetShared();
  asked = 0;
});

it('asks once for all that want the same, and once for each path', async () => {
  const answers = await Promise.all([share('/agents', ask(true), 0), share('/agents', ask(true), 10)]);
  expect(answers.map(({ number }) => number)).toEqual([1, 1]);
  expect(await share('/departments', ask(true), 10)).toEqual({ ok: true, number: 2 });
});

it('asks again after a change, and once half a minute has passed', async () => {
  await share('/agents', ask(true), 0);
  expect((await share('/agents', ask(true), 29_999)).number).toBe(1);
  expect((await share('/agents', ask(true), 30_000)).number).toBe(2);
  forgetShared();
  expect((await share('/agents', ask(true), 30_001)).number).toBe(3);
});

it('keeps no refusal', async () => {
  expect((await share('/agents', ask(false), 0)).ok).toBe(false);
  expect((await share('/agents', ask(true), 1)).ok).toBe(true);
});
