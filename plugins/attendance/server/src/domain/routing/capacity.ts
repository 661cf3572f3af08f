import type { Channel } from '../../../../protocol/shared/choices';
import { LIMITS } from '../../../../protocol/shared/limits';

/** Number of an agent's slots, which interactions occupy: rows (agent, slot), unique in the database [R6]. */
export const SLOT_COUNT = LIMITS.capacityMax;

/** Voice and video take the agent whole [R3, R4]; chats share. */
export function isCall(channel: Channel): boolean {
  return channel !== 'chat';
}

/**
 * The slots an interaction would take beside the ones held, or null when it does not fit.
 * A chat takes the lowest free slot while fewer than `capacity` rows are held [R2]; a call takes all of them, and only
 * from an agent who holds nothing [R3]. So capacity 0, and one lowered below what is held, need no case of their own.
 */
export function slotsFor(
  channel: Channel,
  heldSlots: readonly number[],
  capacity: number,
): readonly number[] | null {
  if (isCall(channel)) {
    return heldSlots.length === 0 ? Array.from({ length: SLOT_COUNT }, (_, slot) => slot) : null;
  }
  if (heldSlots.length >= capacity) return null;
  const held = new Set(heldSlots);
  for (let slot = 0; slot < SLOT_COUNT; slot += 1) {
    if (!held.has(slot)) return [slot];
  }
  return null;
}

/** Returns whether `slotsFor` would return slots, without searching them: held slots are distinct, and all within the range. */
export function hasRoom(channel: Channel, heldSlots: readonly number[], capacity: number): boolean {
  return isCall(channel) ? heldSlots.length === 0 : heldSlots.length < Math.min(capacity, SLOT_COUNT);
}
