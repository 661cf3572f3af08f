import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';

const Hint = styled.p`
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Says what the two times in a cell are. */
export function SpreadHint() {
  const t = useTexts();
  return <Hint>{t('reports.frame.spreads')}</Hint>;
}
