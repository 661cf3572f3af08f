import type { LabelTx } from './label-rows';
import type { AgentId, InteractionId, TagId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import { isHeldBy } from './is-held-by';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;

/**
 * Puts a tag on an interaction that the agent holds, and returns all its tags. `not_found`: it is not theirs, or there is no such
 * tag; `conflict`: the tag is archived; `too_large`: it has as many as it may have.
 */
export function* addTag(
  tx: LabelTx,
  id: InteractionId,
  agentId: AgentId,
  tagId: TagId,
  now: number,
): Steps<Outcome<TagId[]>> {
  if (!isHeldBy(yield* tx.interactions.lockHead(id), agentId)) return NOT_FOUND;
  const isArchived = yield* tx.tags.isArchived(tagId);
  if (isArchived === null) return NOT_FOUND;
  const present = yield* tx.tags.of(id);
  if (present.includes(tagId)) return { ok: true, data: present };
  if (isArchived) return { ok: false, code: 'conflict' };
  if (present.length >= LIMITS.tagsOfInteractionMax) return { ok: false, code: 'too_large' };
  yield* tx.tags.add(id, tagId, agentId, now);
  return { ok: true, data: yield* tx.tags.of(id) };
}

/** Takes a tag off an interaction that the agent holds, and returns those that are left. */
export function* removeTag(
  tx: LabelTx,
  id: InteractionId,
  agentId: AgentId,
  tagId: TagId,
): Steps<Outcome<TagId[]>> {
  if (!isHeldBy(yield* tx.interactions.lockHead(id), agentId)) return NOT_FOUND;
  yield* tx.tags.remove(id, tagId);
  return { ok: true, data: yield* tx.tags.of(id) };
}
