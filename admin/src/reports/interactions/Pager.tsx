import { IconButton } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';

import { REPORT_PAGE_SIZE } from '../../../../plugins/attendance/protocol/reports/report-filter';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { formatCount } from '../format/figures';

const Row = styled.div`
  display: flex;
  align-items: center;
  justify-content: flex-end;
  gap: 8px;
  font-size: 1.3rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface PagerProps {
  readonly offset: number;
  readonly count: number;
  readonly total: number;
  readonly onGo: (offset: number) => void;
}

/** Rows on screen of how many, and the way to the others. */
export function Pager({ count, offset, onGo, total }: PagerProps) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Row>
      <span role="status">
        {t('reports.interactions.page', {
          from: formatCount(count === 0 ? 0 : offset + 1, locale),
          to: formatCount(offset + count, locale),
          total: formatCount(total, locale),
        })}
      </span>
      <IconButton
        size="S"
        variant="tertiary"
        label={t('reports.interactions.previous')}
        disabled={offset === 0}
        onClick={() => onGo(Math.max(0, offset - REPORT_PAGE_SIZE))}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        size="S"
        variant="tertiary"
        label={t('reports.interactions.next')}
        disabled={offset + count >= total}
        onClick={() => onGo(offset + REPORT_PAGE_SIZE)}
      >
        <ChevronRight />
      </IconButton>
    </Row>
  );
}
