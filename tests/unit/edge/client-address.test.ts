import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';

import {
  createAddressReader,
  networkOf,
} from '../../../plugins/attendance/server/src/adapters/strapi/client-address';
import { createAddressLimits } from '../../../plugins/attendance/server/src/gateway/limits/address-limits';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('[Z100] the address of a request', () => {
  it.each([
    ['IPv4', '203.0.113.7', undefined, '203.0.113.7'],
    ['IPv4 that comes as IPv6', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['the same in hexadecimal', '::ffff:cb00:7107', undefined, '203.0.113.7'],
    ['IPv6 in its one spelling', '2001:DB8:0:0::0007', undefined, '2001:db8::7'],
    ['what a stranger writes is not read', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['what a trusted proxy writes is', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['and of several, the one nearest to it', '127.0.0.1', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
    ['mapped in the header', '::ffff:127.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['no address is the proxy’s own', '127.0.0.1', 'x'.repeat(5_000), '127.0.0.1'],
  ])('finding A10: %s', (_, remote, forwarded, address) => {
    expect(createAddressReader('loopback')(asked(remote, forwarded))).toBe(address);
  });

  it('finding A11: counts as one network what one customer has', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0DB8:1:2::')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8:1:3::')).not.toBe(networkOf('2001:db8:1:2::'));
    expect(networkOf('')).toBe('');
  });

  it('finding A11: 140 addresses of one /64 share a limit, and the next /64 has its own', async () => {
    const limits = createAddressLimits(1, networkOf);
    const delays = [];
    for (let host = 1; host <= 140; host += 1)
      delays.push(await limits.take('request', `2001:db8:1:2::${host.toString(16)}`));
    expect(delays.filter((delay) => delay > 0)).toHaveLength(20);
    expect(await limits.take('request', '2001:db8:1:3::1')).toBe(0);
  });
});
