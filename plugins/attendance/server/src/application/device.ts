import type { ClientHints } from '../../../protocol/wire/visitor-events';

/** Device of a browser, as it describes itself [A5]. Empty strings for what it leaves out. */
export interface Device {
  readonly browser: string;
  readonly operatingSystem: string;
}

export type ReadDevice = (userAgent: string | undefined, hints?: ClientHints) => Device;
