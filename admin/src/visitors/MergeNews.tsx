import { useEffect, useRef } from 'react';
import { useNotification } from '@strapi/strapi/admin';

import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';

/** Notifies the agent, on every page of the panel, that a visitor of theirs was merged with another [Z73]. */
export function MergeNews() {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const merge = useAttendance((state) => state.lastMerge);
  const told = useRef(merge?.count ?? 0);
  useEffect(() => {
    if (merge === null || merge.count === told.current) return;
    told.current = merge.count;
    toggleNotification({
      type: 'info',
      message: t('visitors.merge.news', { name: visitorName(merge.visitor, t) }),
    });
  }, [merge, t, toggleNotification]);
  return null;
}
