import type { Availability } from '../../../plugins/attendance/protocol/schemas/statuses';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { VisitorInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { FieldTarget } from '../../../plugins/attendance/protocol/shared/field-targets';
import type { OwnBlock } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { UnsentMessage } from '../../bridge/messages';

/**
 * `connecting` until the first snapshot, `live` while facts flow, `reconnecting` after a loss, `refused` when the server does not
 * want this connection and trying by itself would be pointless.
 */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'refused';

/** A message on its way. A refused one is not kept here: its text goes back to the draft. */
export interface OutboxEntry extends UnsentMessage {
  /** Whether the last try came to nothing; it is tried again by itself. */
  readonly hasFailed: boolean;
}

export type OfflineForm = 'closed' | 'open' | 'sending' | 'sent';

/** A refusal in the visitor's words; `call-busy`: the agent has others to attend, and cannot take a call [M1]. */
export type NoticeCode = ErrorCode | 'call-busy';

export interface State {
  readonly connection: Connection;
  /** Tries that came to nothing since the last success. */
  readonly failedTries: number;
  readonly token: string | null;
  /** Whether the server has told how things stand, at least once. */
  readonly hasSnapshot: boolean;
  /** With which all tabs start as one visitor; of use until there is a token [P3]. */
  readonly startKey: string | null;
  /** What the last page, or this one before a loss, left alive: how it ended meanwhile is worth showing. */
  readonly resumedId: number | null;
  readonly visitorName: string;
  readonly visitorEmail: string;
  /** Whether the server knows the visitor from before, and what the form need not ask them again [F2]. */
  readonly isRecognised: boolean;
  readonly known: readonly FieldTarget[];
  /** Of the site, as it is set now: it may change while the panel is open. */
  readonly config: PanelConfig;
  readonly availability: Availability;
  /** Nothing can be sent until then [A10]. */
  readonly block: OwnBlock | null;
  /** Outside business hours: when they begin again. */
  readonly opensAt: number | null;
  readonly interaction: VisitorInteraction | null;
  /** Ascending by sequence, each once; may have gaps until they are filled [C3]. */
  readonly messages: readonly Message[];
  readonly outbox: readonly OutboxEntry[];
  readonly draft: string;
  /** What the next message carries; null while something is on its way, and the message waits for it [C6]. */
  readonly attached: readonly Attachment[] | null;
  /** The last page took something with it that was on its way. */
  readonly hasLostFiles: boolean;
  readonly isAgentTyping: boolean;
  readonly isRequesting: boolean;
  readonly offlineForm: OfflineForm;
  /** The last refusal worth telling; gone with the next success. */
  readonly notice: NoticeCode | null;
  readonly isConfirmingEnd: boolean;
  readonly isMuted: boolean;
  readonly isOpen: boolean;
  /** Whether the page's focus is in the frame. */
  readonly hasFocus: boolean;
  readonly isFullScreen: boolean;
  /** Whether the browser's tab is in front. */
  readonly isTabVisible: boolean;
}

/** The state of a panel before anything has happened, but for the configuration that it begins with. */
export const INITIAL_STATE: Omit<State, 'config'> = {
  connection: 'connecting',
  failedTries: 0,
  token: null,
  hasSnapshot: false,
  startKey: null,
  resumedId: null,
  visitorName: '',
  visitorEmail: '',
  isRecognised: false,
  known: [],
  availability: 'offline',
  block: null,
  opensAt: null,
  interaction: null,
  messages: [],
  outbox: [],
  draft: '',
  attached: [],
  hasLostFiles: false,
  isAgentTyping: false,
  isRequesting: false,
  offlineForm: 'closed',
  notice: null,
  isConfirmingEnd: false,
  isMuted: false,
  isOpen: false,
  hasFocus: false,
  isFullScreen: false,
  isTabVisible: true,
};
