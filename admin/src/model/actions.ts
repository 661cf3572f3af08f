import type { FactAction as FactOf } from '../../../plugins/attendance/chat/fact';
import type { UnsentAction } from '../../../plugins/attendance/chat/outbox';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { AgentSelf, Visitor } from '../../../plugins/attendance/protocol/interactions/people';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentFactName, AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { ToolAction } from './reduce-tools';
import type { OutboxEntry } from './state';

/** Facts that the store takes; those of a call, of the board and of supervision go to their desks instead. */
type StoredFactName = Exclude<AgentFactName, `call:${string}` | `board:${string}` | `supervision:${string}`>;

/** A fact of the server's, with the browser's time of its arrival. */
export type FactAction = FactOf<{ readonly [Name in StoredFactName]: AgentFactPayload<Name> }> & {
  readonly at: number;
};

export type OwnAction =
  | ToolAction
  | { readonly type: 'connection:lost' }
  | { readonly type: 'connection:refused'; readonly code: ErrorCode }
  | { readonly type: 'session:ended' }
  | { readonly type: 'self:answered'; readonly self: AgentSelf }
  | { readonly type: 'interaction:selected'; readonly interactionId: InteractionId | null }
  | { readonly type: 'interaction:answered'; readonly interaction: AgentInteraction }
  | { readonly type: 'interaction:gone'; readonly interactionId: InteractionId }
  | {
      readonly type: 'messages:listed';
      readonly interactionId: InteractionId;
      readonly messages: readonly Message[];
    }
  | { readonly type: 'visitor:answered'; readonly interactionId: InteractionId; readonly visitor: Visitor }
  | { readonly type: 'draft:changed'; readonly interactionId: InteractionId; readonly draft: string }
  | {
      readonly type: 'attached:changed';
      readonly interactionId: InteractionId;
      readonly attachments: readonly Attachment[];
    }
  | {
      readonly type: 'message:composed';
      readonly interactionId: InteractionId;
      readonly clientMessageId: string;
      readonly body: string;
      readonly at: number;
      readonly isNote?: true;
      readonly attachments?: readonly Attachment[];
    }
  | {
      readonly type: 'message:stored';
      readonly clientMessageId: string;
      readonly sequence: number;
      readonly sentAt: number;
    }
  | UnsentAction
  | { readonly type: 'message:retried'; readonly clientMessageId: string }
  | {
      /** Restores what an earlier page of this tab had not sent yet. */
      readonly type: 'unsent:restored';
      readonly drafts: readonly (readonly [InteractionId, string])[];
      readonly attached: readonly (readonly [InteractionId, readonly Attachment[]])[];
      readonly noteDrafts: readonly (readonly [InteractionId, string])[];
      readonly outbox: readonly OutboxEntry[];
    }
  | { readonly type: 'notice:shown'; readonly code: ErrorCode; readonly mustEnd?: number | undefined }
  | { readonly type: 'notice:dismissed' };

export type Action = FactAction | OwnAction;
