import type { InteractionId } from '../../../plugins/attendance/protocol/ids';

const KEY = 'atende-agent-call';

/** Of this page alone, where the browser keeps nothing. */
let claimed = '';

/**
 * Which tab a call belongs to: the one in which the agent asked for it or answered it. The tab's own storage tells it
 * to the next page in the same tab, which goes on with the call by itself [M7].
 */
export function claimCall(id: InteractionId): void {
  write(String(id));
}

export function isCallClaimed(id: InteractionId): boolean {
  return claimed === String(id) || read() === String(id);
}

/** Another tab has it now, or it is over. */
export function dropClaim(): void {
  write('');
}

function write(value: string): void {
  claimed = value;
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // Storage is blocked: the claim lasts as long as this page.
  }
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
