import type { Queue } from '../../../plugins/attendance/protocol/agent-events';
import type {
  AgentInteraction,
  AgentSelf,
  Message,
  OfflineMessage,
} from '../../../plugins/attendance/protocol/entities';
import type { ErrorCode } from '../../../plugins/attendance/protocol/errors';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';

/** `refused` stays until something is done about it; `reconnecting` heals by itself. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'refused';

/** A message of this agent that is not known to be stored yet. */
export interface OutboxEntry {
  readonly clientMessageId: string;
  readonly interactionId: InteractionId;
  readonly body: string;
  readonly writtenAt: number;
  /** Sending again, by itself or by the agent, uses the same id: it is stored once [C3]. */
  readonly hasFailed: boolean;
}

export interface Transcript {
  /** Ascending by sequence. */
  readonly messages: readonly Message[];
  /** Whether the server's own page of it is here; what is told before that is only its tail. */
  readonly isLoaded: boolean;
}

/** All that the screens show of attendance; the server's facts and the agent's own acts make it. */
export interface State {
  readonly connection: ConnectionState;
  readonly refusal: ErrorCode | null;
  /** Server's clock minus this browser's, in milliseconds: deadlines are the server's. */
  readonly clockOffsetMs: number;
  /** Null until the first snapshot. */
  readonly self: AgentSelf | null;
  readonly interactions: ReadonlyMap<InteractionId, AgentInteraction>;
  readonly transcripts: ReadonlyMap<InteractionId, Transcript>;
  /** Until when, by this browser's clock, the visitor is shown as typing [C5]. */
  readonly typingUntil: ReadonlyMap<InteractionId, number>;
  readonly queue: Queue;
  readonly offlineMessages: readonly OfflineMessage[];
  readonly closingTags: readonly string[];
  readonly selectedId: InteractionId | null;
  readonly outbox: readonly OutboxEntry[];
  readonly drafts: ReadonlyMap<InteractionId, string>;
  /** A refusal that concerns no message: shown until dismissed. */
  readonly notice: ErrorCode | null;
  /** With a notice about a call: how many interactions must end before it [M1]. */
  readonly mustEnd: number | null;
}

export const INITIAL_STATE: State = {
  connection: 'connecting',
  refusal: null,
  clockOffsetMs: 0,
  self: null,
  interactions: new Map(),
  transcripts: new Map(),
  typingUntil: new Map(),
  queue: { count: 0, entries: [] },
  offlineMessages: [],
  closingTags: [],
  selectedId: null,
  outbox: [],
  drafts: new Map(),
  notice: null,
  mustEnd: null,
};
