import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';

const Line = styled.p`
  padding: 20px 24px;
  font-size: 1.3rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Takes the composer's place while the call rings and the interaction is only looked at [S9]. */
export function AnswerFirst() {
  return <Line>{useTexts()('call.preview')}</Line>;
}
