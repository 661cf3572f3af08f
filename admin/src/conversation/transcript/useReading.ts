import { useEffect, useState } from 'react';

import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { currentSession, useAttendance } from '../../attendance/attendance';

/**
 * Reports messages as read while the end of the conversation is in sight, in a tab that is in sight. Returns the
 * sequence up to which they were read.
 */
export function useReading(
  { channel, id, lastSequence, openedAt }: AgentInteraction,
  isAtBottom: boolean,
): number {
  // A call that is only looked at has not been opened [S9].
  const isPreview = channel !== 'chat' && openedAt === null;
  const isLive = useAttendance(({ connection }) => connection === 'live');
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  const [seen, setSeen] = useState(lastSequence);
  useEffect(() => {
    const update = (): void => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  if (isAtBottom && isVisible && seen !== lastSequence) setSeen(lastSequence);
  useEffect(() => {
    if (isAtBottom && isVisible && isLive && !isPreview) currentSession()?.read(id, lastSequence);
  }, [id, lastSequence, isAtBottom, isVisible, isLive, isPreview]);
  return seen;
}
