import { useEffect, useState } from 'react';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Duplicate } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { currentSession, useAttendance } from '../attendance/attendance';

/**
 * Returns visitors who may be the same person; fetched again when the compared data change. A refusal gives an
 * empty list: it is only a hint.
 */
export function useDuplicates({ id, visitor }: AgentInteraction): readonly Duplicate[] {
  const merges = useAttendance(({ lastMerge }) => lastMerge?.count ?? 0);
  const [duplicates, setDuplicates] = useState<readonly Duplicate[]>([]);
  const { document, email, phone } = visitor;
  useEffect(() => {
    let isWanted = true;
    void currentSession()
      ?.duplicates(id)
      .then((found) => isWanted && setDuplicates(found ?? []));
    return () => {
      isWanted = false;
    };
  }, [id, visitor.id, document, email, phone, merges]);
  return duplicates;
}
