import { styled } from 'styled-components';

import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { ChannelIcon } from '../ui/ChannelIcon';
import { shade } from '../ui/styles/surfaces';
import { callHeldBack } from '../model/selectors/waiting-call';

const Line = styled.p`
  display: flex;
  gap: 10px;
  margin: 8px 16px 0;
  padding: 8px 10px;
  border-radius: 8px;
  background: ${shade('selected')};
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral800};
  svg {
    flex: none;
    width: 16px;
    height: 16px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Notice below the rows that are left to end, so that none moves: a call waits until they are ended [R3, R5]. */
export function CallWaits() {
  const t = useTexts();
  const channel = useAttendance((state) => callHeldBack(state)?.channel ?? null);
  const count = useAttendance(({ interactions }) => interactions.size);
  return (
    <div role="status">
      {channel !== null && (
        <Line>
          <ChannelIcon channel={channel} />
          <span>{t('list.callWaits', { count })}</span>
        </Line>
      )}
    </div>
  );
}
