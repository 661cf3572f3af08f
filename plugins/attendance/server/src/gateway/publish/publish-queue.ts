import type { InteractionReader } from '../../application/interactions/ports';
import { toQueue } from '../../presenters/interaction';
import type { Facts } from '../connection/facts';

/** Sends the queue to all agents: once for however much changed since the last time. */
export interface QueuePublisher {
  /** Marks the queue as changed: somebody came to wait, or stopped waiting. */
  changed(this: void): void;
  /** Sends the queue if it changed; called each second. */
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
