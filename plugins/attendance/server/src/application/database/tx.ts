import type {
  CannedResponse,
  CannedResponseDraft,
  CustomField,
  CustomFieldDraft,
  Tag,
  TagDraft,
} from '../../../../protocol/tools/tools';
import type { PresenceRows } from '../agents/presence-rows';
import type { AgentRows } from '../agents/rows';
import type { AttachmentRows } from '../attachments/rows';
import type { AuditRows } from '../audit/rows';
import type { BlockRows } from '../blocks/rows';
import type { CollectionRows, OrderedRows } from '../tools/collection-rows';
import type { DepartmentRows } from '../departments/rows';
import type { AssignmentRows, CallAttemptRows, InteractionRows, SlotRows } from '../interactions/rows';
import type { FieldRows, TagRows } from '../tools/label-rows';
import type { MessageRows } from '../messages/rows';
import type { NoteRows } from '../tools/note-rows';
import type { ReportRows } from '../reports/rows';
import type { OfflineMessageRows } from '../offline-messages/rows';
import type { DeadlineRows } from '../attending/deadline-rows';
import type { Transactions } from '../transactions';
import type { TermRows, TokenRows, VisitorRows } from '../visitors/rows';

/** The rows of one transaction, by capability. They keep what they are given, and decide nothing. */
export interface Tx {
  readonly interactions: InteractionRows;
  readonly slots: SlotRows;
  readonly assignments: AssignmentRows;
  readonly callAttempts: CallAttemptRows;
  readonly messages: MessageRows;
  readonly attachments: AttachmentRows;
  readonly notes: NoteRows;
  readonly tags: TagRows;
  readonly fields: FieldRows;
  readonly agents: AgentRows;
  readonly presence: PresenceRows;
  readonly departments: DepartmentRows;
  readonly visitors: VisitorRows;
  readonly terms: TermRows;
  readonly tokens: TokenRows;
  readonly blocks: BlockRows;
  readonly audit: AuditRows;
  readonly deadlines: DeadlineRows;
  readonly offlineMessages: OfflineMessageRows;
  readonly reports: ReportRows;
  /** Rows of the lists that admins keep for agents. */
  readonly lists: {
    readonly tags: CollectionRows<Tag, TagDraft>;
    readonly cannedResponses: CollectionRows<CannedResponse, CannedResponseDraft>;
    readonly fields: CollectionRows<CustomField, CustomFieldDraft> & OrderedRows;
  };
}

export type Database = Transactions<Tx>;
