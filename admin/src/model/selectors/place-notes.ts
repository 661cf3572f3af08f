import type { Message } from '../../../../plugins/attendance/protocol/messages/messages';
import type { Note } from '../../../../plugins/attendance/protocol/tools/tools';

/** A line of a past transcript: a message, a system line or a note. */
export type PastLine = Message | Note;

/**
 * Returns the lines of a transcript with the notes, each after the last line that is not younger; both lists are in
 * their order. Notes from before the oldest line held wait until that page is held, or they would all be above it; so
 * do those from after the newest one while more lines follow it.
 */
export function placeNotes(
  messages: readonly Message[],
  notes: readonly Note[],
  hasLater = false,
): readonly PastLine[] {
  if (notes.length === 0) return messages;
  const [oldest] = messages;
  const isWhole = oldest === undefined || oldest.sequence === 1;
  const newest = hasLater ? (messages.at(-1)?.sentAt ?? Infinity) : Infinity;
  const due = notes.filter(({ writtenAt }) => (isWhole || writtenAt >= oldest.sentAt) && writtenAt < newest);
  const placed: PastLine[] = [];
  let next = 0;
  for (const message of messages) {
    for (let note = due[next]; note !== undefined && note.writtenAt < message.sentAt; note = due[next]) {
      placed.push(note);
      next += 1;
    }
    placed.push(message);
  }
  return [...placed, ...due.slice(next)];
}
