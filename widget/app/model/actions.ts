import type { FactAction as FactOf } from '../../../plugins/attendance/chat/fact';
import type { ListedAction } from '../../../plugins/attendance/chat/gaps';
import type { UnsentAction } from '../../../plugins/attendance/chat/outbox';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type {
  VisitorCommandData,
  VisitorFactName,
  VisitorFactPayload,
} from '../../../plugins/attendance/protocol/wire/events';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { SavedState, UnsentMessage } from '../../bridge/messages';
import type { NoticeCode, OfflineForm, State } from './state';

/** An action for a fact from the server; its type is the fact's name on the wire. */
export type FactAction = FactOf<{ readonly [Name in VisitorFactName]: VisitorFactPayload<Name> }>;

/** The outcome of a command that this panel has sent. */
type AnswerAction =
  | { readonly type: 'interaction:answered'; readonly data: VisitorCommandData<'interaction:request'> }
  | ListedAction
  | {
      readonly type: 'message:stored';
      readonly clientMessageId: string;
      readonly answer: VisitorCommandData<'message:post'>;
    }
  | UnsentAction
  | { readonly type: 'command:refused'; readonly code: NoticeCode };

/** An action that begins on this side of the wire. */
export type OwnAction =
  | { readonly type: 'connection:lost' }
  | { readonly type: 'connection:failed' }
  | { readonly type: 'connection:refused'; readonly code: ErrorCode }
  | { readonly type: 'connection:retried' }
  | { readonly type: 'token:changed'; readonly token: string | null }
  | { readonly type: 'state:restored'; readonly saved: SavedState }
  | {
      readonly type: 'panel:changed';
      readonly isOpen: boolean;
      readonly hasFocus: boolean;
      readonly isFullScreen: boolean;
    }
  | { readonly type: 'config:loaded'; readonly config: PanelConfig }
  | { readonly type: 'tab:changed'; readonly isTabVisible: boolean }
  | { readonly type: 'sound:switched' }
  | { readonly type: 'interaction:requested'; readonly startKey: string }
  /** Another tab has made the start key before this one needed one. */
  | { readonly type: 'start-key:shared'; readonly startKey: string }
  /** The visitor has left the interaction: it was cancelled, or they have seen its end. */
  | { readonly type: 'interaction:left' }
  | { readonly type: 'end:confirming'; readonly isConfirming: boolean }
  | { readonly type: 'draft:changed'; readonly draft: string }
  | { readonly type: 'attached:changed'; readonly attached: State['attached'] }
  | { readonly type: 'message:composed'; readonly message: UnsentMessage }
  | { readonly type: 'offline-form:changed'; readonly form: OfflineForm };

export type Action = FactAction | AnswerAction | OwnAction;
