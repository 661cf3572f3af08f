import { describe, expect, it } from 'vitest';

import { CHECKS } from '../../../plugins/attendance/protocol/settings/self-check';
import {
  judgeInstallation,
  type InstallationState,
} from '../../../plugins/attendance/server/src/domain/settings/self-check';

const GIB = 1_073_741_824;

const WELL: InstallationState = {
  sites: [{ name: 'Loja', origins: ['https://loja.example'] }],
  cors: { reach: 'listed', line: 'LINE' },
  request: {
    protocol: 'https',
    host: 'cms.example',
    address: '203.0.113.7',
    isForwarded: true,
    isProxyTrusted: true,
  },
  hasTrustedProxies: true,
  journal: 'wal',
  synchronous: 2,
  canSendMail: true,
  uploads: { provider: 'local', isWritable: true },
  media: { hasJitsi: true, hasTurn: false, hasStun: false },
  hours: { isOn: true, timeZone: 'America/Sao_Paulo' },
  serverTimeZone: 'UTC',
  demoLogins: 0,
  isProduction: true,
  versions: { strapi: '5.54.0', node: 'v20.20.2' },
  freeBytes: 50 * GIB,
};

const rowOf = (facts: Partial<InstallationState>, check: (typeof CHECKS)[number]) =>
  judgeInstallation({ ...WELL, ...facts }).checks.find((row) => row.check === check);
const request = (change: Partial<InstallationState['request']>) => ({
  request: { ...WELL.request, ...change },
});

describe('what a careful installer would look at', () => {
  it('[F7] is green where all is well, in the order of the page', () => {
    const { checks, state } = judgeInstallation(WELL);
    expect(state).toBe('good');
    expect(checks.map(({ check }) => check)).toEqual(CHECKS);
    expect(checks.filter((row) => row.state !== 'good')).toEqual([]);
  });

  it.each<[string, (typeof CHECKS)[number], Partial<InstallationState>, string, string]>([
    ['a site without an address', 'origins', { sites: [{ name: 'Loja', origins: [] }] }, 'warning', 'none'],
    [
      'a site without encryption',
      'origins',
      { sites: [{ name: 'Loja', origins: ['http://loja.example'] }] },
      'warning',
      'plain',
    ],
    [
      'a site on this machine',
      'origins',
      { sites: [{ name: 'Loja', origins: ['http://localhost:1338'] }] },
      'good',
      'listed',
    ],
    [
      'bare CORS',
      'cors',
      { cors: { reach: 'any-with-credentials', line: 'LINE' } },
      'bad',
      'any-with-credentials',
    ],
    ['CORS that cannot be asked', 'cors', { cors: { reach: 'unknown', line: 'LINE' } }, 'warning', 'unknown'],
    ['CORS without credentials', 'cors', { cors: { reach: 'any', line: 'LINE' } }, 'good', 'any'],
    ['no HTTPS', 'https', request({ protocol: 'http' }), 'bad', 'plain'],
    ['this machine', 'https', request({ protocol: 'http', host: 'localhost:1337' }), 'good', 'local'],
    ['this machine by IPv6', 'https', request({ protocol: 'http', host: '[::1]:1337' }), 'good', 'local'],
    [
      'a host that only looks like this machine',
      'https',
      request({ protocol: 'http', host: 'localhost.example:1337' }),
      'bad',
      'plain',
    ],
    ['a proxy that is not believed', 'proxies', request({ isProxyTrusted: false }), 'bad', 'untrusted'],
    ['a proxy that was passed by', 'proxies', request({ isForwarded: false }), 'warning', 'unused'],
    [
      'no proxy',
      'proxies',
      { ...request({ isForwarded: false }), hasTrustedProxies: false },
      'good',
      'direct',
    ],
    ['a journal that forgets', 'durability', { journal: 'delete' }, 'bad', 'weak'],
    ['commits without a sync', 'durability', { synchronous: 1 }, 'bad', 'weak'],
    ['no mail', 'mail', { canSendMail: false }, 'warning', 'none'],
    [
      'uploads that cannot be written',
      'uploads',
      { uploads: { provider: 'local', isWritable: false } },
      'bad',
      'read-only',
    ],
    ['TURN', 'media', { media: { hasJitsi: false, hasTurn: true, hasStun: true } }, 'good', 'turn'],
    ['STUN alone', 'media', { media: { hasJitsi: false, hasTurn: false, hasStun: true } }, 'warning', 'stun'],
    [
      'nothing for calls between networks',
      'media',
      { media: { hasJitsi: false, hasTurn: false, hasStun: false } },
      'warning',
      'local',
    ],
    ['hours by a clock of nobody', 'time-zone', { hours: { isOn: true, timeZone: 'UTC' } }, 'warning', 'utc'],
    ['no hours', 'time-zone', { hours: { isOn: false, timeZone: 'UTC' } }, 'good', 'always-open'],
    ['demo logins in production', 'demo', { demoLogins: 4 }, 'bad', 'in-production'],
    ['demo logins at home', 'demo', { demoLogins: 4, isProduction: false }, 'warning', 'here'],
    ['an old Strapi', 'versions', { versions: { strapi: '5.52.9', node: 'v20.20.2' } }, 'bad', 'too-old'],
    ['a newer Strapi', 'versions', { versions: { strapi: '5.60.0', node: 'v24.0.0' } }, 'good', 'supported'],
    ['an old Node', 'versions', { versions: { strapi: '5.54.0', node: 'v20.11.1' } }, 'bad', 'too-old'],
    ['little room', 'disk', { freeBytes: GIB }, 'warning', 'little'],
    ['no room', 'disk', { freeBytes: GIB / 8 }, 'bad', 'full'],
    ['a disk that cannot be asked', 'disk', { freeBytes: null }, 'warning', 'unknown'],
  ])('[F7] %s', (_, check, facts, state, finding) => {
    expect(rowOf(facts, check)).toMatchObject({ state, finding });
    expect(judgeInstallation({ ...WELL, ...facts }).state).toBe(state);
  });

  it('[F7] is as the worst of them, and says what to write', () => {
    const judged = judgeInstallation({
      ...WELL,
      canSendMail: false,
      cors: { reach: 'any-with-credentials', line: 'LINE' },
    });
    expect(judged.state).toBe('bad');
    expect(judged.checks.find(({ check }) => check === 'cors')?.values).toEqual({ line: 'LINE' });
  });
});
