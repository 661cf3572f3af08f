import { describe, expect, it } from 'vitest';

import { allowDeployment } from '../../../plugins/attendance/server/src/presenters/admin-policy';

const SCRIPT = 'https://8x8.vc/vpaas-magic/external_api.js';

describe('the policy of the admin panel', () => {
  it.each([
    [
      'what is named is extended',
      "default-src 'self';script-src 'self' 'unsafe-inline';frame-src https://maps.example",
      "default-src 'self'; script-src 'self' 'unsafe-inline'; frame-src https://maps.example https://8x8.vc; " +
        `script-src-elem 'self' 'unsafe-inline' ${SCRIPT}`,
    ],
    [
      'what is not is taken from what stands for it',
      "default-src 'self'; img-src data:",
      `default-src 'self'; img-src data:; script-src-elem 'self' ${SCRIPT}; frame-src 'self' https://8x8.vc`,
    ],
    [
      'a none gives way',
      "script-src-elem 'none'; child-src 'none'",
      `script-src-elem ${SCRIPT}; child-src 'none'; frame-src https://8x8.vc`,
    ],
    ['what forbids neither stays', "img-src 'self'; ", "img-src 'self'; "],
  ])('[M3] [Z20] %s', (_, before, after) => {
    expect(allowDeployment(before, SCRIPT)).toBe(after);
  });

  it('[M3] [Z20] no address ends the directive', () => {
    const policy = allowDeployment("default-src 'self'", 'https://meet.example/a;script-src *,/x.js');
    expect(policy.split(';').map((each) => each.trim().split(' ')[0])).toEqual([
      'default-src',
      'script-src-elem',
      'frame-src',
    ]);
    expect(policy).not.toContain(',');
  });
});
