import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { FIELD_TARGETS } from '../../../plugins/attendance/protocol/shared/field-targets';
import { TARGETS_OF, type FormAnswer } from '../../../plugins/attendance/protocol/settings/form';
import { keyOf } from '../../../plugins/attendance/protocol/shared/visitor-keys';

/**
 * Returns the form's answers that are nowhere else on the screen [F2]: an answer that is a field of the visitor is left out,
 * however it is written, for as long as the field holds the same value.
 */
export function displayedAnswers({
  answers,
  visitor,
}: Pick<AgentInteraction, 'answers' | 'visitor'>): FormAnswer[] {
  return answers.filter(({ type, value }) => {
    const isField = FIELD_TARGETS.some((field) => {
      const key = keyOf(field, value);
      return TARGETS_OF[type].includes(field) && key !== '' && key === keyOf(field, visitor[field]);
    });
    return !isField;
  });
}
