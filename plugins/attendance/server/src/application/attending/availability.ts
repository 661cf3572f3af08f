import type { Availability } from '../../../../protocol/schemas/statuses';
import type { OpenState } from '../../../../protocol/settings/hours';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { AgentStore } from '../agents/ports';
import type { Clock } from '../clock';

/** Availability, with the start of the next business hours while closed, if there is one. */
export interface AvailabilityNews {
  readonly availability: Availability;
  readonly opensAt?: number;
}

export interface AvailabilityWatch {
  /** Resolves to the availability now [R13]; a change is sent to everybody. */
  now(): Promise<AvailabilityNews>;
  /** Computes the availability again, and sends it when it differs from the last one sent. */
  refresh(): Promise<void>;
}

export interface AvailabilityPorts {
  readonly agents: Pick<AgentStore, 'isAnybodyAttending'>;
  readonly clock: Clock;
  readonly hours: () => Promise<OpenState>;
  readonly tell: (news: AvailabilityNews) => void;
}

/** Watches whether any agent is Online; one who lost the connection moments ago counts [R13, R14]. Hours come first. */
export function createAvailabilityWatch({
  agents,
  clock,
  hours,
  tell,
}: AvailabilityPorts): AvailabilityWatch {
  let told: AvailabilityNews | null = null;
  const look = async (): Promise<AvailabilityNews> => {
    const { changesAt, isOpen } = await hours();
    if (!isOpen) return { availability: 'outside-hours', ...(changesAt !== null && { opensAt: changesAt }) };
    const isAnybody = await agents.isAnybodyAttending(clock.now() - LIMITS.unopenedGraceMs);
    return { availability: isAnybody ? 'online' : 'offline' };
  };
  // A snapshot says no more than what was told: else whoever got one between two looks would miss the way back.
  const now = async (): Promise<AvailabilityNews> => {
    const news = await look();
    if (news.availability !== told?.availability || news.opensAt !== told?.opensAt) {
      told = news;
      tell(news);
    }
    return news;
  };
  return {
    now,
    refresh: async () => {
      await now();
    },
  };
}
