import { Button } from '@strapi/design-system';
import { Bell } from '@strapi/icons';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';
import { INDICATOR_COLOURS } from '../../ui/styles/indicator-colours';
import { modeOf } from '../../ui/styles/surfaces';
import { visitorName } from '../../ui/format/visitor-name';
import { callingInteractions } from '../../model/selectors/select';

/** Strip that shows only where the list beside it is not on screen. */
const Strip = styled.div`
  display: none;
  @media (max-width: 767px) {
    display: flex;
  }
  align-items: center;
  gap: 10px;
  padding: 8px 16px;
  background: ${({ theme }) => INDICATOR_COLOURS[modeOf(theme)].new.tint ?? theme.colors.danger100};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  > svg {
    flex: none;
    width: 16px;
    height: 16px;
  }
  > svg path {
    fill: ${({ theme }) => theme.colors.danger600};
  }
  > span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** New interactions while the search hides the list, on a phone: whoever calls is one press away [S7]. */
export function Arrivals({ onLeave }: { readonly onLeave: () => void }) {
  const t = useTexts();
  const interactions = useAttendance((state) => state.interactions);
  const { fresh, raised } = callingInteractions(interactions);
  const calling = [...fresh, ...raised];
  const [first] = calling;
  if (first === undefined) return null;
  return (
    <Strip>
      <Bell aria-hidden />
      <span>{t('search.arrived', { count: calling.length, name: visitorName(first.visitor, t) })}</span>
      <Button
        size="S"
        onClick={() => {
          onLeave();
          void currentSession()?.open(first.id);
        }}
      >
        {t('search.arrived.open')}
      </Button>
    </Strip>
  );
}
