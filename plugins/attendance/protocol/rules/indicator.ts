import type { IndicatorFacts } from '../interactions/interactions';

/** State of an interaction for its agent, shown as a colour (spec, S). Derived from stored facts, never stored itself. */
export type Indicator = 'ended-by-visitor' | 'new' | 'away' | 'pending' | 'answered';

/**
 * The indicator of an assigned interaction; the first rule that matches wins: S1, S2, S3, S4, S5.
 * Pure, so the server and the agent's screen use this one function.
 */
export function indicatorOf(facts: IndicatorFacts): Indicator {
  if (facts.visitorEndedAt !== null) return 'ended-by-visitor'; // [S1]
  if (facts.openedAt === null) return 'new'; // [S2]
  if (facts.awayUntil !== null) return 'away'; // [S3]
  return isPending(facts) ? 'pending' : 'answered'; // [S4, S5]
}

function isPending({ call, callCount, lastWriter }: IndicatorFacts): boolean {
  if (call?.state === 'ringing' && call.by === 'visitor') return true;
  if (call?.state === 'connected') return false;
  // Where nobody has written, a call that took place was the reply.
  return lastWriter === null ? callCount === 0 : lastWriter === 'visitor';
}
