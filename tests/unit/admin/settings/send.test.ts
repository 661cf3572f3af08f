import { beforeEach, describe, expect, it } from 'vitest';

import { createSend } from '../../../../admin/src/settings/data/create-send';
import { createRequest, type Client, type Method } from '../../../../admin/src/strapi/create-request';
import { forgetShared, share } from '../../../../admin/src/settings/data/shared';

const CHANGES = ['post', 'put', 'del'] as const;
const REFUSED = { ok: false, code: 'conflict', message: 'somebody else' } as const;

/** Sends a request that the server takes, or refuses with a conflict. */
function send(method: Method, isTaken: boolean) {
  const answer: Client['get'] = <Body>() =>
    isTaken ? Promise.resolve({ data: { data: 'done' } as Body }) : Promise.reject(new Error('409'));
  const client = { get: answer, post: answer, put: answer, del: answer };
  const request = createRequest(
    () => client,
    () => REFUSED,
  );
  return createSend(request)(method, '/attendance/departments/1', { version: 0 });
}

/** How often the list that pages share was asked for. */
let asked = 0;
const look = () =>
  share('/agents', () => {
    asked += 1;
    return Promise.resolve({ ok: true });
  });

beforeEach(async () => {
  forgetShared();
  asked = 0;
  await look();
});

describe('a request of the settings', () => {
  it.each(CHANGES)('that changes something makes shared lists stale: %s', async (method) => {
    expect(await send(method, true)).toEqual({ ok: true, data: 'done' });
    await look();
    expect(asked).toBe(2);
  });

  it.each(CHANGES)(
    '[Z9] that is refused does too, for somebody else has changed them: %s',
    async (method) => {
      expect(await send(method, false)).toEqual(REFUSED);
      await look();
      expect(asked).toBe(2);
    },
  );

  it.each([true, false])('that only reads leaves them: taken %s', async (isTaken) => {
    await send('get', isTaken);
    await look();
    expect(asked).toBe(1);
  });
});
