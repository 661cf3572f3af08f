import type { InteractionRows } from '../interactions/rows';
import type { FieldValues } from '../../../../protocol/interactions/people';
import type {
  AgentId,
  CustomFieldId,
  InteractionId,
  TagId,
  VisitorId,
} from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';

/** The tags of an interaction. */
export interface TagRows {
  /** Returns whether the tag is archived; null where there is no such tag. */
  isArchived(id: TagId): Steps<boolean | null>;
  /** Ascending. */
  of(interactionId: InteractionId): Steps<TagId[]>;
  add(interactionId: InteractionId, tagId: TagId, agentId: AgentId, taggedAt: number): Steps<void>;
  remove(interactionId: InteractionId, tagId: TagId): Steps<void>;
}

/**
 * Rows of custom fields, whose values are stored in the row of their subject: all of them are read to write one, so that row is locked until the
 * transaction ends.
 */
export interface FieldRows {
  /** Returns the subject of a field; null where it does not exist, or is archived. */
  subjectOf(id: CustomFieldId): Steps<'visitor' | 'interaction' | null>;
  ofInteraction(id: InteractionId): Steps<FieldValues>;
  ofVisitor(id: VisitorId): Steps<FieldValues>;
  setOfInteraction(id: InteractionId, values: FieldValues): Steps<void>;
  setOfVisitor(id: VisitorId, values: FieldValues): Steps<void>;
}

/** Rows of a transaction that changes tags and fields of an interaction. */
export interface LabelTx {
  readonly interactions: Pick<InteractionRows, 'lockHead'>;
  readonly tags: TagRows;
  readonly fields: FieldRows;
}
