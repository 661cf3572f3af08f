import { styled } from 'styled-components';

import type { RatingFigures } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { countStars, formatCount, formatRating } from '../format/figures';
import { BarList, type BarItem } from './BarList';

const Sum = styled.p`
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** How visitors rated: how many gave each number of stars, or each thumb, and how many gave none. */
export function RatingCard({ rating }: { readonly rating: RatingFigures }) {
  const t = useTexts();
  const locale = useLocale();
  const { asked, rated, stars, thumbsDown, thumbsUp } = rating;
  const item = (key: string, name: string, count: number): BarItem => ({
    key,
    name,
    count,
    behind: { conditions: { rating: key } },
  });
  const items = [
    ...(countStars(rating) === 0
      ? []
      : stars
          .map((count, index) => item(String(index + 1), t('ui.rating.stars', { score: index + 1 }), count))
          .reverse()),
    ...(thumbsUp + thumbsDown === 0
      ? []
      : [item('up', t('ui.rating.up'), thumbsUp), item('down', t('ui.rating.down'), thumbsDown)]),
    ...(asked === 0 ? [] : [item('none', t('reports.filters.condition.rating.none'), asked - rated)]),
  ];
  return (
    <BarList title={t('reports.overview.ratings')} measure="rating" items={items}>
      {rated > 0 && (
        <Sum>
          {formatRating(rating, locale)} ·{' '}
          {t('reports.overview.ofAsked', {
            part: formatCount(rated, locale),
            whole: formatCount(asked, locale),
          })}
        </Sum>
      )}
    </BarList>
  );
}
