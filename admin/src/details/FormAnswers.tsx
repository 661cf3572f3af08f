import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { FormAnswer } from '../../../plugins/attendance/protocol/settings/form';
import { useLocale, useTexts, type Translate } from '../i18n/useTexts';
import { formatExact } from '../ui/format/time';
import { displayedAnswers } from './displayed-answers';

const List = styled.dl`
  display: grid;
  gap: 8px;
  margin: 0;
  font-size: 1.3rem;
  line-height: 1.8rem;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
    overflow-wrap: anywhere;
  }
  dd {
    margin: 0;
    color: ${({ theme }) => theme.colors.neutral800};
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

/** Returns whether there are answers to show: no form, or one that repeats the visitor's fields, makes no section. */
export function hasFormAnswers(interaction: AgentInteraction): boolean {
  return interaction.consent !== null || displayedAnswers(interaction).length > 0;
}

/** The visitor's answers to the form before the contact, under the labels that they saw, and their consent [F2, W5]. */
export function FormAnswers({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const locale = useLocale();
  const { consent } = interaction;
  return (
    <List>
      {displayedAnswers(interaction).map((answer) => (
        <div key={answer.fieldId}>
          <dt>{answer.label}</dt>
          <dd>
            <bdi>{wordAnswer(answer, t)}</bdi>
          </dd>
        </div>
      ))}
      {consent !== null && (
        <div>
          <dt>{t(consent.isChecked ? 'details.answers.agreed' : 'details.answers.informed')}</dt>
          <dd title={consent.text}>
            {t('details.answers.consent', {
              version: consent.version,
              time: formatExact(consent.givenAt, locale),
            })}
          </dd>
        </div>
      )}
    </List>
  );
}

function wordAnswer({ shown, type }: FormAnswer, t: Translate): string {
  switch (type) {
    case 'checkbox':
      return t('details.answers.yes');
    case 'text':
    case 'email':
    case 'phone':
    case 'cpf':
    case 'choice':
    case 'long-text':
      return shown;
  }
}
