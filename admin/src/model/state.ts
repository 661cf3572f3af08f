import type { Queue } from '../../../plugins/attendance/protocol/wire/agent-events';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { AgentSelf } from '../../../plugins/attendance/protocol/interactions/people';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { OfflineMessage } from '../../../plugins/attendance/protocol/messages/offline-messages';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note, Tools } from '../../../plugins/attendance/protocol/tools/tools';

/** `refused` stays until something is done about it; `reconnecting` heals by itself. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'refused';

/** A message or note of this agent that is not known to be stored yet. */
export interface OutboxEntry {
  readonly clientMessageId: string;
  readonly interactionId: InteractionId;
  readonly body: string;
  readonly writtenAt: number;
  /** Sending again, by itself or by the agent, uses the same id: it is stored once [C3]. */
  readonly hasFailed: boolean;
  /** For the team alone [C9]. */
  readonly isNote?: true;
  /** Uploaded already [C6]. */
  readonly attachments?: readonly Attachment[];
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
  readonly tools: Tools;
  /** Of interactions that were opened; each list by time [C9]. */
  readonly notes: ReadonlyMap<InteractionId, readonly Note[]>;
  readonly selectedId: InteractionId | null;
  readonly outbox: readonly OutboxEntry[];
  readonly drafts: ReadonlyMap<InteractionId, string>;
  /** Files that are uploaded and wait for the next message [Z67]; what is still on its way is the file desk's. */
  readonly attached: ReadonlyMap<InteractionId, readonly Attachment[]>;
  /** Apart from the drafts of messages: what was begun as a note is never sent as a message. */
  readonly noteDrafts: ReadonlyMap<InteractionId, string>;
  /** Where the composer writes notes now. */
  readonly noteModes: ReadonlySet<InteractionId>;
  /** The last time that the visitor of an interaction here became one with another; `count` tells one from the next. */
  readonly lastMerge: (AgentFactPayload<'visitor:merged'> & { readonly count: number }) | null;
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
  tools: { cannedResponses: [], tags: [], fields: [] },
  notes: new Map(),
  selectedId: null,
  outbox: [],
  drafts: new Map(),
  attached: new Map(),
  noteDrafts: new Map(),
  noteModes: new Set(),
  lastMerge: null,
  notice: null,
  mustEnd: null,
};
