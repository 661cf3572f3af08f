import type { Message } from '../messages/messages';

/** Both lists as one: ascending by sequence, each message once. The same list again when nothing is new. */
export function mergeMessages(held: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const known = new Set(held.map(({ sequence }) => sequence));
  const fresh = arrived.filter(({ sequence }) => !known.has(sequence) && known.add(sequence));
  return fresh.length > 0 ? [...held, ...fresh].sort((one, other) => one.sequence - other.sequence) : held;
}

/** Highest sequence up to which nothing is missing, counted from the oldest message held; 0 when none is. */
export function heldThrough(messages: readonly Message[]): number {
  let held = 0;
  for (const { sequence } of messages) {
    if (held > 0 && sequence !== held + 1) break;
    held = sequence;
  }
  return held;
}

/** After which sequence to ask for messages, or null when everything up to the interaction's last one is here [C3]. */
export function findGap(messages: readonly Message[], lastSequence: number): number | null {
  const newest = Math.max(lastSequence, messages.at(-1)?.sequence ?? 0);
  const held = heldThrough(messages);
  return held < newest ? held : null;
}

/** Before which sequence older messages are to be had, or null when the oldest is here. */
export function olderBefore(messages: readonly Message[]): number | null {
  const oldest = messages[0]?.sequence ?? 1;
  return oldest > 1 ? oldest : null;
}
