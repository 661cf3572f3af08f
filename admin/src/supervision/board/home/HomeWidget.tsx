import type { ReactNode } from 'react';
import { Link } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import type { BoardSummary } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useSentences, useTexts } from '../../../i18n/useTexts';
import { BOARD_PATH, PAGE_PATH } from '../../../strapi/plugin-id';
import { useMay } from '../../../strapi/use-may';
import { Stopwatch } from '../../../ui/Clock';
import { levelPercent, todayFigures } from '../figures/figures';
import { useSummary } from './useSummary';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  justify-content: space-between;
  gap: 16px;
  height: 100%;
`;

const Now = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 12px;
  p {
    font-size: 1.3rem;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  strong {
    display: block;
    font-size: 3.2rem;
    font-weight: 700;
    line-height: 4rem;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    display: block;
    min-height: 1.8rem;
    font-size: 1.2rem;
    font-variant-numeric: tabular-nums;
  }
`;

const Today = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(90px, 1fr));
  gap: 8px 12px;
  padding-top: 12px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  dt {
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.2rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Links = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
`;

/** The widget of Strapi's home page [D3]: who waits, who is Online, today's figures, and the way to Atendimento. */
export function HomeWidget() {
  const t = useTexts();
  const summary = useSummary();
  if (summary === 'loading') return <Widget.Loading />;
  if (summary === 'failed') return <Widget.Error>{t('supervision.board.home.failed')}</Widget.Error>;
  return <Summary summary={summary} />;
}

function Summary({ summary }: { readonly summary: BoardSummary }) {
  const t = useTexts();
  const sentence = useSentences();
  const { longestSince, online, today, waitingCount } = summary;
  const mayWatch = useMay('supervise');
  const percent = levelPercent(today.level);
  return (
    <Place>
      <Now>
        <Count value={waitingCount} words={t('supervision.board.home.waiting', { count: waitingCount })}>
          {longestSince !== null &&
            sentence('supervision.board.home.since', { time: <Stopwatch since={longestSince} /> })}
        </Count>
        <Count value={online} words={t('supervision.board.home.online', { count: online })} />
      </Now>
      <Today>
        {todayFigures(today, t).map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('supervision.board.figure.level')}</dt>
          <dd>{percent === null ? '–' : `${percent}%`}</dd>
        </div>
      </Today>
      <Links>
        <Link tag={NavLink} to={PAGE_PATH}>
          {t('supervision.board.home.link')}
        </Link>
        {mayWatch && (
          <Link tag={NavLink} to={BOARD_PATH}>
            {t('supervision.board.home.board')}
          </Link>
        )}
      </Links>
    </Place>
  );
}

interface CountProps {
  readonly value: number;
  readonly words: string;
  readonly children?: ReactNode;
}

function Count({ children, value, words }: CountProps) {
  return (
    <p>
      <strong>{value}</strong>
      {words}
      <small>{children}</small>
    </p>
  );
}
