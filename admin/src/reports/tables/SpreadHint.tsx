import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import type { Days } from '../address/periods';
import { formatDays } from '../format/figures';

const Hint = styled.p`
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Says what the times in a cell are, and with which days the figures are compared. */
export function SpreadHint({ before }: { readonly before?: Days }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Hint>
      {t('reports.frame.spreads')}
      {before !== undefined && ` ${t('reports.frame.compared', { days: formatDays(before, locale) })}`}
    </Hint>
  );
}
