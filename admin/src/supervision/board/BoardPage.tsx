import { useCallback, useState } from 'react';
import { Button, darkTheme, Loader } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { styled, ThemeProvider } from 'styled-components';

import type { Board, BoardAgent } from '../../../../plugins/attendance/protocol/supervision/board';
import { useAttendance } from '../../attendance/attendance';
import type { BoardDesk } from '../../desks/board-desk';
import type { BoardState } from '../../desks/board-state';
import { useTexts } from '../../i18n/useTexts';
import { ConnectionBanner } from '../../page/ConnectionBanner';
import { PERMISSION } from '../../strapi/plugin-id';
import { SupervisionPane } from '../follow/SupervisionPane';
import { useFullScreen } from '../../ui/useFullScreen';
import { useInputMethod } from '../../ui/useInputMethod';
import { AgentsPanel } from './agents/AgentsPanel';
import { BoardHeader } from './BoardHeader';
import { size, WALL_UNIT } from './look/board-sizes';
import { FigureRow } from './figures/FigureRow';
import { QueuePanel } from './QueuePanel';
import { SetOfflineDialog } from './agents/SetOfflineDialog';
import { useBoardDesk, useBoardState } from './useBoardDesk';
import { useFollowed } from './useFollowed';

/** Width in px below which what is followed is read in the place of the board. */
const BESIDE_PX = 1200;

const Screen = styled.main`
  --board-unit: 1px;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-height: 0;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral100};
  &:focus {
    outline: 0;
  }
  &[data-is-wall='true'] {
    --board-unit: ${WALL_UNIT};
    --board-card: 265;
    --board-queue: 295;
    position: fixed;
    inset: 0;
    /* Above Strapi's own navigation. */
    z-index: 250;
  }
`;

const Columns = styled.div`
  display: grid;
  flex: 1;
  min-height: 0;
  grid-template-columns: minmax(0, 1fr);
  grid-template-rows: minmax(0, 1fr);
  &[data-is-following='true'] {
    grid-template-columns: minmax(0, 1fr) clamp(400px, 36vw, 560px);
    > :last-child {
      min-height: 0;
      border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    @media (max-width: ${BESIDE_PX - 1}px) {
      grid-template-columns: minmax(0, 1fr);
      > :first-child {
        display: none;
      }
      > :last-child {
        border-left: 0;
      }
    }
  }
`;

const Scroller = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${size(16)};
  min-height: 0;
  padding: ${size(20)} ${size(24)} ${size(32)};
  overflow-y: auto;
  container: board / inline-size;
  @media (max-width: 767px) {
    padding: 12px 12px 24px;
  }
`;

const Halves = styled.div`
  display: grid;
  grid-template-columns: minmax(0, calc(var(--board-queue, 340) * var(--board-unit, 1px))) minmax(0, 1fr);
  align-items: start;
  gap: ${size(16)};
  @container board (max-width: 1099px) {
    grid-template-columns: minmax(0, ${size(280)}) minmax(0, 1fr);
  }
  @container board (max-width: 719px) {
    grid-template-columns: minmax(0, 1fr);
  }
  /* What stands still is told from what is live without a word, and its words stay legible. */
  &[data-is-stale='true'] {
    filter: grayscale(1);
  }
`;

const Sentence = styled.div`
  display: flex;
  flex: 1;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 12px;
  padding: 24px;
  text-align: center;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** The page "Painel ao vivo" [D3], with the supervision of what it shows [R17]. */
export function BoardPage() {
  const t = useTexts();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.supervise }]}>
      <Page.Title>{t('supervision.board.title')}</Page.Title>
      <BoardScreen />
    </Page.Protect>
  );
}

function BoardScreen() {
  const desk = useBoardDesk();
  const state = useBoardState(desk);
  const [isWall, toggleWall] = useFullScreen();
  const [leaving, setLeaving] = useState<BoardAgent | null>(null);
  const followed = useFollowed();
  const selfless = useCallback((agent: BoardAgent) => setLeaving(agent), []);
  useInputMethod();
  const isFollowing = followed.id !== null && followed.desk !== null && !isWall;
  const screen = (
    <Screen id="main-content" tabIndex={-1} data-is-wall={isWall}>
      <ConnectionBanner />
      <Columns data-is-following={isFollowing}>
        <Scroller>
          <BoardHeader
            standing={state.standing}
            isWall={isWall}
            onWall={toggleWall}
            onFollow={followed.follow}
          />
          <BoardBody
            desk={desk}
            state={state}
            followedId={isFollowing ? followed.id : null}
            isWall={isWall}
            onFollow={followed.follow}
            onSetOffline={selfless}
          />
        </Scroller>
        {isFollowing && followed.desk !== null && followed.id !== null && (
          <SupervisionPane
            desk={followed.desk}
            onClose={followed.close}
            onTaken={() => followed.id !== null && followed.goOwn(followed.id)}
          />
        )}
      </Columns>
      {leaving !== null && <SetOfflineDialog agent={leaving} onClose={() => setLeaving(null)} />}
    </Screen>
  );
  // A wall is dark whatever the panel is: it hangs in a room all day.
  return isWall ? <ThemeProvider theme={darkTheme}>{screen}</ThemeProvider> : screen;
}

interface BoardBodyProps {
  readonly desk: BoardDesk | null;
  readonly state: BoardState;
  readonly followedId: Parameters<typeof AgentsPanel>[0]['followedId'];
  readonly isWall: boolean;
  readonly onFollow: Parameters<typeof AgentsPanel>[0]['onFollow'];
  readonly onSetOffline: (agent: BoardAgent) => void;
}

function BoardBody({ desk, state, ...more }: BoardBodyProps) {
  const t = useTexts();
  const isRefused = useAttendance(({ connection }) => connection === 'refused');
  const { board, refusal, standing } = state;
  if (standing === 'refused' && refusal !== null)
    return (
      <Sentence role="alert">
        {t('supervision.board.refused', { reason: t(`ui.error.${refusal}`) })}
        {refusal !== 'forbidden' && (
          <Button variant="tertiary" onClick={() => desk?.retry()}>
            {t('ui.retry')}
          </Button>
        )}
      </Sentence>
    );
  if (board === null)
    return <Sentence>{!isRefused && <Loader small>{t('supervision.board.loading')}</Loader>}</Sentence>;
  return <FilledBoard board={board} isStale={standing !== 'live'} {...more} />;
}

interface FilledBoardProps extends Omit<BoardBodyProps, 'desk' | 'state'> {
  readonly board: Board;
  /** Whether it stands still: dimmed, for what it shows may have changed. */
  readonly isStale: boolean;
}

function FilledBoard({ board, followedId, isStale, isWall, onFollow, onSetOffline }: FilledBoardProps) {
  const { agents, queues, today, waiting, waitingCount } = board;
  return (
    <>
      <FigureRow agents={agents} queues={queues} today={today} waitingCount={waitingCount} />
      <Halves data-is-stale={isStale}>
        <QueuePanel
          queues={queues}
          waiting={waiting}
          waitingCount={waitingCount}
          followedId={followedId}
          isWall={isWall}
          onFollow={onFollow}
        />
        <AgentsPanel
          agents={agents}
          followedId={followedId}
          isWall={isWall}
          onFollow={onFollow}
          onSetOffline={onSetOffline}
        />
      </Halves>
    </>
  );
}
