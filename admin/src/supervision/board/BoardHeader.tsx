import { Button } from '@strapi/design-system';
import { Expand, Collapse } from '@strapi/icons';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { BoardState } from '../../desks/board-state';
import { useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { size } from './look/board-sizes';
import { LiveSearch } from './search/LiveSearch';
import { WallClock } from './WallClock';

const Header = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${size(8)} ${size(16)};
  h1 {
    font-size: ${size(20)};
    font-weight: 700;
    line-height: ${size(32)};
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Standing = styled.span<{ $isLive: boolean }>`
  display: inline-flex;
  flex: 1;
  align-items: center;
  gap: ${size(6)};
  font-size: ${size(12)};
  line-height: ${size(18)};
  color: ${({ theme }) => theme.colors.neutral600};
  &::before {
    content: '';
    width: ${size(8)};
    height: ${size(8)};
    border: ${size(2)} solid
      ${({ $isLive, theme }) => ($isLive ? shade('success')({ theme }) : theme.colors.neutral500)};
    border-radius: 50%;
    background: ${({ $isLive, theme }) => ($isLive ? shade('success')({ theme }) : 'transparent')};
  }
`;

/** A phone is no wall. */
const OnlyWide = styled.span`
  @media (max-width: 767px) {
    display: none;
  }
`;

interface BoardHeaderProps {
  readonly standing: BoardState['standing'];
  readonly isWall: boolean;
  readonly onWall: () => void;
  readonly onFollow: (id: InteractionId) => void;
}

/** Title, whether the board is live, the search, and the way to the wall and back. */
export function BoardHeader({ isWall, onFollow, onWall, standing }: BoardHeaderProps) {
  const t = useTexts();
  return (
    <Header>
      <h1>{t('supervision.board.title')}</h1>
      <Standing role="status" $isLive={standing === 'live'}>
        {t(`supervision.board.standing.${standing}`)}
      </Standing>
      {isWall ? <WallClock /> : <LiveSearch onFollow={onFollow} />}
      <OnlyWide>
        <Button
          variant="tertiary"
          startIcon={isWall ? <Collapse aria-hidden /> : <Expand aria-hidden />}
          onClick={onWall}
        >
          {t(isWall ? 'supervision.board.wall.leave' : 'supervision.board.wall')}
        </Button>
      </OnlyWide>
    </Header>
  );
}
