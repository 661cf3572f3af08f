import { styled } from 'styled-components';

import type { Rating } from '../../../plugins/attendance/protocol/interactions/ratings';
import { useTexts } from '../i18n/useTexts';

const STAR =
  'm12 2.500 2.900 6 6.600.900-4.800 4.600 1.200 6.500-5.900-3.200-5.900 3.200 1.200-6.500L2.500 9.400l6.600-.900z';
const UP =
  'M7 10v11H3V10zm2 0 4-8q2.800.400 2.500 3.200L15 9h5q2 .300 1.800 2.300l-1.500 7.200Q19.800 21 17.500 21H9z';
const DOWN =
  'M17 14V3h4v11zm-2 0-4 8q-2.800-.400-2.500-3.200L9 15H4q-2-.300-1.800-2.300l1.500-7.200Q4.200 3 6.500 3H15z';

const Mark = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  > span {
    display: inline-flex;
    gap: 1px;
  }
  svg {
    flex: none;
    width: 14px;
    height: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  svg[data-is-lit='true'] {
    fill: currentColor;
  }
`;

/** A visitor's rating of an interaction, drawn and in words [W4]. */
export function RatingMark({ rating: { scale, score } }: { readonly rating: Rating }) {
  const t = useTexts();
  if (scale === 'thumbs')
    return (
      <Mark>
        <Drawing path={score === 1 ? UP : DOWN} isLit />
        {t(score === 1 ? 'ui.rating.up' : 'ui.rating.down')}
      </Mark>
    );
  return (
    <Mark>
      <span>
        {[1, 2, 3, 4, 5].map((star) => (
          <Drawing key={star} path={STAR} isLit={star <= score} />
        ))}
      </span>
      {t('ui.rating.stars', { score })}
    </Mark>
  );
}

function Drawing({ isLit, path }: { readonly path: string; readonly isLit: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden data-is-lit={isLit}>
      <path d={path} />
    </svg>
  );
}
