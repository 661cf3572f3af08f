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

/** A message that is not acknowledged yet. A refused one is not kept here: its text goes back to the draft. */
export interface OutboxEntry extends UnsentMessage {
  /** Whether the last attempt failed; the message is retried by itself. */
  readonly hasFailed: boolean;
}

export type OfflineForm = 'closed' | 'open' | 'sending' | 'sent';

/** The reason of a refusal; `call-busy`: the agent attends others and cannot take a call [M1]. */
export type NoticeCode = ErrorCode | 'call-busy';

export interface State {
  readonly connection: Connection;
  /** The number of failed connection attempts since the last success. */
  readonly failedTries: number;
  readonly token: string | null;
  /** Whether a snapshot has come from the server at least once. */
  readonly hasSnapshot: boolean;
  /** The key with which all tabs start as one visitor; used until there is a token [P3]. */
  readonly startKey: string | null;
  /** The id of the interaction that the last page, or this one before a loss, left live: an end meanwhile is still shown. */
  readonly resumedId: number | null;
  readonly visitorName: string;
  readonly visitorEmail: string;
  /** Whether the server knows the visitor from before; `known` lists what the form need not ask them again [F2]. */
  readonly isRecognised: boolean;
  readonly known: readonly FieldTarget[];
  /** The site's current settings for the panel; they may change while it is open. */
  readonly config: PanelConfig;
  readonly availability: Availability;
  /** The visitor's block, with its end; nothing can be sent until then [A10]. */
  readonly block: OwnBlock | null;
  /** The next opening as a time in ms, outside business hours; else null. */
  readonly opensAt: number | null;
  readonly interaction: VisitorInteraction | null;
  /** The messages known so far, each once, ascending by sequence; gaps are possible until they are filled [C3]. */
  readonly messages: readonly Message[];
  readonly outbox: readonly OutboxEntry[];
  readonly draft: string;
  /** The attachments of the next message; null while one is uploading, and the message waits for it [C6]. */
  readonly attached: readonly Attachment[] | null;
  /** Whether uploads were lost because the last page was left before they were done. */
  readonly hasLostFiles: boolean;
  readonly isAgentTyping: boolean;
  readonly isRequesting: boolean;
  readonly offlineForm: OfflineForm;
  /** The last refusal to show; null after the next success. */
  readonly notice: NoticeCode | null;
  readonly isConfirmingEnd: boolean;
  readonly isMuted: boolean;
  readonly isOpen: boolean;
  /** Whether the host page's focus is in the frame. */
  readonly hasFocus: boolean;
  readonly isFullScreen: boolean;
  /** Whether the browser's tab is visible. */
  readonly isTabVisible: boolean;
}

/** The state of a panel before anything has happened, without the configuration that it begins with. */
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
