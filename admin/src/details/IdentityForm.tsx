import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { SavedField } from './SavedField';

export const Form = styled.div`
  display: flex;
  flex-direction: column;
  gap: 6px;
`;

const FIELDS = [
  { name: 'name', type: 'text', maxLength: LIMITS.nameCodePoints },
  { name: 'email', type: 'email', maxLength: LIMITS.emailLength },
  { name: 'phone', type: 'tel', maxLength: LIMITS.phoneLength },
  { name: 'document', type: 'text', maxLength: LIMITS.documentLength },
] as const;

/** Form of the visitor's identity, as far as it is known; nothing is required [A4]. */
export function IdentityForm({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const { id, visitor } = interaction;
  return (
    <Form>
      {FIELDS.map(({ name, ...field }) => (
        <SavedField
          key={name}
          {...field}
          label={t(`ui.field.${name}`)}
          value={visitor[name]}
          onSave={async (value) => (await currentSession()?.updateVisitor(id, { [name]: value })) === null}
        />
      ))}
    </Form>
  );
}
