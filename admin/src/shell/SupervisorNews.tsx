import { useEffect, useRef } from 'react';
import { useNotification } from '@strapi/strapi/admin';

import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { createToldOffline } from './told-offline';

/** Time for which a whisper stays in sight, in ms: it is to be read beside a conversation. */
const WHISPER_MS = 8_000;

const toldOffline = createToldOffline();

/**
 * Notifies the agent, on every page of the panel, of what a supervisor whispered, and of having been set Offline by one [R17]; Strapi's
 * notifications are read out by themselves.
 */
export function SupervisorNews() {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const whisper = useAttendance(({ lastWhisper }) => lastWhisper);
  const told = useRef(whisper?.count ?? 0);
  useEffect(() => {
    if (whisper === null || whisper.count === told.current) return;
    told.current = whisper.count;
    const { agentName, body } = whisper.note;
    toggleNotification({
      type: 'info',
      message: t('shell.whisper', { name: agentName, body }),
      timeout: WHISPER_MS,
    });
  }, [t, toggleNotification, whisper]);

  const ownId = useAttendance(({ self }) => self?.id ?? null);
  const reason = useAttendance(({ self }) =>
    self?.offlineReason === 'supervisor' ? (self.offlineNote ?? '') : null,
  );
  useEffect(() => {
    if (ownId === null || !toldOffline.isNews(ownId, reason) || reason === null) return;
    toggleNotification({
      type: 'warning',
      message: reason === '' ? t('shell.setOffline') : t('shell.setOffline.why', { reason }),
      blockTransition: true,
    });
  }, [ownId, reason, t, toggleNotification]);
  return null;
}
