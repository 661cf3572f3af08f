import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { AgentId, OfflineMessageId, SiteId } from '../../../../protocol/schemas/ids';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';
import type { Publisher } from '../interactions/publisher';

export interface NewOfflineMessage {
  readonly siteId: SiteId;
  readonly name: string;
  readonly email: string;
  readonly body: string;
  readonly originUrl: string;
}

/** Reads offline messages outside a transaction. */
export interface OfflineMessageReader {
  /** Open and taken ones, oldest first, 200 at most. */
  unanswered(): Promise<OfflineMessage[]>;
}

export interface OfflineMessageStore extends OfflineMessageReader {
  leave(message: NewOfflineMessage, now: number): Promise<OfflineMessage>;
  /** Refused with `conflict` while another agent has it; taking it twice is harmless. */
  take(id: OfflineMessageId, agentId: AgentId, agentName: string): Promise<Outcome<OfflineMessage>>;
  /** Marks it answered, and by whom; answering it twice is harmless. */
  answer(
    id: OfflineMessageId,
    agentId: AgentId,
    agentName: string,
    now: number,
  ): Promise<Outcome<OfflineMessage>>;
}

/** Messages that visitors leave while nobody attends [R13]: records of their own, with no indicator, slot or sound. */
export interface OfflineMessages {
  leave(message: NewOfflineMessage): Promise<void>;
  take(id: OfflineMessageId, agent: Taker): Promise<Outcome<OfflineMessage>>;
  answer(id: OfflineMessageId, agent: Taker): Promise<Outcome<OfflineMessage>>;
}

interface Taker {
  readonly id: AgentId;
  readonly publicName: string;
}

export function createOfflineMessages(
  store: OfflineMessageStore,
  publisher: Publisher,
  clock: Clock,
): OfflineMessages {
  const announced = (outcome: Outcome<OfflineMessage>): Outcome<OfflineMessage> => {
    if (outcome.ok) publisher.offlineMessageChanged(outcome.data);
    return outcome;
  };
  return {
    leave: async (message) => publisher.offlineMessageChanged(await store.leave(message, clock.now())),
    take: async (id, agent) => announced(await store.take(id, agent.id, agent.publicName)),
    answer: async (id, agent) => announced(await store.answer(id, agent.id, agent.publicName, clock.now())),
  };
}
