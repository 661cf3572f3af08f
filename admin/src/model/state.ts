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

/** State of the connection: `refused` stays until something is done about it; `reconnecting` heals by itself. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'refused';

/** A message or note of this agent that is not known to be stored yet. */
export interface OutboxEntry {
  readonly clientMessageId: string;
  readonly interactionId: InteractionId;
  readonly body: string;
  readonly writtenAt: number;
  /** Whether sending failed. A retry, automatic or by the agent, uses the same id: the message is stored once [C3]. */
  readonly hasFailed: boolean;
  /** Whether the message is a note, for the team alone [C9]. */
  readonly isNote?: true;
  /** Whether the note is a whisper, of a supervisor to the agent [R17]. */
  readonly isWhisper?: true;
  /** Attachments, uploaded already [C6]. */
  readonly attachments?: readonly Attachment[];
}

export interface Transcript {
  /** Lines held, ascending by sequence. */
  readonly messages: readonly Message[];
  /** Whether a page of the server is held; lines that facts brought before it are only the tail. */
  readonly isLoaded: boolean;
}

/** Everything that the screens show of attendance; made of the server's facts and the agent's own acts. */
export interface State {
  readonly connection: ConnectionState;
  readonly refusal: ErrorCode | null;
  /** Server's clock minus this browser's, in milliseconds: deadlines are the server's. */
  readonly clockOffsetMs: number;
  /** The agent's own state; null until the first snapshot. */
  readonly self: AgentSelf | null;
  readonly interactions: ReadonlyMap<InteractionId, AgentInteraction>;
  readonly transcripts: ReadonlyMap<InteractionId, Transcript>;
  /** Time until which a visitor is shown as typing, by this browser's clock [C5]. */
  readonly typingUntil: ReadonlyMap<InteractionId, number>;
  readonly queue: Queue;
  readonly offlineMessages: readonly OfflineMessage[];
  readonly tools: Tools;
  /** Notes of the interactions that were opened; each list by time [C9]. */
  readonly notes: ReadonlyMap<InteractionId, readonly Note[]>;
  readonly selectedId: InteractionId | null;
  readonly outbox: readonly OutboxEntry[];
  readonly drafts: ReadonlyMap<InteractionId, string>;
  /** Files that are uploaded and wait for the next message [Z67]; what is still on its way is the file desk's. */
  readonly attached: ReadonlyMap<InteractionId, readonly Attachment[]>;
  /** Drafts of notes, apart from those of messages: what was begun as a note is never sent as a message. */
  readonly noteDrafts: ReadonlyMap<InteractionId, string>;
  /** Interactions whose composer writes notes now. */
  readonly noteModes: ReadonlySet<InteractionId>;
  /** The last merge of a visitor attended here with another; `count` distinguishes one from the next. */
  readonly lastMerge: (AgentFactPayload<'visitor:merged'> & { readonly count: number }) | null;
  /** Names of the supervisors who read an interaction of this agent now [R17]. */
  readonly followers: ReadonlyMap<InteractionId, readonly string[]>;
  /** The last whisper that came while this agent was here; `count` distinguishes one from the next. */
  readonly lastWhisper: { readonly note: Note; readonly count: number } | null;
  /** A refusal that concerns no message: shown until dismissed. */
  readonly notice: ErrorCode | null;
  /** Number of interactions that must end before a call, in a notice about one [M1]. */
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
  followers: new Map(),
  lastWhisper: null,
  notice: null,
  mustEnd: null,
};
