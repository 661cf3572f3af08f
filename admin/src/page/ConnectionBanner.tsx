import { useEffect, useState } from 'react';
import { TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';

/** Interruption below which no banner is shown, in ms. */
const PATIENCE_MS = 1_000;

const Banner = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: center;
  gap: 4px 16px;
  padding: 8px 16px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${shade('warning')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** Banner of a lost connection: what happens to unsent text, and what can be done. */
export function ConnectionBanner() {
  const t = useTexts();
  const connection = useAttendance((state) => state.connection);
  const refusal = useAttendance((state) => state.refusal);
  const isPatient = usePatience(connection);
  if (connection === 'live' || (isPatient && connection !== 'refused')) return null;
  return (
    <Banner role="status">
      {connection === 'refused' ? (
        <>
          <span>{t('page.connection.refused', { reason: t(`ui.error.${refusal ?? 'internal'}`) })}</span>
          <TextButton onClick={() => currentSession()?.reconnect()}>{t('ui.retry')}</TextButton>
        </>
      ) : (
        t(`page.connection.${connection}`)
      )}
    </Banner>
  );
}

function usePatience(connection: string): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(connection !== 'live'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return !isOver;
}
