const KEY = 'atende-call';

/** Claim of this page alone, for browsers that store nothing for a frame. */
let claimed = '';

/**
 * Claims a call for this tab of a person [P6, P7]: the one in which they asked for it, or took it. The tab's own storage hands the
 * claim to the next page in the same tab, which so goes on with the call by itself [M7].
 */
export function claimCall(interactionId: number): void {
  write(`${interactionId}`);
}

export function isCallClaimed(interactionId: number): boolean {
  return claimed === `${interactionId}` || read() === `${interactionId}`;
}

/** Drops the claim: another tab has the call now, or it is over. */
export function dropClaim(): void {
  write('');
}

function write(value: string): void {
  claimed = value;
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    /* storage is blocked */
  }
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
