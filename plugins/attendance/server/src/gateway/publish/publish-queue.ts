import type { InteractionReader } from '../../application/interactions/ports';
import { toQueue } from '../../presenters/interaction';
import type { Facts } from '../connection/facts';

/** Tells all agents who waits: once for however much changed since it was told last. */
export interface QueuePublisher {
  /** Somebody came to wait, or stopped waiting. */
  changed(this: void): void;
  /** Each second: tells it if something changed. */
  announce(this: void): Promise<void>;
}

export function createQueuePublisher(
  { toAllAgents }: Pick<Facts, 'toAllAgents'>,
  interactions: Pick<InteractionReader, 'waiting'>,
): QueuePublisher {
  let isStale = false;
  return {
    changed: () => {
      isStale = true;
    },
    announce: async () => {
      if (!isStale) return;
      isStale = false;
      toAllAgents('queue:changed', { queue: toQueue(await interactions.waiting()) });
    },
  };
}
