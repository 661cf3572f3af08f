import type { ClientHints } from '../../../protocol/wire/visitor-events';

/** What a browser says of itself [A5]. Empty strings where it says nothing. */
export interface Device {
  readonly browser: string;
  readonly operatingSystem: string;
}

export type ReadDevice = (userAgent: string | undefined, hints?: ClientHints) => Device;
