import { styled } from 'styled-components';

import type { Spread } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import type { Behind } from '../address/drill';
import type { Change } from '../format/change';
import { formatBeside, formatCount, formatTime } from '../format/figures';
import { ChangeMark } from '../measures/ChangeMark';
import { Figure } from '../measures/Figure';

const Place = styled.span`
  display: inline-flex;
  flex-direction: column;
  align-items: flex-end;
`;

const Beside = styled.small`
  font-size: 1.1rem;
  line-height: 1.6rem;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface FigureCellProps {
  readonly behind: Behind | null;
  readonly label: string;
  /** Figure as one text. */
  readonly shown: string;
  /** Spread that the figure is of: then its median stands above the rest. */
  readonly spread: Spread | undefined;
  /** Change against the period before; null where there is none. */
  readonly change: Change | null;
}

/** A figure of a table: what it is, what stands beside it, and how it changed. */
export function FigureCell({ behind, change, label, shown, spread }: FigureCellProps) {
  const t = useTexts();
  const locale = useLocale();
  const hasSpread = spread !== undefined && spread.medianMs !== null;
  return (
    <Place>
      <Figure behind={behind} label={label}>
        {hasSpread ? formatTime(spread.medianMs) : shown}
      </Figure>
      {hasSpread && <Beside>{formatBeside(spread)}</Beside>}
      {hasSpread && spread.absent > 0 && (
        <Beside>{t('reports.tables.absent', { count: formatCount(spread.absent, locale) })}</Beside>
      )}
      <ChangeMark change={change} />
    </Place>
  );
}
