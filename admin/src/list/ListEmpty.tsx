import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Coffee } from '@strapi/icons';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { allowAlerts } from '../shell/alerts';

const Empty = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 16px;
  padding: 48px 24px;
  text-align: center;
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  svg {
    width: 28px;
    height: 28px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;

/** The empty list: what comes next, or how to begin. */
export function ListEmpty() {
  const t = useTexts();
  const isOnline = useAttendance(({ self }) => self?.presence === 'online');
  const isLive = useAttendance(({ connection }) => connection === 'live');
  const [isChanging, setChanging] = useState(false);
  const goOnline = async (): Promise<void> => {
    allowAlerts();
    setChanging(true);
    await currentSession()?.setPresence('online');
    setChanging(false);
  };
  return (
    <Empty>
      <Coffee aria-hidden />
      <p>{t(isOnline ? 'list.empty.online' : 'list.empty.offline')}</p>
      {!isOnline && (
        <Button
          variant="secondary"
          disabled={!isLive || isChanging}
          loading={isChanging}
          onClick={() => void goOnline()}
        >
          {t('list.goOnline')}
        </Button>
      )}
    </Empty>
  );
}
