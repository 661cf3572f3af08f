import type { IncomingMessage } from 'node:http';
import Bowser from 'bowser';
import proxyAddr from 'proxy-addr';

export interface Device {
  readonly browser: string;
  readonly operatingSystem: string;
  readonly ip: string;
}

/**
 * What a request tells of its device [A5]. The address is read from the right of X-Forwarded-For, over the trusted
 * proxies only (comma-separated addresses, ranges, or names such as `loopback`): the left-most is anybody's to write.
 */
export function readDevice(request: IncomingMessage, trustedProxies: string): Device {
  const parsed = Bowser.parse(request.headers['user-agent'] || 'unknown');
  const trusted = trustedProxies
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '');
  const trust = proxyAddr.compile(trusted);
  return {
    browser: words(parsed.browser.name, parsed.browser.version?.split('.')[0]),
    operatingSystem: words(parsed.os.name, parsed.os.versionName ?? parsed.os.version),
    ip: proxyAddr(request as Parameters<typeof proxyAddr>[0], trust).replace(/^::ffff:/, ''),
  };
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
