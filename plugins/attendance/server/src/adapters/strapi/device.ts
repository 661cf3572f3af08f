import Bowser from 'bowser';

import type { ClientHints } from '../../../../protocol/wire/visitor-events';
import type { Device } from '../../application/device';

/**
 * Platform version from which it is Windows 11: its User-Agent still has "Windows NT 10.0" (Microsoft, "Detect Windows 11 using User-Agent Client
 * Hints").
 */
const WINDOWS_11_FROM = 13;

/** Returns the device that a request comes from [A5]; Client Hints are truer than the frozen User-Agent, where a browser sends them. */
export function readDevice(userAgent: string | undefined, hints?: ClientHints): Device {
  const agent = userAgent === undefined || userAgent === '' ? 'unknown' : userAgent;
  const parsed = hints === undefined ? Bowser.parse(agent) : Bowser.parse(agent, hints);
  return {
    browser: words(parsed.browser.name, parsed.browser.version?.split('.')[0]),
    operatingSystem:
      hints?.platform === 'Windows' && Number.parseInt(hints.platformVersion, 10) >= WINDOWS_11_FROM
        ? 'Windows 11'
        : words(parsed.os.name, parsed.os.versionName ?? parsed.os.version),
  };
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
