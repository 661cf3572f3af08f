import type { Message } from '../messages/messages';

/** Merges both lists: ascending by sequence, each message once. Returns the first list itself when nothing is new. */
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

/** Returns the sequence after which to request messages, or null when everything up to the interaction's last one is here [C3]. */
export function findGap(messages: readonly Message[], lastSequence: number): number | null {
  const newest = Math.max(lastSequence, messages.at(-1)?.sequence ?? 0);
  const held = heldThrough(messages);
  return held < newest ? held : null;
}

/** Returns the sequence before which to request older messages, or null when the oldest is here. */
export function olderBefore(messages: readonly Message[]): number | null {
  const oldest = messages[0]?.sequence ?? 1;
  return oldest > 1 ? oldest : null;
}
