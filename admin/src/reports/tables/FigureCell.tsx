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
  font-weight: 400;
  line-height: 1.6rem;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface FigureCellProps extends SpreadFigureProps {
  /** Change against the period before; null where there is none. */
  readonly change: Change | null;
}

/** A figure of a table: what it is, what stands beside it, and how it changed. */
export function FigureCell({ change, ...figure }: FigureCellProps) {
  return (
    <Place>
      <SpreadFigure {...figure} />
      <ChangeMark change={change} />
    </Place>
  );
}

interface SpreadFigureProps {
  readonly behind: Behind | null;
  readonly label: string;
  /** Figure as one text. */
  readonly shown: string;
  /** Spread that the figure is of: then its median stands above the rest. */
  readonly spread: Spread | undefined;
}

/** A figure; of a spread the median, with the 90th percentile, the mean and how many have none beneath it. */
export function SpreadFigure({ behind, label, shown, spread }: SpreadFigureProps) {
  const t = useTexts();
  const locale = useLocale();
  const hasSpread = spread !== undefined && spread.medianMs !== null;
  return (
    <>
      <Figure behind={behind} label={label}>
        {hasSpread ? formatTime(spread.medianMs) : shown}
      </Figure>
      {hasSpread && <Beside>{formatBeside(spread)}</Beside>}
      {hasSpread && spread.absent > 0 && (
        <Beside>{t('reports.tables.absent', { count: formatCount(spread.absent, locale) })}</Beside>
      )}
    </>
  );
}
