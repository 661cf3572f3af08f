import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Groups of 16 bits that name a network of IPv6: providers give one customer a /64 at least, and every address in it. */
const NETWORK_GROUPS = 4;

/**
 * The address of a request, read from the right of X-Forwarded-For over the trusted proxies only (comma-separated
 * addresses, ranges, or names such as `loopback`): the left-most is anybody's to write. In one spelling: IPv4 that comes as
 * IPv6 is IPv4. Every limit reads it here.
 */
export function createAddressReader(trustedProxies: string): (request: IncomingMessage) => string {
  const trust = proxyAddr.compile(
    trustedProxies
      .split(',')
      .map((range) => range.trim())
      .filter((range) => range !== ''),
  );
  return (request) => {
    const told = proxyAddr(request as Parameters<typeof proxyAddr>[0], trust);
    // What is no address was written by no proxy.
    return oneSpelling(isIP(told) === 0 ? (request.socket.remoteAddress ?? '') : told);
  };
}

function oneSpelling(address: string): string {
  return isIP(address) === 0 ? address : ipaddr.process(address).toString();
}

/** Returns the network that counts and is blocked as one: an IPv4 address itself, an IPv6 address's /64. Other text is returned as it is. */
export function networkOf(address: string): string {
  if (isIP(address) === 0) return address;
  const plain = ipaddr.process(address);
  if (plain instanceof ipaddr.IPv4) return plain.toString();
  const groups = plain.parts.map((part, index) => (index < NETWORK_GROUPS ? part : 0));
  return `${ipaddr.parse(groups.map((group) => group.toString(16)).join(':')).toString()}/64`;
}
