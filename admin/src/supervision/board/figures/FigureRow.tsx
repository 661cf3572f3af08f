import { memo, type ReactNode } from 'react';
import { styled } from 'styled-components';

import type { Board } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useTexts } from '../../../i18n/useTexts';
import { Stopwatch } from '../../../ui/Clock';
import { cutText, shade } from '../../../ui/styles/surfaces';
import { panel, size } from '../look/board-sizes';
import { agentFigures, levelPercent, longestQueue, todayFigures } from './figures';

const Row = styled.dl`
  display: grid;
  grid-template-columns: repeat(7, minmax(0, 1fr));
  gap: ${size(12)};
  /* Seven tiles fill each row: the last is twice as wide where there are eight places. */
  @container board (max-width: 1099px) {
    grid-template-columns: repeat(4, minmax(0, 1fr));
    > :last-child {
      grid-column: span 2;
    }
  }
  @container board (max-width: 599px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

const Tile = styled.div`
  ${panel}
  display: flex;
  flex-direction: column;
  padding: ${size(14)} ${size(16)};
  dt {
    font-size: ${size(12)};
    line-height: ${size(18)};
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  dd:nth-of-type(1) {
    font-size: ${size(28)};
    font-weight: 700;
    line-height: ${size(36)};
    letter-spacing: -0.02em;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  dd:nth-of-type(2) {
    ${cutText}
    min-height: ${size(18)};
    font-size: ${size(12)};
    line-height: ${size(18)};
    color: ${({ theme }) => theme.colors.neutral600};
  }
  small {
    font-size: ${size(16)};
    font-weight: 500;
    line-height: 1;
    letter-spacing: 0;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Track = styled.span`
  display: block;
  height: ${size(5)};
  margin-top: ${size(6)};
  overflow: hidden;
  border-radius: ${size(3)};
  background: ${({ theme }) => theme.colors.neutral150};
  > span {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: ${shade('success')};
  }
`;

interface FigureTileProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint: ReactNode;
}

function FigureTile({ hint, label, value }: FigureTileProps) {
  return (
    <Tile>
      <dt>{label}</dt>
      <dd>{value}</dd>
      <dd>{hint}</dd>
    </Tile>
  );
}

type FigureRowProps = Pick<Board, 'agents' | 'queues' | 'today' | 'waitingCount'>;

/** The figures on top: who waits, who is there, and how today has gone [D3]. */
export const FigureRow = memo(function FigureRow({ agents, queues, today, waitingCount }: FigureRowProps) {
  const t = useTexts();
  const first = longestQueue(queues);
  const since = first?.longestSince ?? null;
  const away = queues.reduce((sum, queue) => sum + queue.away, 0);
  const { all, free, online } = agentFigures(agents);
  const percent = levelPercent(today.level);
  return (
    <Row>
      <FigureTile
        label={t('supervision.board.figure.waiting')}
        value={waitingCount}
        hint={away === 0 ? '' : t('supervision.board.queue.away', { count: away })}
      />
      <FigureTile
        label={t('supervision.board.figure.longest')}
        value={since === null ? '–' : <Stopwatch since={since} />}
        hint={
          first === null
            ? t('supervision.board.figure.nobody')
            : (first.department?.name ?? t('supervision.board.queue.none'))
        }
      />
      <FigureTile
        label={t('supervision.board.figure.online')}
        value={
          <>
            {online} <small>/ {all}</small>
          </>
        }
        hint={t('supervision.board.figure.free', { count: free })}
      />
      {todayFigures(today, t).map(({ key, ...figure }) => (
        <FigureTile key={key} {...figure} />
      ))}
      <FigureTile
        label={t('supervision.board.figure.level')}
        value={percent === null ? '–' : `${percent}%`}
        hint={
          percent === null ? (
            t('supervision.board.figure.none')
          ) : (
            <>
              {t('supervision.board.figure.levelOf', { ...today.level })}
              <Track aria-hidden>
                <span style={{ width: `${percent}%` }} />
              </Track>
            </>
          )
        }
      />
    </Row>
  );
});
