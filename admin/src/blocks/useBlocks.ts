import { useCallback, useEffect, useState } from 'react';

import type { Block } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { Visitor } from '../../../plugins/attendance/protocol/interactions/people';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession } from '../attendance/attendance';

type Loaded = readonly Block[] | 'loading' | 'failed';

/**
 * Blocks of the visitor of an interaction, or all that this agent may lift. Asked for again with every news of the
 * visitor, which is what other tabs of the agent hear of a change.
 */
export function useBlocks(
  id: InteractionId | null,
  visitor: Visitor | null = null,
): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    // Never rejects: null is a refusal.
    void currentSession()
      ?.blocks(id)
      .then((blocks) => isWanted && setLoaded(blocks ?? 'failed'));
    return () => {
      isWanted = false;
    };
  }, [id, visitor, attempt]);
  return [loaded, useCallback(() => setAttempt((before) => before + 1), [])];
}
