import type { ClientHints } from '../../../plugins/attendance/protocol/wire/visitor-events';

interface UserAgentData {
  getHighEntropyValues(hints: readonly string[]): Promise<ClientHints & Record<string, unknown>>;
}

/** Returns the browser's hints about itself and its system where they say more than the User-Agent [A5]; else undefined. */
export async function readClientHints(): Promise<ClientHints | undefined> {
  const { userAgentData } = navigator as Navigator & { userAgentData?: UserAgentData };
  try {
    const hints = await userAgentData?.getHighEntropyValues(['platformVersion', 'model']);
    if (!hints) return undefined;
    const { brands, mobile, platform, platformVersion, model } = hints;
    return { brands, mobile, platform, platformVersion, model };
  } catch {
    return undefined;
  }
}
