import { styled } from 'styled-components';

import { useLocale } from '../../i18n/useTexts';
import { useClockText } from '../../ui/useNow';
import { formatClock } from '../../ui/format/time';
import { size } from './look/board-sizes';

const Time = styled.time`
  font-size: ${size(20)};
  font-weight: 600;
  line-height: ${size(32)};
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** The time of day on a wall. */
export function WallClock() {
  const locale = useLocale();
  return <Time>{useClockText((now) => formatClock(now, locale))}</Time>;
}
