import type { LabelTx } from './label-rows';
import type { FieldValues } from '../../../../protocol/interactions/people';
import type { AgentId, CustomFieldId, InteractionId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import { isHeldBy } from './is-held-by';

/**
 * Sets a field of an interaction that the agent holds, or of its visitor; an empty value clears it. Returns the values of both.
 * `not_found`: the interaction is not theirs, or there is no such field.
 */
export function* setField(
  tx: LabelTx,
  id: InteractionId,
  agentId: AgentId,
  fieldId: CustomFieldId,
  value: string,
): Steps<Outcome<FieldValues>> {
  const head = yield* tx.interactions.lockHead(id);
  const subject = isHeldBy(head, agentId) ? yield* tx.fields.subjectOf(fieldId) : null;
  if (head === null || subject === null) return { ok: false, code: 'not_found' };
  const ofVisitor = yield* tx.fields.ofVisitor(head.visitorId);
  const ofInteraction = yield* tx.fields.ofInteraction(id);
  if (subject === 'visitor') {
    const changed = withValue(ofVisitor, fieldId, value);
    yield* tx.fields.setOfVisitor(head.visitorId, changed);
    return { ok: true, data: { ...changed, ...ofInteraction } };
  }
  const changed = withValue(ofInteraction, fieldId, value);
  yield* tx.fields.setOfInteraction(id, changed);
  return { ok: true, data: { ...ofVisitor, ...changed } };
}

function withValue(values: FieldValues, fieldId: CustomFieldId, value: string): FieldValues {
  const key = String(fieldId);
  const others = Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
  return value === '' ? others : { ...others, [key]: value };
}
