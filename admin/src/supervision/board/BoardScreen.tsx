import { useState } from 'react';
import { darkTheme } from '@strapi/design-system';
import { styled, ThemeProvider, useTheme } from 'styled-components';

import type { BoardAgent } from '../../../../plugins/attendance/protocol/supervision/board';
import { ConnectionBanner } from '../../page/ConnectionBanner';
import { useFullScreen } from '../../ui/useFullScreen';
import { useInputMethod } from '../../ui/useInputMethod';
import { SupervisionPane } from '../follow/SupervisionPane';
import { SetOfflineDialog } from './agents/SetOfflineDialog';
import { BoardBody } from './BoardBody';
import { BoardHeader } from './BoardHeader';
import { size, WALL_UNIT } from './look/board-sizes';
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

/** The board, with what is followed beside it; as a wall, the board alone. */
export function BoardScreen() {
  const desk = useBoardDesk();
  const state = useBoardState(desk);
  const theme = useTheme();
  const [isWall, toggleWall] = useFullScreen();
  const [offlineTarget, setOfflineTarget] = useState<BoardAgent | null>(null);
  const followed = useFollowed(isWall);
  useInputMethod();
  const isFollowing = followed.id !== null && followed.desk !== null;
  function switchWall(): void {
    // Nobody is told to be followed while nobody reads.
    if (!isWall && followed.id !== null) followed.close();
    toggleWall();
  }
  return (
    // A wall is dark whatever the panel is: it hangs in a room all day.
    <ThemeProvider theme={isWall ? darkTheme : theme}>
      <Screen id="main-content" tabIndex={-1} data-is-wall={isWall}>
        <ConnectionBanner />
        <Columns data-is-following={isFollowing}>
          <Scroller>
            <BoardHeader
              standing={state.standing}
              isWall={isWall}
              onWall={switchWall}
              onFollow={followed.follow}
            />
            <BoardBody
              desk={desk}
              state={state}
              followedId={isFollowing ? followed.id : null}
              isWall={isWall}
              onFollow={followed.follow}
              onSetOffline={setOfflineTarget}
            />
          </Scroller>
          {followed.desk !== null && followed.id !== null && (
            <SupervisionPane
              desk={followed.desk}
              onClose={followed.close}
              onTaken={() => followed.id !== null && followed.goOwn(followed.id)}
            />
          )}
        </Columns>
        {offlineTarget !== null && (
          <SetOfflineDialog agent={offlineTarget} onClose={() => setOfflineTarget(null)} />
        )}
      </Screen>
    </ThemeProvider>
  );
}
