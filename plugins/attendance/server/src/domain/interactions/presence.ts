import { LIMITS } from '../../../../protocol/shared/limits';
import { isCall } from '../routing/capacity';
import type { AssignedInteraction } from './interaction-state';

/**
 * [R14] How long an agent without any connection keeps an interaction: one that was not opened and a call for short,
 * an opened chat for `graceMs`, which is a setting.
 */
export function graceOf({ channel, openedAt }: AssignedInteraction, graceMs: number): number {
  if (openedAt === null) return LIMITS.unopenedGraceMs;
  return isCall(channel) ? LIMITS.callGraceMs : graceMs;
}

/** Returns whether it goes back to the queue now, its agent being without connection since `lostAt`. */
export function isDueBack(
  interaction: AssignedInteraction,
  lostAt: number,
  now: number,
  graceMs: number,
): boolean {
  // What the visitor ended is never put back; who is away goes back when they return.
  if (interaction.visitorEnd !== null || interaction.away !== null) return false;
  return now - lostAt >= graceOf(interaction, graceMs);
}
