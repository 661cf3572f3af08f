import { watchSessions } from '../../adapters/strapi/session-events';
import { every } from '../../application/every';
import { shortly } from '../../application/shortly';
import { createSweep, type SweepPorts } from '../../application/attending/sweep';
import { BEAT_MS } from '../../domain/interactions/outage';
import type { AgentSide } from '../../gateway/agent/serve-agents';
import type { Host } from '../host';

/** Beats in a row that are skipped while nobody is connected and nothing becomes due. */
const REST_BEATS = 30;
const RECHECK_MS = 60_000;
/** Interval of checks for a due purge, in ms. */
const PURGE_LOOK_MS = 60_000;
/** Strapi announces a logout before the session is gone. */
const LOGOUT_SETTLES_MS = 200;

interface TimerParts extends Omit<SweepPorts, 'clock'> {
  readonly agentSide: AgentSide;
  /** Returns whether the database's file is lost: then there is nothing to sweep for. */
  readonly isFileLost: (this: void) => boolean;
  /** Resolves to whether nobody is connected, and nothing becomes due by time alone. */
  readonly isAtRest: (this: void) => Promise<boolean>;
  /** Functions that refresh derived state after each sweep, in this order. */
  readonly refreshers: readonly ((this: void) => Promise<unknown>)[];
  readonly purgeWhenDue: (this: void) => Promise<unknown>;
}

/** Starts everything that happens by itself: deadlines each second, purges, and sessions that end. */
export async function startTimers(
  { clock, log, strapi }: Host,
  { agentSide, isAtRest, isFileLost, purgeWhenDue, refreshers, ...ports }: TimerParts,
): Promise<{ stop(): Promise<void> }> {
  const sweeper = createSweep({ ...ports, clock });
  await sweeper.begin();
  let restedBeats = 0;
  const sweep = async (): Promise<void> => {
    if (isFileLost()) return;
    restedBeats = (await isAtRest()) ? (restedBeats + 1) % REST_BEATS : 0;
    // At rest too the process knows that it was there: what is written a moment later was not set in an outage.
    if (restedBeats > 0) return ports.heartbeat.beat();
    await sweeper.run();
    for (const refresh of refreshers) await refresh();
  };
  const onFault = (fault: unknown): void => {
    log.error('attendance: a sweep failed', { fault: String(fault) });
  };
  const stopSweep = every(BEAT_MS, sweep, onFault);
  const stopPurge = every(PURGE_LOOK_MS, async () => void (await purgeWhenDue()), onFault);
  const stopRecheck = every(RECHECK_MS, agentSide.recheck, onFault);
  // Signing out, and changes of users, roles and sessions, are looked at at once.
  const recheck = shortly(LOGOUT_SETTLES_MS, agentSide.recheck, onFault);
  const unwatch = watchSessions(strapi, { changed: recheck.ask, signedOut: agentSide.signedOut });
  return {
    stop: async () => {
      unwatch();
      await Promise.all([stopSweep(), stopPurge(), stopRecheck(), recheck.stop()]);
      if (!isFileLost()) await ports.heartbeat.end().catch(onFault);
    },
  };
}
