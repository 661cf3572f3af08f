import { useClockText } from './useNow';
import { formatAge } from './format/time';
import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';

/** Age by the server's clock; the exact moment is its title. */
export function Age({ since }: { readonly since: number }) {
  return <>{useClockText((now) => formatAge(now - since))}</>;
}

/** A stopwatch that runs from a moment, and stops at another if there is one. */
export function Stopwatch({ since, until }: { readonly since: number; readonly until?: number | null }) {
  return <>{useClockText((now) => formatDuration((until ?? now) - since))}</>;
}

/** Time left of a ring; once nobody was there to take it over and it rings on, how long it has rung. */
export function RingClock({ since, until }: { readonly since: number; readonly until: number }) {
  return (
    <>{useClockText((now) => (until > now ? formatDuration(until - now + 999) : formatAge(now - since)))}</>
  );
}

/** Time left until a moment. */
export function Countdown({ until }: { readonly until: number }) {
  return <>{useClockText((now) => formatDuration(Math.max(0, until - now) + 999))}</>;
}
