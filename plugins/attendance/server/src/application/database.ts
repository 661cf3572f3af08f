import type {
  CannedResponse,
  CannedResponseDraft,
  CustomField,
  CustomFieldDraft,
  Tag,
  TagDraft,
} from '../../../protocol/tools';
import type { AgentRows } from './agents/rows';
import type { AttachmentRows } from './attachments/rows';
import type { AuditRows } from './audit/rows';
import type { BlockRows } from './blocks/rows';
import type { CollectionRows, OrderedRows } from './collections/rows';
import type { DepartmentRows } from './departments/rows';
import type { AssignmentRows, CallAttemptRows, InteractionRows, SlotRows } from './interactions/rows';
import type { FieldRows, TagRows } from './labels/rows';
import type { MessageRows } from './messages/rows';
import type { NoteRows } from './notes/rows';
import type { OfflineMessageRows } from './offline-messages/rows';
import type { Steps } from './steps';
import type { DeadlineRows } from './sweeping/rows';
import type { TermRows, TokenRows, VisitorRows } from './visitors/rows';

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
  readonly departments: DepartmentRows;
  readonly visitors: VisitorRows;
  readonly terms: TermRows;
  readonly tokens: TokenRows;
  readonly blocks: BlockRows;
  readonly audit: AuditRows;
  readonly deadlines: DeadlineRows;
  readonly offlineMessages: OfflineMessageRows;
  /** What admins keep for agents. */
  readonly lists: {
    readonly tags: CollectionRows<Tag, TagDraft>;
    readonly cannedResponses: CollectionRows<CannedResponse, CannedResponseDraft>;
    readonly fields: CollectionRows<CustomField, CustomFieldDraft> & OrderedRows;
  };
}

/** Transactions whose work is given `Rows`. */
export interface Transactions<Rows> {
  /**
   * Runs `work` in one transaction. Resolves with its result after COMMIT; rejects with what it threw, or with what kept the
   * transaction from being stored, and then nothing of it was written. `work` may be run twice.
   */
  transact<Result>(work: (rows: Rows) => Steps<Result>): Promise<Result>;
}

export type Database = Transactions<Tx>;
