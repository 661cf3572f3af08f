import { styled } from 'styled-components';

import type { Overview } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { changeOf, comparable } from '../format/change';
import { formatCount, formatTime, shareOf, formatShare } from '../format/figures';
import { ChangeMark } from '../measures/ChangeMark';
import { Figure } from '../measures/Figure';
import { HEADLINES, type FigureMeasure } from '../measures/figure-measures';
import { MeasureName } from '../measures/MeasureName';

const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(6, minmax(0, 1fr));
  gap: 16px;
  margin: 0;
  padding: 0;
  list-style: none;
  @media (max-width: 1279px) {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  @media (max-width: 599px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
`;

const Tile = styled.li`
  display: flex;
  flex-direction: column;
  gap: 4px;
  min-width: 0;
  padding: 14px 16px;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
  break-inside: avoid;
  > :first-child {
    min-height: 24px;
    font-size: 1.3rem;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  > b {
    font-size: 2.4rem;
    font-weight: 600;
    line-height: 3.2rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  > p {
    min-height: 1.8rem;
    font-size: 1.2rem;
    line-height: 1.8rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media print {
    border: 1px solid #dcdce4;
    box-shadow: none;
  }
`;

/** The first figures of a period, each against the period before. */
export function Headlines({ before, figures }: Pick<Overview, 'figures' | 'before'>) {
  return (
    <Grid>
      {HEADLINES.map((headline) => (
        <Headline key={headline.measure} headline={headline} figures={figures} before={before} />
      ))}
    </Grid>
  );
}

interface HeadlineProps extends Pick<Overview, 'figures' | 'before'> {
  readonly headline: FigureMeasure;
}

function Headline({ before, figures, headline }: HeadlineProps) {
  const t = useTexts();
  const locale = useLocale();
  const { better, conditions, measure, show, value } = headline;
  const shown = mainOf(headline, figures, locale);
  const previous = comparable(before.figures);
  return (
    <Tile>
      <MeasureName measure={measure} />
      <b>
        <Figure
          behind={{ conditions }}
          label={t('reports.frame.open', {
            name: t(`reports.measures.${measure}`),
            value: show(figures, locale),
          })}
        >
          {shown}
        </Figure>
      </b>
      <p>{useDetail(headline, figures)}</p>
      <ChangeMark change={changeOf(value(figures), previous && value(previous), better)} />
    </Tile>
  );
}

/** Returns the figure in large: of a duration, the median. */
function mainOf({ measure, show }: FigureMeasure, figures: Overview['figures'], locale: string): string {
  if (measure === 'waiting' || measure === 'firstResponse')
    return formatTime(figures.spreads[measure].medianMs);
  return show(figures, locale);
}

/** Returns what is told beneath a figure. */
function useDetail({ measure }: FigureMeasure, figures: Overview['figures']): string {
  const t = useTexts();
  const locale = useLocale();
  const { abandoned, level, rating, spreads, volume } = figures;
  switch (measure) {
    case 'waiting':
    case 'firstResponse': {
      const { p90Ms } = spreads[measure];
      return t('reports.overview.spread', { p90: formatTime(p90Ms) });
    }
    case 'level':
      return t('reports.overview.ofMeasured', {
        part: formatCount(level.met, locale),
        whole: formatCount(level.measured, locale),
      });
    case 'rating':
      return t('reports.overview.ofAsked', {
        part: formatCount(rating.rated, locale),
        whole: formatCount(rating.asked, locale),
      });
    case 'abandoned':
      return t('reports.overview.ofVolume', { share: formatShare(shareOf(abandoned, volume), locale) });
    default:
      return t('reports.overview.answered', {
        share: formatShare(shareOf(figures.answered, volume), locale),
      });
  }
}
