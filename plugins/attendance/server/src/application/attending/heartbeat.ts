import { OUTAGE_FROM_MS } from '../../domain/interactions/outage';
import type { AgentStore } from '../agents/ports';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { SweepClock } from './sweep-clock-port';
import type { Publisher } from '../interactions/publisher';

export interface HeartbeatPorts {
  readonly clock: Clock;
  readonly sweepClock: SweepClock;
  readonly interactions: InteractionStore;
  readonly agents: AgentStore;
  readonly publisher: Publisher;
  /** The service was not there for so long; every deadline has been moved by it. */
  readonly onOutage: (gapMs: number) => void;
}

/** Heartbeat, which keeps the service's own outages from being charged to anybody [P4]. */
export interface Heartbeat {
  beat(): Promise<void>;
  /** Beats for the last time, before the service stops. */
  end(): Promise<void>;
  /** Beats for the first time, once the service has started. */
  begin(): Promise<void>;
  /**
   * Beats at once when this process stood still, so that whoever comes before the next sweep finds deadlines that were moved. Await it before relying
   * on a stored deadline.
   */
  catchUp(): Promise<void>;
}

export function createHeartbeat(ports: HeartbeatPorts): Heartbeat {
  const { clock, onOutage, sweepClock } = ports;
  let beatenAt: number | null = null;
  let beating: Promise<void> = Promise.resolve();

  const beat = async (): Promise<void> => {
    const before = beatenAt;
    beatenAt = clock.now();
    beating = sweepClock.beat(beatenAt).then(async (gapMs) => {
      if (gapMs === 0) return;
      onOutage(gapMs);
      await announceDeadlines(ports);
    });
    try {
      await beating;
    } catch (fault) {
      beatenAt = before;
      throw fault;
    }
  };
  return {
    beat,
    end: () => sweepClock.end(clock.now()),
    begin: async () => {
      await sweepClock.begin(clock.now());
      await beat();
    },
    catchUp: async () => {
      if (beatenAt !== null && clock.now() - beatenAt > OUTAGE_FROM_MS) await beat();
      // A beat that failed is tried again by the next one; it is not this caller's fault.
      else await beating.catch(() => undefined);
    },
  };
}

/** Sends the moved deadlines to people who stayed connected, whose screens count down to them. */
async function announceDeadlines({ agents, interactions, publisher }: HeartbeatPorts): Promise<void> {
  for (const { id } of await agents.profiles())
    for (const stored of await interactions.heldBy(id)) publisher.deadlinesMoved(stored);
}
